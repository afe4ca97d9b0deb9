//! What a browser of some years ago makes of the pages: one that knows neither `:has()` nor `:modal` nor
//! `@media (scripting)`.

use crate::clinic::{has_asked_for_the_clinic, is_raised};
use crate::harness::with_javascript;
use crate::sign_up::has_an_account;
use fantoccini::key::Key;
use serde_json::json;

#[tokio::test]
async fn an_older_browser_raises_the_question_and_runs_every_script() {
    with_javascript(async |person| {
        if !person.has_an_older_browser().await {
            return;
        }
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        person.until("return document.querySelector('.reveal-button').checkVisibility()", json!([])).await;
        has_an_account(&person).await;
        has_asked_for_the_clinic(&person).await;
        is_raised(&person).await;
        person.strikes(Key::Escape).await;
        person.is_at("/dashboard").await;
    })
    .await;
}
