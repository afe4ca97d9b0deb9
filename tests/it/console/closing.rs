//! 一日を締める: what is left of the day, whom to call, and the day in numbers.

use crate::harness::booked;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::clinics::SAKURA;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::staff::{self, RECEPTION};
use mypage::clinic::TimeOfDay;
use mypage::mail::failed::Failed;
use mypage::reservation::{Reservation, Status};
use mypage::staff::Role;
use mypage::store::Table;

pub const FRIDAY: &str = "/console/c/sakura/days/2026-04-03";
pub const CLOSING: &str = "/console/c/sakura/days/2026-04-03/closing";

/// A clinic at seven in the evening of Friday, with three who were booked for it.
pub async fn evening() -> (Clinic, Browser, [Reservation; 3]) {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let one = booked::book(&clinic, HANAKO, "9:30", true).await;
    let other = booked::book(&clinic, TARO, "10:00", false).await;
    let third = booked::book(&clinic, "emma@example.jp", "10:30", false).await;
    clinic.floor.clock.advance_to(TimeOfDay::of_hour(19).on(booked::FRIDAY));
    let browser = staff::session(&clinic, RECEPTION).await;
    (clinic, browser, [one, other, third])
}

/// Presses a status in the book for somebody.
pub async fn sets(browser: &mut Browser, of: &Reservation, to: &str) {
    let proof = browser.get(FRIDAY).await.form("ログアウト").value("_csrf");
    let fields = [("_csrf", proof.as_str()), ("seen", "booked"), ("to", to)];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let path = format!("/console/c/sakura/visits/{}/attendance", of.id.text());
    assert_eq!(browser.send(Ask::posting(&path, &fields)).await.code(), 200);
}

#[tokio::test]
async fn who_is_still_booked_and_who_is_still_there_are_settled_one_by_one_or_all() {
    for htmx in [false, true] {
        let (clinic, browser, [one, other, third]) = evening().await;
        let mut browser = if htmx { browser.with_htmx() } else { browser };
        sets(&mut browser, &third, "arrived").await;
        let page = browser.get(CLOSING).await;
        assert!(page.text().contains("「予約」のままの方") && page.text().contains("「来院」「診察中」のままの方"));
        let page = browser.submit(page.form("無断キャンセル")).await;
        let statuses = || [&one, &other, &third].map(|of| booked::stored(&clinic, of.id).status);
        assert_eq!(statuses(), [Status::NoShow, Status::Booked, Status::Arrived], "{}", page.text());
        let page = browser.submit(page.form("終了")).await;
        assert_eq!(statuses(), [Status::NoShow, Status::Booked, Status::Fulfilled]);
        let page = browser.submit(page.form("無断キャンセル")).await;
        assert!(page.text().contains("本日の業務は終了です"), "{}", page.text());
        assert_eq!(statuses(), [Status::NoShow, Status::NoShow, Status::Fulfilled]);
        let steps = booked::stored(&clinic, one.id).steps;
        assert_eq!(steps.last().unwrap().staff, Some(staff::find(&clinic, RECEPTION).id));
    }
}

#[tokio::test]
async fn one_press_settles_all_and_nothing_is_locked() {
    let (clinic, mut browser, visits) = evening().await;
    let page = browser.get(CLOSING).await;
    browser.submit(page.form("全員を無断キャンセルにする")).await;
    assert!(visits.iter().all(|of| booked::stored(&clinic, of.id).status == Status::NoShow));
    let page = browser.get(FRIDAY).await;
    browser.submit(page.form("予約に戻す").pressing("予約に戻す").expect("the button")).await;
    assert!(visits.iter().any(|of| booked::stored(&clinic, of.id).status == Status::Booked));
}

#[tokio::test]
async fn somebody_who_was_settled_elsewhere_meanwhile_is_said() {
    let (clinic, mut browser, [one, ..]) = evening().await;
    let page = browser.get(CLOSING).await;
    sets(&mut browser, &one, "arrived").await;
    let page = browser.submit(page.form("無断キャンセル")).await;
    assert_eq!(page.code(), 409);
    assert_eq!(booked::stored(&clinic, one.id).status, Status::Arrived);
}

#[tokio::test]
async fn nobody_is_left_before_the_visits_have_begun() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let visit = booked::book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = staff::session(&clinic, RECEPTION).await;
    let page = browser.get(CLOSING).await;
    assert!(!page.has_button("無断キャンセル"), "{}", page.text());
    let fields =
        [("_csrf".to_owned(), page.form("ログアウト").value("_csrf")), ("to".to_owned(), "no-show".to_owned())];
    browser.send(Ask::posting(CLOSING, &fields)).await;
    assert_eq!(booked::stored(&clinic, visit.id).status, Status::Booked);
}

#[tokio::test]
async fn the_next_day_is_listed_and_who_got_no_mail_is_to_be_called() {
    let (clinic, mut browser, _) = evening().await;
    let monday = booked::FRIDAY.saturating_add(time::Duration::days(3));
    let visit = booked::on(&clinic, HANAKO, monday, "9:30").await;
    // Saturday is open in the morning, and nobody has booked it.
    let page = browser.get(CLOSING).await;
    assert!(page.text().contains("次の診療日 2026年4月4日(土) 0名"), "{}", page.text());
    assert!(!page.text().contains("メールが届かなかった方"));
    let failed = Failed {
        to: "h***@".to_owned(),
        why: "550 no such user".to_owned(),
        at: clinic.now(),
        attempts: 1,
        about: Some(visit.id.text()),
    };
    let table: Table<u64, Failed> = Table::new("mail_failed");
    clinic.floor.store.write(clinic.now(), move |tx| table.put(tx, &1, &failed)).await.unwrap();
    let page = browser.get(CLOSING).await;
    assert!(page.text().contains("メールが届かなかった方"), "{}", page.text());
    assert!(page.text().contains(&visit.attendee.person.phone.hyphenated()));
    clinic.minutes_pass(7 * 24 * 60);
    let mut browser = staff::session(&clinic, RECEPTION).await;
    assert!(!browser.get(CLOSING).await.text().contains("メールが届かなかった方"), "the visit is over");
}

#[tokio::test]
async fn the_day_in_numbers_says_what_came_and_how_long_they_waited() {
    let (clinic, mut browser, [one, other, _]) = evening().await;
    sets(&mut browser, &one, "arrived").await;
    clinic.minutes_pass(12);
    let page = browser.get(FRIDAY).await;
    browser.submit(page.form("診察へ").pressing("診察へ").expect("the button")).await;
    sets(&mut browser, &other, "no-show").await;
    let page = browser.get(CLOSING).await;
    let said = |label: &str| page.overview(label).unwrap_or_default();
    assert!(said("来院・来院予定").contains("2名") && said("来院・来院予定").contains("初診2名"), "{}", page.text());
    assert_eq!(said("無断キャンセル"), "1名");
    assert!(said("待ち時間").contains("中央値12分"), "{}", said("待ち時間"));
    assert!(said("予約の方法別").contains("Web"), "{}", said("予約の方法別"));
    assert!(said("メニュー別").contains("2名"), "{}", said("メニュー別"));
}

#[tokio::test]
async fn a_day_is_not_over_as_long_as_anybody_may_still_come_in() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    for (hour, is_over) in [(17, false), (19, true)] {
        clinic.floor.clock.advance_to(TimeOfDay::of_hour(hour).on(booked::FRIDAY));
        let page = staff::session(&clinic, RECEPTION).await.get(CLOSING).await;
        assert_eq!(page.text().contains("本日の業務は終了です"), is_over, "{hour}: {}", page.text());
        assert!(page.text().contains("この画面は、ブラウザの「印刷」"), "it can be printed at any time");
    }
}
