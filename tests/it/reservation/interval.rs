//! The days that lie between two visits of one person: said on the calendar, and kept when many book at once.

use crate::harness::booking::{self, all, as_guest, as_patient, calendar, choose, code};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL, SAKURA, time};
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::fill_in;
use crate::harness::work::done;
use mypage::account::BookingRight;
use mypage::clinic::{ClinicId, MenuId, Visit};
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::reservation::{self, Attendee, Request};
use mypage::slots::{BookingKey, Offers, Reason};
use time::macros::date;
use time::{Date, Duration};

const BOOK: &str = "予約を確定する";
const OTHER: &str = "other@example.jp";

/// The sample clinic, whose first menu wants 28 days between two visits.
async fn clinic() -> Clinic {
    let clinic = Clinic::new();
    let mut menus = clinics::menus();
    menus[0].minimum_interval_days = Some(28);
    clinics::open(&clinic.floor, clinics::sakura(), menus).await;
    clinic
}

/// 受診者, with the 10th of April chosen: eight days after the visit that is booked.
async fn to_person(browser: &mut Browser) -> Page {
    let page = browser.get(&format!("{}&day=2026-04-10", calendar(GENERAL, "first"))).await;
    choose(browser, &page, "4月10日(金)", "9:30").await
}

#[tokio::test]
async fn a_guest_is_told_from_when_on_and_loses_nothing_that_was_typed() {
    for htmx in [false, true] {
        let clinic = clinic().await;
        let mut first = clinic.plain();
        assert_eq!(as_guest(&clinic, &mut first, HANAKO).await.h1(), "予約確定");
        clinic.mail_to(HANAKO).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = to_person(&mut browser).await;
        let form = fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", HANAKO);
        let page = browser.submit(form).await;
        assert_eq!(page.h1(), "予約内容の確認", "nobody is told who has not proved the address");
        let right = code(&clinic, HANAKO).await;
        let page = browser.submit(page.form(BOOK).fill("確認コード", &right)).await;
        assert_eq!((page.code(), page.h1().as_str()), (409, "日時を選ぶ"));
        let told = page.role("alert").unwrap();
        assert!(told.contains("28日あけてください。4月30日(木)から予約できます。"), "{told}");
        assert!(told.contains("入力した内容は残っています"), "{told}");
        let page = choose(&mut browser, &page, "4月30日(木)", "9:30").await;
        assert_eq!(page.h1(), "予約内容の確認", "on that day, with what was typed");
        assert_eq!(browser.submit(page.form(BOOK)).await.h1(), "予約確定", "the address is proved");
        clinic.mail_to(HANAKO).await;
    }
}

#[tokio::test]
async fn a_stranger_learns_no_day_and_keeps_nobody_away() {
    let clinic = clinic().await;
    let mut first = clinic.plain();
    assert_eq!(as_guest(&clinic, &mut first, HANAKO).await.h1(), "予約確定");
    clinic.mail_to(HANAKO).await;
    // What is still to come stands in the way of nobody who books the same person from elsewhere.
    let wants = async |browser: &mut Browser| {
        let page = browser.get(&format!("{}&day=2026-04-20", calendar(GENERAL, "first"))).await;
        let page = choose(browser, &page, "4月20日(月)", "9:30").await;
        browser.submit(fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", OTHER)).await
    };
    assert_eq!(wants(&mut clinic.plain()).await.h1(), "予約内容の確認");
    clinic.mail_to(OTHER).await;
    // What was given is: too early a dose harms. When it was is not told.
    clinic.minutes_pass(3 * 24 * 60);
    let page = wants(&mut clinic.plain()).await;
    assert_eq!((page.code(), page.h1().as_str()), (409, "日時を選ぶ"));
    let told = page.role("alert").unwrap();
    assert!(told.contains("28日あけてください") && !told.contains("から予約できます"), "{told}");
}

#[tokio::test]
async fn the_calendar_says_which_visit_is_too_near_and_the_first_free_time_is_far_enough() {
    let clinic = clinic().await;
    clinic.ignore_mail();
    let mut browser = clinic.signed_in(HANAKO).await;
    assert_eq!(as_patient(&mut browser, HANAKO).await.h1(), "予約確定");
    let own = people::own(&clinic.floor, people::find(&clinic.floor, HANAKO).unwrap().id).id.text();
    let page = browser.get(&format!("{}&for={own}&day=2026-04-10", calendar(GENERAL, "first"))).await;
    let why = "前回の4月2日(木)から28日あけてください。4月30日(木)から予約できます。";
    assert!(page.text().contains(why), "{}", page.text());
    let offered: Vec<String> = page.forms().iter().flat_map(|form| form.buttons()).collect();
    let first = offered.iter().find(|text| text.contains("を選ぶ"));
    assert!(first.is_some_and(|text| text.contains("4月30日(木)9:00")), "{offered:?}");
    // The same by the way on which the person is known later.
    let page = to_person(&mut browser).await;
    let page = browser.submit(page.form("確認へ")).await;
    assert_eq!((page.code(), page.h1().as_str()), (409, "日時を選ぶ"));
    assert!(page.role("alert").unwrap().contains(why), "{}", page.text());
    assert_eq!(all(&clinic).len(), 1);
}

#[tokio::test]
async fn what_was_booked_meanwhile_is_refused_when_it_is_confirmed() {
    let clinic = clinic().await;
    clinic.ignore_mail();
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = to_person(&mut browser).await;
    let confirmation = browser.submit(page.form("確認へ")).await;
    let mut elsewhere = clinic.signed_in(HANAKO).await;
    assert_eq!(as_patient(&mut elsewhere, HANAKO).await.h1(), "予約確定");
    let page = browser.submit(confirmation.form(BOOK)).await;
    assert_eq!((page.code(), page.h1().as_str()), (409, "日時を選ぶ"));
    assert!(page.role("alert").unwrap().contains("4月30日(木)から予約できます"), "{}", page.text());
    assert_eq!(all(&clinic).len(), 1);
}

/// Books for Hanako by her address.
fn request(day: Date, today: Date) -> Request {
    let attendee = Attendee {
        person: people::draft(HANAKO).check(today).unwrap().into(),
        person_id: None,
        chart_number: None,
        address: Some(EmailAddress::parse(HANAKO).unwrap()),
        lang: Lang::Ja,
        relation: None,
    };
    let key = BookingKey::mint();
    Request {
        key,
        visit: Visit::First,
        day,
        start: time("9:30"),
        attendee,
        account: None,
        right: BookingRight::Unasked,
        group: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_book_at_once_for_one_person_nobody_gets_two_visits_that_are_too_near() {
    let clinic = clinic().await;
    let (now, today) = (clinic.now(), clinic.now().jst_date());
    let booking = (0..40).map(|client| {
        // A Monday to a Friday, within seven weeks.
        let monday = date!(2026 - 04 - 06) + Duration::weeks(client as i64 % 7);
        let request = request(monday + Duration::days(client as i64 % 5), today);
        let store = clinic.floor.store.clone();
        tokio::spawn(async move {
            let booked = store.write(now, move |tx| {
                let offers = Offers::of(tx, &ClinicId::parse(SAKURA).unwrap())?.expect("the clinic is open");
                let offer = offers.offer(&MenuId::parse(GENERAL).unwrap(), Visit::First).expect("a menu");
                done(tx, |work| reservation::book(work, offer, &request))
            });
            booked.await.unwrap()
        })
    });
    let booking: Vec<_> = booking.collect();
    for task in booking {
        let refused = task.await.unwrap().err();
        let expected =
            matches!(refused, None | Some(Reason::TooNear(_) | Reason::Full | Reason::Twice | Reason::Holiday(_)));
        assert!(expected, "{refused:?}");
    }
    let mut days: Vec<Date> = booking::all(&clinic).iter().map(|of| of.slot.day).collect();
    days.sort_unstable();
    assert!(!days.is_empty(), "somebody is booked");
    assert!(days.is_sorted_by(|one, next| *next - *one >= Duration::days(28)), "{days:?}");
}
