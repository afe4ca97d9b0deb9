//! B9: many people behind one address, such as a carrier's, a school's or the clinic's own wifi; and the same flood as P8 from
//! there, which is stopped.

use crate::harness::booked;
use crate::harness::booking::{all, calendar, choose, code, sakura, to_person};
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::clinics::{self, GENERAL};
use crate::harness::page::Page;
use crate::harness::people::HANAKO;
use crate::harness::reservations;
use crate::harness::stage::{NEW_PASSWORD, ask_for_link, fill_in};
use mypage::clinic::{BookingPolicy, Menu};
use mypage::store::Store;
use time::macros::date;

/// Where they all come from.
const SHARED: &str = "203.0.113.9";

/// The clinic of the samples with room for everybody.
async fn roomy(booking: BookingPolicy) -> Clinic {
    let clinic = Clinic::open(Setup { store: Store::memory(), ..Setup::default() });
    let menus = clinics::menus().into_iter().map(|menu| Menu { places: 600, ..menu }).collect();
    clinics::open(&clinic.floor, mypage::clinic::Clinic { booking, ..clinics::sakura() }, menus).await;
    clinic.ignore_mail();
    clinic
}

/// 確認 of a guest with this address.
async fn to_confirmation(browser: &mut Browser, email: &str) -> Page {
    let page = to_person(browser).await;
    let page = browser.submit(fill_in(page.form("確認へ"), HANAKO).fill("メールアドレス", email)).await;
    assert_eq!((page.code(), page.h1().as_str()), (200, "予約内容の確認"), "{email}");
    page
}

#[tokio::test]
async fn b9_seventy_guests_behind_one_ipv4_address_all_get_through() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    for number in 0..70 {
        let mut browser = clinic.plain().at(SHARED);
        let page = to_confirmation(&mut browser, &format!("guest{number}@example.jp")).await;
        browser.submit(page.form("予約をやめる")).await;
    }
}

#[tokio::test]
async fn b9_five_hundred_phones_behind_one_ipv4_address_book_within_an_hour_and_a_flood_from_there_is_stopped() {
    let clinic = roomy(BookingPolicy::default()).await;
    for number in 0..500 {
        let mut browser = clinic.plain().at(SHARED);
        let email = format!("guest{number}@example.jp");
        // Every third one changes their mind about the time once.
        if number % 3 == 0 {
            let page = browser.get(&format!("{}&day=2026-04-02", calendar(GENERAL, "first"))).await;
            assert_eq!(choose(&mut browser, &page, "4月2日(木)", "10:00").await.code(), 200, "{email}");
        }
        let page = to_confirmation(&mut browser, &email).await;
        // And every tenth one mistypes the code.
        let right = code(&clinic, &email).await;
        let page = match number % 10 {
            0 => {
                let wrong = if right == "123456" { "123457" } else { "123456" };
                browser.submit(page.form("予約を確定する").fill("確認コード", wrong)).await
            }
            _ => page,
        };
        let page = browser.submit(page.form("予約を確定する").fill("確認コード", &right)).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "予約確定"), "{email}");
        if number % 9 == 8 {
            clinic.minutes_pass(1);
        }
    }
    assert_eq!(all(&clinic).len(), 500);
    let mut flood = clinic.plain().at(SHARED);
    let mut sent = 0;
    for _ in 0..20 {
        let form = flood.get("/sign-up").await.form("メール送信").fill("メールアドレス", "victim@example.jp");
        sent += usize::from(flood.submit(form).await.code() == 200);
    }
    assert_eq!(sent, 3);
}

#[tokio::test]
async fn b9_a_crowd_behind_one_address_uses_the_links_of_its_mails() {
    let clinic = roomy(BookingPolicy::default()).await;
    for number in 0..120 {
        let mut browser = clinic.plain().at(SHARED);
        let email = format!("guest{number}@example.jp");
        let wish = (GENERAL, date!(2026 - 04 - 03), "9:30");
        let visit = reservations::book(&clinic.floor.store, clinic.now(), &email, wish).await;
        let url = booked::receipt(&clinic, &visit).await;
        let proof = browser.get(&url).await.form("日本語").value("_csrf");
        let digits = visit.attendee.person.phone.last_four().to_owned();
        let fields = [("_csrf".to_owned(), proof), ("digits".to_owned(), digits)];
        let page = browser.send(Ask::posting(&format!("{url}/cancellation"), &fields)).await;
        assert_eq!(page.code(), 200, "{email}: {}", page.text());
    }
    assert!(all(&clinic).iter().all(|visit| !visit.is_booked()));
    for number in 0..105 {
        let mut browser = clinic.plain().at("203.0.113.10");
        let link = ask_for_link(&clinic, &mut browser, "/sign-up", &format!("new{number}@example.jp")).await;
        let page = browser.get(&link).await;
        let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
        assert_eq!((page.code(), page.path()), (200, "/sign-up/person"), "{number}");
    }
}

#[tokio::test]
async fn b9_a_desk_books_two_hundred_a_day_from_one_browser() {
    let clinic = roomy(BookingPolicy { guest_code: false, ..BookingPolicy::default() }).await;
    let mut desk = clinic.plain().at(SHARED);
    let mut number = 0;
    // Most people call in the first hour, one a minute.
    for calls in [60, 20, 20, 20, 20, 20, 20, 20] {
        for _ in 0..calls {
            number += 1;
            let page = to_confirmation(&mut desk, &format!("guest{number}@example.jp")).await;
            let page = desk.submit(page.form("予約を確定する")).await;
            assert_eq!((page.code(), page.h1().as_str()), (200, "予約確定"), "{number}: {}", page.text());
            clinic.minutes_pass(1);
        }
        clinic.minutes_pass(60 - calls);
    }
    assert_eq!(all(&clinic).len(), 200);
}
