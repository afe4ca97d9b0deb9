//! 予約を変更: how it begins, by whom, and when it does not.

use crate::harness::booked::{self, book, receipt, stored};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL, SAKURA};
use crate::harness::people::{self, HANAKO};
use crate::harness::rows;
use mypage::booking::{Booking, Moving, Stage, rows as bookings};
use mypage::clinic::{ClinicId, Visit, rows as clinic_store};
use mypage::reservation::ReceiptToken;
use mypage::secret::Token;
use mypage::slots::BookingKey;

const DIGITS: &str = "電話番号の下4桁";

/// The booking in a browser to whose calendar an answer leads.
fn begun(clinic: &Clinic, browser: &Browser, leads_to: &str) -> Booking {
    let rest = leads_to.strip_prefix("/b/sakura/bookings/").expect("the clinic's calendar");
    let key = BookingKey::parse(rest.strip_suffix("/slots").expect("its slots")).unwrap();
    let visitor = Token::parse(&browser.token()).unwrap().hash();
    clinic
        .floor
        .store
        .read_blocking(clinic.now(), |r| bookings::booking(r, visitor, key))
        .unwrap()
        .expect("kept in this browser")
}

#[tokio::test]
async fn the_patient_is_led_into_the_calendar_and_nothing_is_given_up_yet() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let account = people::find(&clinic.floor, HANAKO).unwrap().id;
    // The one is answered with a redirect, htmx with a header that says the same.
    for (mut browser, code) in clinic.both().into_iter().zip([303, 200]) {
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = browser.get(&format!("/reservations/{}", of.id.text())).await;
        browser.following = false;
        let answer = browser.submit(page.form("予約を変更")).await;
        assert_eq!(answer.code(), code);
        let booking = begun(&clinic, &browser, &answer.leads_to().unwrap());
        let expected =
            (SAKURA, GENERAL, Visit::First, Some(account), Some(Moving { id: of.id, token: None, whole_group: false }));
        let found = (booking.clinic.as_str(), booking.menu.as_str(), booking.visit, booking.account, booking.moving());
        assert_eq!(found, expected);
        assert_eq!(booking.stage, Stage::Begun);
        assert_eq!(stored(&clinic, of.id), of);
    }
}

#[tokio::test]
async fn l8_the_holder_of_the_url_gives_the_four_digits_for_that_too() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let path = receipt(&clinic, &of).await;
    let token = ReceiptToken::parse(path.trim_start_matches("/r/")).unwrap().key();
    for mut browser in clinic.both() {
        let page = browser.get(&path).await;
        assert!(!page.text().contains(DIGITS), "the digits are asked for where they are of use");
        let page = browser.follow(&page, "予約を変更").await;
        let refused = browser.submit(page.form("日時を選び直す").fill(DIGITS, "1111")).await;
        assert_eq!((refused.code(), refused.wrong_fields()), (422, vec!["digits".to_owned()]));
        assert_eq!(refused.h1(), "日時の変更");
        browser.following = false;
        let answer = browser.submit(page.form("日時を選び直す").fill(DIGITS, "5678")).await;
        let booking = begun(&clinic, &browser, &answer.leads_to().unwrap());
        assert_eq!(
            (booking.account, booking.moving()),
            (None, Some(Moving { id: of.id, token: Some(token), whole_group: false }))
        );
    }
}

#[tokio::test]
async fn too_late_or_cancelled_meanwhile_is_told_and_begins_nothing() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let cancelled = book(&clinic, HANAKO, "10:00", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let [late, gone] = [&of, &cancelled].map(|of| format!("/reservations/{}", of.id.text()));
    let forms = [browser.get(&late).await.form("予約を変更"), browser.get(&gone).await.form("予約を変更")];
    let question = browser.get(&format!("{gone}/cancellation")).await;
    browser.submit(question.form("キャンセルする")).await;
    clinic.mail_to(HANAKO).await;
    clinic.floor.clock.advance_to(of.deadlines.change);
    clinic.use_noted(&mut browser).await;
    let before = rows::all(&clinic.floor.store);
    let [late, gone] = forms;
    let page = browser.submit(late).await;
    assert_eq!((page.code(), page.h1().as_str()), (422, "予約は変更されていません"));
    assert!(page.role("alert").unwrap().contains("Webでの変更は2026年4月2日(木)18:00に締め切りました。"));
    assert_eq!(page.link("03-1111-2222"), "tel:0311112222");
    let page = browser.submit(gone).await;
    assert!(page.text().contains("この予約はすでにキャンセルされています。"));
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
}

#[tokio::test]
async fn a_menu_that_the_clinic_offers_no_more_is_moved_by_phone() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get(&format!("/reservations/{}", of.id.text())).await;
    let left = clinics::menus().into_iter().filter(|menu| menu.id.as_str() != GENERAL).collect();
    clinics::open(&clinic.floor, clinics::sakura(), left).await;
    let id = ClinicId::parse(SAKURA).unwrap();
    assert_eq!(clinic.floor.store.read_blocking(clinic.now(), |r| clinic_store::menus(r, &id)).unwrap().len(), 4);
    let page = browser.submit(page.form("予約を変更")).await;
    assert_eq!(page.code(), 422);
    assert!(page.role("alert").unwrap().contains("この診療メニューの日時は、現在Webでは変更できません。"));
}
