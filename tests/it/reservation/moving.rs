//! Another time for what is booked: the calendar, 確認 and 予約確定 of a move.

use crate::harness::booked::{self, FRIDAY, book, book_for_others, receipt, stored};
use crate::harness::booking::{self, calendar, choose};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::GENERAL;
use crate::harness::page::Page;
use crate::harness::people::HANAKO;
use crate::harness::rows;
use mypage::reservation::Reservation;

const MOVE: &str = "変更を確定する";

async fn begin(clinic: &Clinic, browser: &mut Browser, of: &Reservation, signed_in: bool) -> Page {
    if signed_in {
        clinic.sign_in(browser, HANAKO).await;
        let page = browser.get(&format!("/reservations/{}", of.id.text())).await;
        return browser.submit(page.form("予約を変更")).await;
    }
    let path = receipt(clinic, of).await;
    let page = browser.get(&format!("{path}/change")).await;
    browser.submit(page.form("日時を選び直す").fill("電話番号の下4桁", "5678")).await
}

#[tokio::test]
async fn a_reservation_is_moved_and_keeps_its_number() {
    for (htmx, signed_in) in [(false, true), (true, true), (false, false), (true, false)] {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let of = book(&clinic, HANAKO, "9:30", signed_in).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = begin(&clinic, &mut browser, &of, signed_in).await;
        assert_eq!(page.h1(), "新しい日時を選ぶ");
        assert_eq!(page.overview("変更前の日時").as_deref(), Some("2026年(令和8年)4月3日(金)9:30"));
        let page = browser.get(&format!("{}?day={FRIDAY}", page.path())).await;
        let page = choose(&mut browser, &page, "4月3日(金)", "10:00").await;
        assert_eq!(page.h1(), "変更内容の確認");
        assert_eq!(page.overview("変更前の日時").as_deref(), Some("2026年(令和8年)4月3日(金)9:30"));
        assert_eq!(page.overview("変更後の日時").as_deref(), Some("2026年(令和8年)4月3日(金)10:00"));
        assert_eq!(stored(&clinic, of.id), of, "not before 変更を確定する");
        let form = page.form(MOVE);
        let page = browser.submit(form.clone()).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "予約を変更しました"));
        let moved = stored(&clinic, of.id);
        assert_eq!((moved.number, moved.slot.start.to_string(), moved.sequence), (of.number, "10:00".to_owned(), 1));
        assert!(page.role("status").unwrap().contains(&of.number.to_string()));
        assert!(!page.has_button("上記の情報でアカウント作成"));
        let again = browser.submit(form).await;
        assert_eq!((again.h1().as_str(), stored(&clinic, of.id).sequence), ("予約を変更しました", 1), "sent twice");
        let letter = clinic.mail_to(HANAKO).await;
        assert!(letter.text().contains("変更"), "{}", letter.text());
    }
}

#[tokio::test]
async fn leaving_keeps_the_present_time() {
    for signed_in in [true, false] {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let of = book(&clinic, HANAKO, "9:30", signed_in).await;
        let mut browser = clinic.plain();
        let page = begin(&clinic, &mut browser, &of, signed_in).await;
        let page = browser.submit(page.form("変更をやめる")).await;
        match signed_in {
            true => assert_eq!(page.path(), format!("/reservations/{}", of.id.text())),
            false => assert_eq!(page.role("status").as_deref(), Some("変更をやめました。元の予約はそのままです。")),
        }
        assert_eq!(stored(&clinic, of.id), of);
    }
}

#[tokio::test]
async fn too_late_and_taken_leave_the_present_time_as_it_is() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let of = book(&clinic, HANAKO, "14:00", true).await;
        clinic.floor.clock.advance_to(of.deadlines.change.plus_minutes(-30));
        let page = begin(&clinic, &mut browser, &of, true).await;
        let page = browser.get(&format!("{}?day={FRIDAY}", page.path())).await;
        let page = choose(&mut browser, &page, "4月3日(金)", "16:00").await;
        clinic.minutes_pass(11);
        book_for_others(&clinic, "16:00", 2).await;
        let lost = browser.submit(page.form(MOVE)).await;
        assert_eq!((lost.code(), lost.h1().as_str()), (409, "新しい日時を選ぶ"));
        assert!(lost.role("alert").unwrap().contains("元の予約はそのままです"));
        let page = choose(&mut browser, &lost, "4月3日(金)", "16:30").await;
        clinic.floor.clock.advance_to(of.deadlines.change);
        let late = browser.submit(page.form(MOVE)).await;
        assert_eq!((late.code(), late.h1().as_str()), (409, "予約は変更されていません"));
        assert!(late.text().contains("03-1111-2222"), "{}", late.text());
        assert_eq!(stored(&clinic, of.id), of);
    }
}

#[tokio::test]
async fn its_own_time_chosen_again_changes_nothing_and_mails_nothing() {
    for (htmx, signed_in) in [(false, true), (true, false)] {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let of = book(&clinic, HANAKO, "9:30", signed_in).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = begin(&clinic, &mut browser, &of, signed_in).await;
        let page = browser.get(&format!("{}?day={FRIDAY}", page.path())).await;
        let page = choose(&mut browser, &page, "4月3日(金)", "9:30").await;
        let tokens = tokens(&clinic);
        let form = page.form(MOVE);
        for _ in 0..2 {
            let page = browser.submit(form.clone()).await;
            assert_eq!((page.code(), page.h1().as_str()), (200, "予約は変わっていません"));
            assert!(!page.text().contains("確認メール"), "{}", page.text());
        }
        assert_eq!((stored(&clinic, of.id), self::tokens(&clinic)), (of, tokens));
        assert_eq!(clinic.mails_to(HANAKO).await.len(), 0);
    }
}

/// How many URLs open a reservation.
fn tokens(clinic: &Clinic) -> usize {
    rows::all(&clinic.floor.store).keys().filter(|key| key.starts_with(b"reservation-token")).count()
}

#[tokio::test]
async fn another_time_is_looked_for_around_the_present_one() {
    for signed_in in [true, false] {
        let clinic = Clinic::new();
        clinic.ignore_mail();
        booked::open(&clinic).await;
        let mut browser = clinic.signed_in(HANAKO).await;
        let page = browser.get(&format!("{}&day=2026-05-12", calendar(GENERAL, "first"))).await;
        let page = choose(&mut browser, &page, "5月12日(火)", "9:30").await;
        let page = browser.submit(page.form("確認へ")).await;
        assert_eq!(browser.submit(page.form("予約を確定する")).await.h1(), "予約確定");
        let of = booking::only(&clinic);
        let mut browser = clinic.plain();
        let page = begin(&clinic, &mut browser, &of, signed_in).await;
        assert!(page.text().contains("2026年5月"), "{}", page.text());
        let buttons = page.forms().into_iter().flat_map(|form| form.buttons());
        let offered: Vec<String> = buttons.filter(|button| button.contains("を選ぶ")).collect();
        assert!(offered[0].starts_with("5月12日(火)"), "{offered:?}");
    }
}

#[tokio::test]
async fn the_url_of_a_mail_tells_nothing_of_other_visits_of_its_patient() {
    for (signed_in, said) in [(true, "同じ方がすでに予約しています"), (false, "満員になりました")]
    {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let of = book(&clinic, HANAKO, "9:30", signed_in).await;
        book(&clinic, HANAKO, "10:00", signed_in).await;
        let mut browser = clinic.plain();
        let page = begin(&clinic, &mut browser, &of, signed_in).await;
        let page = browser.get(&format!("{}?day={FRIDAY}", page.path())).await;
        let page = choose(&mut browser, &page, "4月3日(金)", "10:00").await;
        let page = if page.has_button(MOVE) { browser.submit(page.form(MOVE)).await } else { page };
        assert_eq!(page.code(), 409);
        assert!(page.role("alert").unwrap().contains(said), "{}", page.text());
        assert_eq!(stored(&clinic, of.id), of);
    }
}
