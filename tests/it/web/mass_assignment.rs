//! A5: what a form does not offer, nobody can set.

use crate::harness::people::{self, HANAKO};
use crate::harness::rows;
use crate::harness::stage::Stage;
use mypage::account::{Account, Readings};

const EXTRA: [(&str, &str); 15] = [
    ("role", "owner"),
    ("verified", "true"),
    ("email", "evil@example.jp"),
    ("id", "0"),
    ("customer_id", "123456789012"),
    ("address", "evil@example.jp"),
    ("disabled", ""),
    ("created", "0"),
    ("agreements", "[]"),
    ("readings", "{}"),
    ("epoch", "0"),
    ("account", "0"),
    ("person", "0"),
    ("next", "//evil.example"),
    ("lang", "en"),
];

#[tokio::test]
async fn a5_fields_that_a_form_does_not_have_are_not_applied() {
    let stage = Stage::new().await;
    let before = people::find(&stage.clinic.floor, HANAKO).unwrap();
    let person = people::person(&stage.clinic.floor, &before);
    let mut accepted = 0;
    for (mut browser, form) in stage.forms().await {
        // What these keep of a form is read by the names of its fields alone.
        let kept = ["/sign-out", "/account/withdrawal", "/language", "/kept-form"];
        if kept.contains(&form.action.split('?').next().unwrap()) || form.action.contains("/link/") {
            continue;
        }
        let own: Vec<String> = form.fields.iter().map(|input| input.name.clone()).collect();
        let agreed = own.iter().any(|name| name == "agree");
        let form = if agreed { form.forge("agree", "on") } else { form };
        let extra = EXTRA.iter().filter(|(name, _)| !own.iter().any(|known| known == name));
        let form = extra.fold(form.pressing_any(), |form, (name, value)| form.forge(name, value));
        let action = form.action.clone();
        accepted += usize::from(browser.submit(form).await.code() == 200);
        // A refused form is kept as it was sent, and read by the names of its fields alone.
        let mut rows = rows::all(&stage.clinic.floor.store);
        rows.retain(|key, _| !key.windows(9).any(|part| part == b"kept-form"));
        let evil = rows.values().any(|value| value.windows(15).any(|part| part == b"evil@example.jp"));
        assert!(!evil, "a field that the form of {action} does not have was stored");
    }
    assert!(accepted >= 5, "only {accepted} forms were accepted");
    let after = people::find(&stage.clinic.floor, HANAKO).unwrap();
    // What the forms that open notices are for.
    let readings = Readings([("everybody".to_owned(), 1)].into());
    assert_eq!(after, Account { readings, ..before });
    assert_eq!(people::person(&stage.clinic.floor, &after), person);
}
