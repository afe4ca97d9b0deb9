//! 退会 of somebody who has reservations: what the page names, what the box does, and what the clinic keeps.

use crate::harness::booked::{self, FRIDAY, book, receipt, stored};
use crate::harness::booking;
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::GENERAL;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::leaving;
use mypage::app;
use mypage::clinic::{ClinicId, rows as clinic_store};
use mypage::reservation::{Attendee, Reservation, Status};
use mypage::secret::TokenHash;
use mypage::slots::BookingKey;
use mypage::store::Table;
use mypage::work::Actor;

const CANCEL_ALL: &str = "キャンセルできる予約をすべてキャンセルする";

async fn leave(browser: &mut Browser, cancelling: bool) -> Page {
    let form = leaving(browser, people::password(HANAKO)).await;
    let form = if cancelling { form.tick(CANCEL_ALL) } else { form };
    browser.submit(form).await
}

fn no_index_is_wrong(clinic: &Clinic) {
    let findings: Vec<_> = app::INDEXES
        .iter()
        .flat_map(|check| clinic.floor.store.read_blocking(clinic.now(), *check).expect("rows that can be read"))
        .collect();
    assert!(findings.is_empty(), "{findings:?}");
}

/// A reservation as the clinic has it, whosever account it was under.
fn at_the_clinic(of: &Reservation) -> Reservation {
    let attendee = Attendee { person_id: None, ..of.attendee.clone() };
    Reservation { link: None, transfers: 1, attendee, ..of.clone() }
}

#[tokio::test]
async fn the_page_names_what_is_to_come_and_says_that_it_stays() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    book(&clinic, HANAKO, "9:30", true).await;
    book(&clinic, TARO, "10:00", true).await;
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = browser.get("/account/withdrawal").await;
        let text = page.text();
        assert!(
            text.contains("これからの予約があります") && text.contains("2026年4月3日(金)9:30 さくら内科クリニック"),
            "{text}"
        );
        assert!(text.contains("退会しても、これらの予約は取り消されません。") && !text.contains("10:00"), "{text}");
        let form = page.form("送信して退会する").choose("その他").tick(CANCEL_ALL);
        let refused = browser.submit(form).await;
        assert_eq!(refused.code(), 422);
        assert!(
            !refused.form("送信して退会する").value("cancel_reservations").is_empty(),
            "what was ticked stays ticked"
        );
        assert!(refused.text().contains("2026年4月3日(金)9:30"));
    }
    let mut english = clinic.signed_in(TARO).await;
    let page = english.get("/terms").await;
    let page = english.submit(page.form("English")).await;
    assert_eq!(page.lang(), "en");
    assert!(english.get("/account/withdrawal").await.text().contains("You have reservations to come"));
}

#[tokio::test]
async fn l12_reservations_stay_at_the_clinic_and_nothing_else_of_the_account_does() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let past = book(&clinic, HANAKO, "10:00", true).await;
    let path = receipt(&clinic, &of).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(&format!("/reservations/{}", of.id.text())).await;
    browser.following = false;
    browser.submit(page.form("予約を変更")).await;
    browser.following = true;
    let account = people::find(&clinic.floor, HANAKO).unwrap();
    assert_eq!(leave(&mut browser, false).await.path(), "/withdrawn");
    clinic.mail_to(HANAKO).await;
    assert_eq!(stored(&clinic, of.id), at_the_clinic(&of));
    assert_eq!(stored(&clinic, past.id), at_the_clinic(&past));
    assert_eq!(clinic.floor.store.read_blocking(clinic.now(), |r| clinic_store::links(r, account.id)).unwrap(), []);
    let rows = rows::all(&clinic.floor.store);
    let holding = |text: &str| {
        let rows = rows.iter().filter(|(_, value)| value.windows(text.len()).any(|part| part == text.as_bytes()));
        rows.map(|(key, _)| String::from_utf8_lossy(key).into_owned()).collect::<Vec<_>>()
    };
    let named = holding("花子");
    assert_eq!(named.len(), 3, "{named:?}");
    let is_the_clinics = |row: &String| row.starts_with("reservation\0") || row.starts_with("patient\0");
    assert!(named.iter().all(is_the_clinics), "the clinic's own records: {named:?}");
    assert_eq!(holding(account.password.as_str()), Vec::<String>::new());
    let page = clinic.plain().get(&path).await;
    assert_eq!(page.overview("状態").as_deref(), Some("予約済み"), "and the URL of the mail still opens it");
    no_index_is_wrong(&clinic);
    let mut anew = clinic.signed_in(HANAKO).await;
    assert!(anew.get("/dashboard").await.text().contains("予約とマイクリニックはまだありません"));
}

#[tokio::test]
async fn l12_a_patient_with_hundreds_of_clinics_leaves_every_one() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let last = book(&clinic, HANAKO, "9:30", true).await;
    let account = people::find(&clinic.floor, HANAKO).unwrap().id;
    let registered = clinic.floor.store.write(clinic.now(), move |tx| {
        // In the order of their ids, the one with the reservation comes after all of them.
        (0..300).try_for_each(|number| {
            let id = ClinicId::parse(&format!("a{number}")).expect("an id");
            clinic_store::register(tx, account, &id).map(drop)
        })
    });
    registered.await.unwrap();
    let mut browser = clinic.signed_in(HANAKO).await;
    assert!(browser.get("/dashboard").await.text().contains("9:30"), "the list is whole");
    assert_eq!(leave(&mut browser, false).await.path(), "/withdrawn");
    clinic.mail_to(HANAKO).await;
    assert_eq!(stored(&clinic, last.id), at_the_clinic(&last));
    assert_eq!(clinic.floor.store.read_blocking(clinic.now(), |r| clinic_store::links(r, account)).unwrap(), []);
}

#[tokio::test]
async fn the_box_cancels_what_can_be_cancelled_and_tells_it_by_mail() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let first = book(&clinic, HANAKO, "9:30", true).await;
    let second = book(&clinic, HANAKO, "10:00", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    assert_eq!(leave(&mut browser, true).await.path(), "/withdrawn");
    for of in [first, second] {
        let left = stored(&clinic, of.id);
        assert_eq!((left.status, left.link), (Status::Cancelled { at: clinic.now(), by: Some(Actor::Patient) }, None));
    }
    let letters = clinic.mails_to(HANAKO).await;
    let about = |word: &str| letters.iter().filter(|letter| letter.subject().contains(word)).count();
    assert_eq!((about("予約をキャンセルしました"), about("退会の手続きが完了しました")), (2, 1));
    no_index_is_wrong(&clinic);
}

#[tokio::test]
async fn what_was_begun_in_any_browser_goes_with_the_account_and_nobody_elses_is_read() {
    const RAW: Table<(TokenHash, BookingKey), String> = Table::new("booking");
    let clinic = booking::sakura().await;
    let mut browsers = [clinic.signed_in(HANAKO).await, clinic.signed_in(HANAKO).await];
    let mut begun = Vec::new();
    for browser in &mut browsers {
        begun.push(booking::to_person(browser).await.path().to_owned());
    }
    let mut other = clinic.signed_in(TARO).await;
    let calendar = other.get(&format!("{}&day=2026-04-02", booking::calendar(GENERAL, "first"))).await;
    let theirs = booking::choose(&mut other, &calendar, "4月2日(木)", "10:00").await;
    // Nobody's way into leaving is barred by what somebody else left behind.
    let damaged = (TokenHash::of_text("somebody"), BookingKey::mint());
    clinic.floor.store.write(clinic.now(), move |tx| RAW.put(tx, &damaged, &"damaged".to_owned())).await.unwrap();
    let count =
        |table: &str| rows::all(&clinic.floor.store).keys().filter(|key| key.starts_with(table.as_bytes())).count();
    assert_eq!((count("slot-hold\0"), count("booking-by-account\0")), (3, 3));
    assert_eq!(leave(&mut browsers[0], false).await.path(), "/withdrawn");
    clinic.mail_to(HANAKO).await;
    assert_eq!((count("slot-hold\0"), count("booking-by-account\0")), (1, 1));
    for (browser, path) in browsers.iter_mut().zip(&begun) {
        assert_eq!(browser.get(path).await.code(), 404);
    }
    assert_eq!(other.get(theirs.path()).await.code(), 200);
}

#[tokio::test]
async fn l12_what_was_begun_goes_with_the_account_even_if_it_has_ended_and_waits_for_the_sweeper() {
    let clinic = booking::sakura().await;
    let mut browser = clinic.signed_in(HANAKO).await;
    booking::to_person(&mut browser).await;
    clinic.minutes_pass(24 * 60 + 1);
    let begun = || {
        let rows = rows::all(&clinic.floor.store);
        rows.into_keys().filter(|key| key.starts_with(b"booking\0") || key.starts_with(b"booking-by-account\0")).count()
    };
    assert_eq!(begun(), 2);
    assert_eq!(leave(&mut browser, false).await.path(), "/withdrawn");
    clinic.mail_to(HANAKO).await;
    assert_eq!(begun(), 0);
}

#[tokio::test]
async fn what_cannot_be_cancelled_any_more_stays_and_has_the_number_to_call() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let late = book(&clinic, HANAKO, "9:30", true).await;
    clinic.floor.clock.advance_to(late.deadlines.cancel);
    assert_eq!(clinic.now().jst_date().next_day(), Some(FRIDAY));
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/account/withdrawal").await;
    assert_eq!(page.link("03-1111-2222"), "tel:0311112222");
    let form = page.form("送信して退会する").choose("その他");
    assert!(form.fields.iter().all(|input| input.label != CANCEL_ALL), "there is nothing to choose");
    // Somebody may have ticked it a minute before.
    let form = form.forge("cancel_reservations", "on").tick("規約に同意して退会する");
    let page = browser.submit(form.fill("現在のパスワード", people::password(HANAKO))).await;
    assert_eq!(page.path(), "/withdrawn");
    clinic.mail_to(HANAKO).await;
    assert_eq!(stored(&clinic, late.id), at_the_clinic(&late));
}
