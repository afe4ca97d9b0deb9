//! Who comes with a guardian: said before and after booking, and to nobody who is old enough.

use super::*;
use crate::harness::clinics::GENERAL;
use mypage::person::PersonId;

const SAID: &str = "15歳未満の方は保護者の方とお越しください";

/// The sample clinic, where patients under 15 come with a guardian.
async fn guarded(menus: Vec<Menu>) -> Clinic {
    let clinic = Clinic::new();
    let booking = BookingPolicy { guardian_under: Some(15), ..BookingPolicy::default() };
    clinics::open(&clinic.floor, mypage::clinic::Clinic { booking, ..clinics::sakura() }, menus).await;
    clinic
}

/// Books for somebody; says which of 診療メニュー, 確認, 予約確定 and the mail tell of a guardian.
async fn told(clinic: &Clinic, who: PersonId, start: &str) -> [bool; 4] {
    let mut browser = clinic.signed_in(TARO).await;
    clinic.ignore_mail();
    let menus = browser.get(&format!("/b/{SAKURA}?for={}", who.text())).await;
    let page = browser.get(&day_of(GENERAL)).await;
    let page = choose(&mut browser, &page, DAY, start).await;
    let confirmation = browser.submit(page.form("確認へ").forge("who", &who.text())).await;
    let booked = browser.submit(confirmation.form("予約を確定する")).await;
    assert_eq!(booked.h1(), "予約確定");
    let letter = clinic.mails_to(TARO).await.pop().expect("the confirmation");
    let [menus, confirmation, booked] = [menus, confirmation, booked].map(|page| page.text().contains(SAID));
    [menus, confirmation, booked, letter.text().contains(SAID)]
}

#[tokio::test]
async fn a_guardian_is_asked_for_everywhere_and_only_for_who_is_younger() {
    let clinic = guarded(clinics::menus()).await;
    let (account, [sakura, _]) = family(&clinic).await;
    // By law he reaches 15 on the day before his birthday, which is the day of the visit.
    let of_age = child("翔", "ショウ", "2011-04-03");
    let of_age = people::add_relative(&clinic.floor, account.id, mypage::account::Relation::Child, &of_age).await;
    let younger = child("蓮", "レン", "2011-04-04");
    let younger = people::add_relative(&clinic.floor, account.id, mypage::account::Relation::Child, &younger).await;
    assert_eq!(told(&clinic, sakura, "9:30").await, [true; 4]);
    assert_eq!(told(&clinic, younger, "10:00").await, [true; 4]);
    // On the menus the day of the visit is not known yet.
    assert_eq!(told(&clinic, of_age, "10:30").await[1..], [false; 3]);
    assert_eq!(told(&clinic, people::own(&clinic.floor, account.id).id, "11:00").await, [false; 4]);
}

#[tokio::test]
async fn a_menu_has_a_rule_of_its_own_and_a_moved_visit_keeps_what_was_said() {
    let alone = |menu: Menu| Menu { guardian_under: Some(0), ..menu };
    let clinic = guarded(clinics::menus().into_iter().map(alone).collect()).await;
    let (_, [sakura, _]) = family(&clinic).await;
    assert_eq!(told(&clinic, sakura, "9:30").await, [false; 4]);
    clinics::open(&clinic.floor, clinics::sakura(), clinics::menus()).await;
    assert_eq!(only(&clinic).service.guardian_under, None);
}
