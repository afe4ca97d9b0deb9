//! 予約確認 behind the URL of a mail, which anybody may have got who should not.

use crate::harness::booked::{self, book, receipt, stored};
use crate::harness::booking::choose;
use crate::harness::browser::Ask;
use crate::harness::clinic::Clinic;
use crate::harness::clinics;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use mypage::lang::{self, Lang};
use mypage::reservation::{ReceiptToken, Status};
use poem::http::Method;

const DIGITS: &str = "電話番号の下4桁";

/// Hanako's number ends with these.
const RIGHT: &str = "5678";

fn names_nobody(page: &Page) {
    let draft = people::draft(HANAKO);
    let body = String::from_utf8(page.body.clone()).unwrap();
    let phone = "0312345678";
    let born = ["1948", "昭和23", "Showa 23"];
    let own = [&draft.family_name, &draft.given_name, &draft.family_kana, &draft.given_kana, &draft.phone, &draft.line];
    for personal in own.into_iter().map(String::as_str).chain(born).chain([phone, HANAKO, "00123", "千代田"]) {
        assert!(!personal.is_empty() && !body.contains(personal), "{personal} is on {}", page.path());
    }
}

#[tokio::test]
async fn l8_the_holder_of_the_url_sees_the_booking_and_not_who_it_is() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let path = receipt(&clinic, &of).await;
    let mut browser = clinic.plain();
    let page = browser.get(&path).await;
    assert_eq!((page.code(), page.h1().as_str()), (200, "予約確認"));
    assert_eq!(page.overview("受診者").as_deref(), Some("ヤ・ハ…コ"));
    assert_eq!(page.overview("診察券番号").as_deref(), Some("***23"), "of 00123");
    assert_eq!(page.overview("予約番号"), Some(of.number.to_string()));
    assert_eq!(page.overview("キャンセル期限").as_deref(), Some("2026年4月2日(木)18:00まで"));
    let question = browser.follow(&page, "予約をキャンセル").await;
    let file = browser.follow(&page, "カレンダーに追加").await;
    let refused = browser.submit(question.form("キャンセルする").fill(DIGITS, "0000")).await;
    let change = browser.follow(&page, "予約を変更").await;
    let unchanged = browser.submit(change.form("日時を選び直す").fill(DIGITS, "0000")).await;
    assert!(String::from_utf8_lossy(&file.body).contains("BEGIN:VEVENT"));
    for page in [&page, &question, &file, &refused, &change, &unchanged] {
        names_nobody(page);
    }
    for page in [&question, &change] {
        let text = page.text();
        let (asked, _) = text.split_once(DIGITS).expect("the field");
        assert!(asked.contains("ヤ・ハ…コ") && asked.contains("9:30"), "which reservation it is about: {asked}");
        assert!(!asked.contains("住所"), "and not all of it before what somebody came for: {asked}");
    }
    assert_eq!(page.header("cache-control").as_deref(), Some("no-store"));
}

#[tokio::test]
async fn l1_scanners_that_open_every_link_change_nothing() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let path = receipt(&clinic, &book(&clinic, HANAKO, "9:30", false).await).await;
    let before = rows::all(&clinic.floor.store);
    for _ in 0..20 {
        for end in ["", "/cancellation", "/change", "/calendar.ics"] {
            for method in [Method::GET, Method::HEAD] {
                let page = clinic.plain().send(Ask::of(method, &format!("{path}{end}"))).await;
                assert_eq!(page.code(), 200);
            }
        }
    }
    assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
}

#[tokio::test]
async fn l8_cancelling_takes_the_last_four_digits_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        booked::open(&clinic).await;
        let of = book(&clinic, HANAKO, "9:30", false).await;
        let path = receipt(&clinic, &of).await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = browser.get(&format!("{path}/cancellation")).await;
        for wrong in ["", "12", "56789", "abcd", "1234"] {
            let page = browser.submit(page.form("キャンセルする").fill(DIGITS, wrong)).await;
            assert_eq!((page.code(), page.wrong_fields()), (422, vec!["digits".to_owned()]), "{wrong:?}");
            assert_eq!(page.form("キャンセルする").value("digits"), "", "a secret does not come back");
            assert_eq!(stored(&clinic, of.id).status, Status::Booked);
        }
        let page = browser.submit(page.form("キャンセルする").fill(DIGITS, " ５６-７８ ")).await;
        assert_eq!(page.path(), path);
        assert!(page.role("status").unwrap().contains("予約をキャンセルしました。"));
        assert_eq!(page.link("もう一度予約する"), "/b/sakura");
        assert!(!stored(&clinic, of.id).is_booked());
        clinic.mail_to(HANAKO).await;
    }
}

#[tokio::test]
async fn l8_five_wrong_tries_and_then_not_even_the_right_digits_help_for_a_while() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let paths = [receipt(&clinic, &of).await, receipt(&clinic, &of).await];
    let cancel = |address: &'static str, path: String, digits: &'static str| {
        let mut browser = clinic.plain().at(address);
        async move {
            let page = browser.get(&format!("{path}/cancellation")).await;
            browser.submit(page.form("キャンセルする").fill(DIGITS, digits)).await.code()
        }
    };
    let tries = ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4", "203.0.113.5"];
    for (at, address) in tries.into_iter().enumerate() {
        assert_eq!(cancel(address, paths[at % 2].clone(), "0000").await, 422);
    }
    assert_eq!(cancel("203.0.113.6", paths[0].clone(), RIGHT).await, 429, "from anywhere, by any of its URLs");
    let mut browser = clinic.plain();
    let page = browser.get(&format!("{}/change", paths[1])).await;
    let page = browser.submit(page.form("日時を選び直す").fill(DIGITS, RIGHT)).await;
    assert_eq!(page.code(), 429, "nor is there another door");
    assert_eq!(stored(&clinic, of.id).status, Status::Booked);
    clinic.minutes_pass(15);
    assert_eq!(cancel("203.0.113.7", paths[0].clone(), RIGHT).await, 200);
    clinic.mail_to(HANAKO).await;
}

#[tokio::test]
async fn l8_patience_does_not_guess_the_digits_and_the_page_then_says_to_call() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let path = receipt(&clinic, &of).await;
    let mut browser = clinic.plain();
    let form = browser.get(&format!("{path}/cancellation")).await.form("キャンセルする");
    for round in 0..4 {
        for _ in 0..5 {
            assert_eq!(browser.submit(form.clone().fill(DIGITS, "0000")).await.code(), 422, "{round}");
        }
        let page = browser.submit(form.clone().fill(DIGITS, RIGHT)).await;
        assert_eq!(page.code(), 429, "{round}");
        clinic.minutes_pass(15);
    }
    let page = browser.submit(form.clone().fill(DIGITS, RIGHT)).await;
    assert_eq!((page.code(), page.h1().as_str()), (429, "ご本人の確認ができません"));
    assert_eq!(page.link("03-1111-2222"), "tel:0311112222");
    names_nobody(&page);
    let mut elsewhere = clinic.htmx().at("203.0.113.9");
    let form = elsewhere.get(&format!("{path}/change")).await.form("日時を選び直す").fill(DIGITS, RIGHT);
    assert_eq!(elsewhere.submit(form.clone()).await.code(), 429);
    clinic.minutes_pass(24 * 60);
    assert_eq!(elsewhere.submit(form).await.code(), 429, "on the next day too");
    assert_eq!(stored(&clinic, of.id).status, Status::Booked);
}

#[tokio::test]
async fn l8_right_digits_use_nothing_up() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let path = receipt(&clinic, &book(&clinic, HANAKO, "9:30", false).await).await;
    let mut browser = clinic.plain();
    let form = browser.get(&format!("{path}/change")).await.form("日時を選び直す").fill(DIGITS, RIGHT);
    for _ in 0..25 {
        assert!(browser.submit(form.clone()).await.path().ends_with("/slots"));
    }
}

#[tokio::test]
async fn l8_right_digits_use_nothing_up_where_a_rule_then_refuses() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let path = receipt(&clinic, &book(&clinic, HANAKO, "9:30", false).await).await;
    let mut browser = clinic.plain();
    let form = browser.get(&format!("{path}/change")).await.form("日時を選び直す").fill(DIGITS, RIGHT);
    clinics::open(&clinic.floor, clinics::sakura(), Vec::new()).await;
    for _ in 0..25 {
        assert_eq!(browser.submit(form.clone()).await.code(), 422, "its menu is not offered any more");
    }
}

#[tokio::test]
async fn l8_many_guesses_at_once_are_many_counted_guesses() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let path = receipt(&clinic, &of).await;
    let mut browser = clinic.plain();
    let form = browser.get(&format!("{path}/cancellation")).await.form("キャンセルする");
    let guesses = (0..20).map(|digits| {
        let (mut browser, form) = (browser.clone(), form.clone().fill(DIGITS, &format!("{digits:04}")));
        async move { browser.submit(form).await.code() }
    });
    let codes = futures_util::future::join_all(guesses).await;
    assert_eq!(codes.iter().filter(|code| **code == 422).count(), 5, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| **code == 429).count(), 15, "{codes:?}");
}

#[tokio::test]
async fn a2_a_token_opens_its_own_reservation_only_and_ends_a_while_after_the_visit() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let hers = book(&clinic, HANAKO, "9:30", false).await;
    let his = book(&clinic, TARO, "9:30", false).await;
    let (first, second) = (receipt(&clinic, &hers).await, receipt(&clinic, &his).await);
    let mut browser = clinic.plain();
    assert_eq!(browser.get(&first).await.overview("予約番号"), Some(hers.number.to_string()));
    assert_eq!(browser.get(&second).await.overview("予約番号"), Some(his.number.to_string()));
    let form = browser.get(&format!("{first}/cancellation")).await.form("キャンセルする").fill(DIGITS, RIGHT);
    let before = rows::all(&clinic.floor.store);
    let nobodys = ReceiptToken::mint(clinic.now()).text();
    let (_, secret) = first["/r/".len()..].split_at(8);
    let elsewhen = ReceiptToken::mint(clinic.now().plus_seconds(1)).text()[..8].to_owned() + secret;
    for token in [nobodys, elsewhen, secret.to_owned(), hers.id.text(), hers.number.to_string(), "0".to_owned()] {
        for end in ["", "/cancellation", "/change", "/calendar.ics"] {
            assert_eq!(browser.get(&format!("/r/{token}{end}")).await.code(), 404, "{token}{end}");
        }
        for end in ["cancellation", "change"] {
            let mut forged = form.clone();
            forged.action = format!("/r/{token}/{end}");
            assert_eq!(browser.submit(forged).await.code(), 404, "{token}/{end}");
        }
    }
    let changed = rows::differences(&before, &rows::all(&clinic.floor.store));
    assert!(changed.iter().all(|row| row.contains("throttle")), "no more than that somebody tried: {changed:?}");
    clinic.minutes_pass(93 * 24 * 60);
    assert_eq!(browser.get(&first).await.code(), 404, "long after the visit");
}

#[tokio::test]
async fn too_late_and_a_second_press_are_told_to_a_holder_as_well() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let other = book(&clinic, HANAKO, "10:00", false).await;
    let (path, second) = (receipt(&clinic, &of).await, receipt(&clinic, &other).await);
    let mut browser = clinic.plain();
    let form = browser.get(&format!("{path}/cancellation")).await.form("キャンセルする").fill(DIGITS, RIGHT);
    browser.submit(form.clone()).await;
    for page in [browser.submit(form).await, browser.get(&format!("{path}/change")).await] {
        assert!(page.text().contains("この予約はすでにキャンセルされています。"));
    }
    clinic.mail_to(HANAKO).await;
    let form = browser.get(&format!("{second}/cancellation")).await.form("キャンセルする").fill(DIGITS, RIGHT);
    clinic.floor.clock.advance_to(other.deadlines.cancel);
    let page = browser.submit(form).await;
    assert_eq!((page.code(), page.h1().as_str()), (422, "予約はキャンセルされていません"));
    names_nobody(&page);
    let page = browser.get(&format!("{second}/change")).await;
    assert_eq!((page.code(), page.h1().as_str()), (200, "予約は変更されていません"));
    names_nobody(&page);
}

#[tokio::test]
async fn l8_moving_it_by_the_url_tells_no_more_on_the_way() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let path = receipt(&clinic, &of).await;
    for (mut browser, time) in clinic.both().into_iter().zip(["10:00", "10:30"]) {
        let page = browser.get(&format!("{path}/change")).await;
        let calendar = browser.submit(page.form("日時を選び直す").fill(DIGITS, RIGHT)).await;
        names_nobody(&calendar);
        let calendar = browser.get(&format!("{}?day=2026-04-03", calendar.path())).await;
        let confirmation = choose(&mut browser, &calendar, "4月3日(金)", time).await;
        names_nobody(&confirmation);
        let form = confirmation.forms().into_iter().find(|form| form.action.ends_with("/confirmation")).unwrap();
        let moved = browser.submit(form.pressing_any()).await;
        assert_eq!((moved.code(), moved.path().ends_with("/booked")), (200, true));
        names_nobody(&moved);
        assert_eq!(lang::time_of(Lang::Ja, stored(&clinic, of.id).slot.starts()), time);
        clinic.mail_to(HANAKO).await;
    }
    let page = clinic.plain().get(&path).await;
    assert_eq!(page.overview("変更前の日時").as_deref(), Some("2026年4月3日(金)9:302026年4月3日(金)10:00"));
}
