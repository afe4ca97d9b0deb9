//! 本人だけ: booked by the account's own person alone, and told to nobody else.

use super::*;
use crate::harness::work::done;
use mypage::account::BookingRight;
use mypage::clinic::{ClinicId, MenuId, Visit};
use mypage::lang::Lang;
use mypage::reservation::{self, Attendee, Request, Reservation};
use mypage::slots::{BookingKey, Offers};
use time::macros::date;

const OWN: &str = "soudan";

/// The clinic with a menu for oneself.
async fn with_menu(clinic: &Clinic) {
    let own = Menu { self_only: true, ..clinics::menu(OWN, "ご本人の相談", 9) };
    let menus = clinics::menus().into_iter().chain([own]).collect();
    clinics::open(&clinic.floor, clinics::sakura(), menus).await;
}

#[tokio::test]
async fn only_the_own_person_books_it_and_neither_a_guest_nor_a_holder() {
    let clinic = Clinic::new();
    with_menu(&clinic).await;
    let (account, [sakura, _]) = family(&clinic).await;
    let mut guest = clinic.plain();
    let page = guest.get(&format!("/b/{SAKURA}")).await;
    assert!(page.text().contains("ご本人のアカウントからだけ予約できます"), "{}", page.text());
    assert!(!page.links().iter().any(|(_, href)| href.contains(OWN)), "the way to it is signing in");
    let page = guest.get(&day_of(OWN)).await;
    let page = choose(&mut guest, &page, DAY, "9:30").await;
    assert_eq!(page.code(), 409);
    assert!(page.text().contains("ご本人だけが予約できます"), "{}", page.text());
    let mut taro = clinic.signed_in(TARO).await;
    let page = taro.get(&format!("/b/{SAKURA}?for={}", sakura.text())).await;
    assert!(page.text().contains("ご本人だけが予約できます"), "{}", page.text());
    let page = taro.get(&format!("{}&for={}", day_of(OWN), sakura.text())).await;
    assert_eq!(choose(&mut taro, &page, DAY, "9:30").await.code(), 409);
    let page = taro.get(&day_of(OWN)).await;
    let page = choose(&mut taro, &page, DAY, "9:30").await;
    let page = taro.submit(page.form("確認へ").forge("who", &sakura.text())).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["who".to_owned()]));
    let own = people::own(&clinic.floor, account.id).id;
    let page = taro.submit(page.form("確認へ").forge("who", &own.text())).await;
    let page = taro.submit(page.form("予約を確定する")).await;
    assert_eq!(page.h1(), "予約確定");
    assert!(only(&clinic).service.self_only);
    let page = taro.get(&format!("/b/{SAKURA}/group")).await;
    assert!(!page.text().contains("ご本人の相談"), "nobody else comes along: {}", page.text());
    clinic.ignore_mail();
}

/// A visit for the shared person as if she were the account's own.
async fn book_own(shared: &Shared) -> Reservation {
    let (account, id) = (shared.accounts[0].clone(), shared.sakura);
    let person = members(&shared.clinic, &account).into_iter().find(|member| member.id == id).unwrap().person;
    let booked = shared.clinic.floor.store.write(shared.clinic.now(), move |tx| {
        let offers = Offers::of(tx, &ClinicId::parse(SAKURA).unwrap())?.unwrap();
        let offer = offers.offer(&MenuId::parse(OWN).unwrap(), Visit::First).unwrap();
        let (address, lang) = (account.address.clone(), Lang::Ja);
        let request = Request {
            key: BookingKey::mint(),
            visit: Visit::First,
            day: date!(2026 - 04 - 03),
            start: clinics::time("9:30"),
            attendee: Attendee {
                person: person.clone().into(),
                person_id: Some(id),
                chart_number: None,
                address: Some(address),
                lang,
                relation: None,
            },
            account: Some(account.id),
            right: BookingRight::Own,
            group: None,
        };
        done(tx, |work| reservation::book(work, offer, &request))
    });
    booked.await.unwrap().expect("a free slot")
}

#[tokio::test]
async fn a2_whoever_shares_the_person_neither_sees_it_nor_gets_a_mail() {
    let mut shared = Shared::new().await;
    with_menu(&shared.clinic).await;
    let mails = format!("/family/{}/sharing", shared.sakura.text());
    let page = shared.hanako.get(&mails).await;
    shared.hanako.submit(page.form("メールの設定を保存する").tick("この方の予約のメールを受け取る")).await;
    shared.clinic.ignore_mail();
    crate::family::booking::book_for(&mut shared.taro, shared.sakura, "9:30", "").await;
    assert_eq!(shared.clinic.mails_to(HANAKO).await.len(), 1, "of what is not for oneself alone she is told");
    let booked = book_own(&shared).await;
    let path = format!("/reservations/{}", booked.id.text());
    assert_eq!(shared.hanako.get(&path).await.code(), 404);
    let page = shared.hanako.get("/dashboard").await;
    assert!(!page.text().contains("ご本人の相談"), "{}", page.text());
    let page = shared.taro.get(&format!("{path}/cancellation")).await;
    shared.taro.submit(page.form("キャンセルする")).await;
    let stored = all(&shared.clinic).into_iter().find(|of| of.id == booked.id).unwrap();
    assert!(!stored.is_booked());
    assert_eq!(shared.clinic.mails_to(HANAKO).await.len(), 0);
    shared.clinic.ignore_mail();
    shared.is_sound();
}
