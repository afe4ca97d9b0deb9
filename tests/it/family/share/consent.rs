//! An adult who is shared consents to each account that books for them, as an adult who is added does.

use super::*;
use mypage::account::{BookingRight, Relation};

/// Taro, whose mother is 66 years old, and the link by which he shares her with Hanako.
async fn invited() -> (Clinic, Browser, PersonId, String) {
    let clinic = crate::harness::booking::sakura().await;
    let account = people::register(&clinic.floor, TARO).await;
    let mother = child("和子", "カズコ", "1959-08-20");
    let mother = people::add_relative(&clinic.floor, account.id, Relation::Parent, &mother).await;
    let mut taro = clinic.signed_in(TARO).await;
    let hanako = clinic.signed_in(HANAKO).await;
    let link = invite(&clinic, &mut taro, mother, HANAKO).await;
    (clinic, hanako, mother, link)
}

/// What Hanako may book anew for somebody.
fn right(clinic: &Clinic, id: PersonId) -> Option<BookingRight> {
    let members = members(clinic, &people::find(&clinic.floor, HANAKO).unwrap());
    members.into_iter().find(|member| member.id == id).map(|member| member.right)
}

#[tokio::test]
async fn it_is_asked_with_the_acceptance_and_again_18_months_later() {
    let (clinic, mut hanako, mother, link) = invited().await;
    let page = hanako.get(&link).await;
    let form = page.form(ACCEPT).choose("親").fill("電話番号", "090-1111-2222");
    let page = hanako.submit(form.clone()).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["consent".to_owned()]));
    assert_eq!(page.form(ACCEPT).value("phone"), "090-1111-2222", "what was typed stays");
    assert_eq!(right(&clinic, mother), None);
    hanako.submit(form.forge("consent", "on")).await;
    assert_eq!(right(&clinic, mother), Some(BookingRight::Relative));
    clinic.minutes_pass((365 + 182) * 24 * 60);
    assert_eq!(right(&clinic, mother), Some(BookingRight::Relative), "18 months but for a day");
    clinic.minutes_pass(24 * 60);
    assert_eq!(right(&clinic, mother), Some(BookingRight::Consent));
    clinic.ignore_mail();
    sound(&clinic);
}

#[tokio::test]
async fn of_a_child_nothing_is_asked() {
    let clinic = Clinic::new();
    let (_, [sakura, _]) = family(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    let link = invite(&clinic, &mut taro, sakura, HANAKO).await;
    let page = hanako.get(&link).await;
    assert!(!page.text().contains("本人の同意を得ています"), "{}", page.text());
}
