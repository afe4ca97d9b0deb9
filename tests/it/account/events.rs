//! What the log tells of an account: who did what, by the お客様ID, and never a secret.

use crate::harness::clinic::Clinic;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::NEW_PASSWORD;

/// The events of accounts in the order in which they were told, each with whom it is about.
fn told(clinic: &Clinic) -> Vec<(String, Option<String>)> {
    let value = |line: &str, key: &str| {
        let found = line.split(' ').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
        found.map(str::to_owned)
    };
    let lines = clinic.floor.log.lines();
    let events = lines.iter().filter_map(|line| Some((value(line, "event")?, value(line, "who"))));
    events.filter(|(event, _)| !["request", "mail_kept", "mail_sent"].contains(&event.as_str())).collect()
}

#[tokio::test]
async fn each_sign_in_failure_change_and_leaving_is_told_with_whose_it_is() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let account = people::register(&clinic.floor, HANAKO).await;
    let who = Some(account.customer_id.to_string());
    let mut browser = clinic.plain();
    browser.sign_in("nobody@example.jp", "wrong horse battery staple").await;
    browser.sign_in(HANAKO, "wrong horse battery staple").await;
    browser.sign_in(HANAKO, people::password(HANAKO)).await;
    let form = browser.get("/account/password").await.form("変更する");
    let form = form.fill("現在のパスワード", people::password(HANAKO)).fill("新しいパスワード", NEW_PASSWORD);
    browser.submit(form).await;
    let page = browser.get("/dashboard").await;
    browser.submit(page.form("ログアウト")).await;
    let events = told(&clinic);
    let expected = [
        ("password_wrong", None),
        ("password_wrong", who.clone()),
        ("signed_in", who.clone()),
        ("password_changed", who.clone()),
        ("signed_out", who.clone()),
    ];
    let expected: Vec<_> = expected.into_iter().map(|(event, who)| (event.to_owned(), who)).collect();
    assert_eq!(events, expected);
    for secret in [HANAKO, "nobody", "battery", people::password(HANAKO), NEW_PASSWORD] {
        assert!(!clinic.floor.log.lines().iter().any(|line| line.contains(secret)), "{secret}");
    }
}
