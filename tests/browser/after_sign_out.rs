//! S9: nothing private can be seen after signing out, whichever way the Back button leads.

use crate::booking::{has_booked, number, opens_the_reservation};
use crate::harness::{Person, every_way};
use crate::sign_in::signs_out;
use crate::sign_up::{ADDRESS, has_an_account};
use serde_json::json;

/// Looks at four pages that only the patient may see, and signs out; says what must not be seen any more.
async fn looks_around(person: &Person) -> Vec<String> {
    let booked = has_booked(person).await;
    person.receives(ADDRESS, "予約完了のお知らせ").await;
    person.visits(&booked).await;
    person.sees("予約確定").await;
    let number = number(person).await;
    person.follows("お知らせ").await;
    person.sees("お知らせ").await;
    person.presses("未読").await;
    person.sees("予約完了のお知らせ").await;
    person.reads(&number).await;
    person.visits("/dashboard").await;
    person.sees("ダッシュボード").await;
    opens_the_reservation(person).await;
    person.reads(&number).await;
    let customer = person.asks("return document.querySelector('.menu-id dd').textContent", json!([])).await;
    signs_out(person).await;
    vec![number, customer.as_str().unwrap().to_owned(), "山田".to_owned(), ADDRESS.to_owned()]
}

#[tokio::test]
async fn s9_the_back_button_shows_nothing_private_after_signing_out() {
    every_way(async |person| {
        has_an_account(&person).await;
        let private = looks_around(&person).await;
        // The dashboard with the reservation open and without, the notice, and the list of notices.
        let mut instead = vec!["アカウント認証"; 4];
        // 予約確定 belongs to the visitor who has booked, and that one is gone.
        instead.push("この手続きの画面は終了しています");
        for (step, title) in (1..).zip(instead) {
            person.goes_back().await;
            person.in_passing().sees(title).await;
            let page = person.asks("return document.documentElement.outerHTML", json!([])).await;
            for secret in &private {
                assert!(!page.as_str().unwrap().contains(secret.as_str()), "{secret} is seen after {step} steps back");
            }
        }
    })
    .await;
}
