//! The code by which a guest proves the address.

use crate::harness::booking::{all, cancel_all, code, only, sakura, to_confirmation, to_person};
use crate::harness::clinic::Clinic;
use crate::harness::clinics;
use crate::harness::people::{HANAKO, TARO};
use crate::harness::stage::fill_in;
use mypage::clinic::{BookingPolicy, Clinic as Model, Menu};

const BOOK: &str = "予約を確定する";
const CODE: &str = "確認コード";
const AGAIN: &str = "確認コードを送り直す";

/// Six digits that are not these.
fn other(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

#[tokio::test]
async fn a_wrong_code_books_nothing_and_is_dead_after_five_tries() {
    for (htmx, address) in [(false, HANAKO), (true, TARO)] {
        let clinic = sakura().await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let page = to_confirmation(&mut browser, address).await;
        let right = code(&clinic, address).await;
        for wrong in ["", "12", "abcdef", "\u{0}", &"1".repeat(4_000)] {
            let page = browser.submit(page.form(BOOK).fill(CODE, wrong)).await;
            assert_eq!((page.code(), page.wrong_fields()), (422, vec!["code".to_owned()]), "{wrong}");
        }
        // What is no code of ours has used up no try.
        for left in (1..=4).rev() {
            let last = browser.submit(page.form(BOOK).fill(CODE, &other(&right))).await;
            let told = last.beside("code").unwrap();
            assert!(told.contains(&format!("あと{left}回")), "{told}");
        }
        let last = browser.submit(page.form(BOOK).fill(CODE, &other(&right))).await;
        assert!(last.beside("code").unwrap().contains("使えなくなりました"));
        let page = browser.submit(page.form(BOOK).fill(CODE, &right)).await;
        assert_eq!((page.code(), all(&clinic).len()), (422, 0), "the right one comes too late");
        let page = browser.submit(page.form(AGAIN)).await;
        assert_eq!(page.role("status").as_deref(), Some("新しい確認コードをお送りしました。"));
        let new = code(&clinic, address).await;
        let typed: String = new.chars().map(|digit| char::from_u32(digit as u32 + 0xFEE0).unwrap()).collect();
        let page = browser.submit(page.form(BOOK).fill(CODE, &format!(" {typed} "))).await;
        assert_eq!(page.h1(), "予約確定", "in full width, too");
        clinic.mail_to(address).await;
        assert_eq!(only(&clinic).attendee.address.as_ref().unwrap().as_str(), address);
    }
}

#[tokio::test]
async fn the_page_says_first_that_a_code_was_mailed_and_begins_with_its_field() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    assert!(page.text().contains("メールでお送りした6桁の確認コードを下に入力して"), "{}", page.text());
    let form = crate::harness::page::first(page.html().root_element(), "form#input").expect("the form");
    let inner = form.inner_html();
    let (field, visit) = (inner.find("id=\"code\""), inner.find("診療の内容"));
    assert!(field.is_some() && field < visit, "it stands before what was said before");
    code(&clinic, HANAKO).await;
    let mut signed_in = clinic.signed_in(TARO).await;
    let page = to_confirmation(&mut signed_in, TARO).await;
    assert!(!page.text().contains("確認コード"));
}

#[tokio::test]
async fn a_code_ends_after_ten_minutes_and_with_a_newer_one() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    let first = code(&clinic, HANAKO).await;
    clinic.minutes_pass(10);
    let late = browser.submit(page.form(BOOK).fill(CODE, &first)).await;
    assert!(late.beside("code").unwrap().contains("使えなくなりました"));
    let page = browser.submit(late.form(AGAIN)).await;
    let second = code(&clinic, HANAKO).await;
    let page = browser.submit(page.form(AGAIN)).await;
    let third = code(&clinic, HANAKO).await;
    if second != third {
        assert_eq!(browser.submit(page.form(BOOK).fill(CODE, &second)).await.code(), 422, "a newer one was sent");
    }
    let page = browser.submit(page.form(BOOK).fill(CODE, &third)).await;
    assert_eq!(page.h1(), "予約確定", "the slot was kept no more, but free");
    clinic.mail_to(HANAKO).await;
}

#[tokio::test]
async fn a_code_belongs_to_one_booking_in_one_browser_and_to_one_address() {
    let clinic = sakura().await;
    let (mut one, mut two) = (clinic.plain(), clinic.plain());
    let page = to_confirmation(&mut one, HANAKO).await;
    let of_one = code(&clinic, HANAKO).await;
    let theirs = to_confirmation(&mut two, TARO).await;
    let of_two = code(&clinic, TARO).await;
    if of_one != of_two {
        assert_eq!(two.submit(theirs.form(BOOK).fill(CODE, &of_one)).await.code(), 422);
    }
    // Another address after the code was sent is another thing to prove.
    let person = one.follow(&page, "受診者の情報を直す").await;
    let page = one.submit(person.form("確認へ").fill("メールアドレス", "hanako.other@example.jp")).await;
    let new = code(&clinic, "hanako.other@example.jp").await;
    if of_one != new {
        assert_eq!(one.submit(page.form(BOOK).fill(CODE, &of_one)).await.code(), 422);
    }
    assert!(all(&clinic).is_empty());
    let page = one.submit(page.form(BOOK).fill(CODE, &new)).await;
    assert_eq!(page.h1(), "予約確定");
    assert_eq!(only(&clinic).attendee.address.as_ref().unwrap().as_str(), "hanako.other@example.jp");
    clinic.mail_to("hanako.other@example.jp").await;
}

#[tokio::test]
async fn going_back_and_forth_sends_no_second_code() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    let person = browser.follow(&page, "受診者の情報を直す").await;
    assert_eq!(person.form("確認へ").value("email"), HANAKO);
    browser.submit(person.form("確認へ")).await;
    assert_eq!(clinic.mails_to(HANAKO).await.len(), 1);
}

#[tokio::test]
async fn p8_no_address_gets_more_than_three_codes_an_hour() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    let mut codes = Vec::new();
    for _ in 0..5 {
        codes.push(browser.submit(page.form(AGAIN)).await.code());
    }
    assert_eq!(codes, [200, 200, 429, 429, 429]);
    assert_eq!(clinic.mails_to(HANAKO).await.len(), 3);
    let mut elsewhere = clinic.plain().at("198.51.100.9");
    let person = to_person(&mut elsewhere).await;
    let form = fill_in(person.form("確認へ"), TARO).fill("メールアドレス", HANAKO);
    let page = elsewhere.submit(form).await;
    assert_eq!((page.code(), page.h1().as_str()), (200, "予約内容の確認"), "it says that no code could be sent");
    assert!(page.text().contains("以降にお送りできます"), "{}", page.text());
    assert!(clinic.mails_to(HANAKO).await.is_empty(), "no matter who asks");
    assert_eq!(
        elsewhere.get(person.path()).await.form("確認へ").value("family_name"),
        "鈴木",
        "what was typed is kept"
    );
}

#[tokio::test]
async fn p8_nobody_has_confirmations_sent_to_an_address_that_is_not_proved_more_than_three_an_hour() {
    let clinic = Clinic::new();
    let policy = BookingPolicy { guest_code: false, hold_minutes: 0, reminder: None, ..BookingPolicy::default() };
    let roomy = clinics::menus().into_iter().map(|menu| Menu { places: 9, ..menu }).collect();
    clinics::open(&clinic.floor, Model { booking: policy, ..clinics::sakura() }, roomy).await;
    let mut outcomes = Vec::new();
    for client in 1..=5 {
        let mut browser = clinic.plain().at(&format!("198.51.100.{client}"));
        let page = to_person(&mut browser).await;
        // Each time for somebody else of the household.
        let form = fill_in(page.form("確認へ"), HANAKO).fill("生年月日", &format!("1990-01-0{client}"));
        let page = browser.submit(form.fill("メールアドレス", HANAKO)).await;
        outcomes.push(browser.submit(page.form(BOOK)).await.code());
    }
    assert_eq!(outcomes, [200, 200, 200, 429, 429]);
    assert_eq!((all(&clinic).len(), clinic.mails_to(HANAKO).await.len()), (3, 3));
    clinic.minutes_pass(60);
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    assert_eq!(browser.submit(page.form(BOOK)).await.h1(), "予約確定");
    clinic.mail_to(HANAKO).await;
}

#[tokio::test]
async fn a_mistyped_domain_gets_a_suggestion_and_a_button() {
    let clinic = sakura().await;
    for mut browser in clinic.both() {
        let person = to_person(&mut browser).await;
        let form = fill_in(person.form("確認へ"), HANAKO).fill("メールアドレス", "hanako@gmial.com");
        let page = browser.submit(form).await;
        assert!(page.text().contains("hanako@gmail.com"), "{}", page.text());
        assert_eq!(clinic.mails_to("hanako@gmial.com").await.len(), 1);
        let page = browser.submit(page.form("こちらのメールアドレスに直す")).await;
        let code = code(&clinic, "hanako@gmail.com").await;
        let page = browser.submit(page.form(BOOK).fill(CODE, &code)).await;
        assert_eq!(page.h1(), "予約確定");
        assert_eq!(clinic.mails_to("hanako@gmail.com").await.len(), 1);
        cancel_all(&clinic).await;
        clinic.minutes_pass(61);
    }
}

#[tokio::test]
async fn a_clinic_that_wants_no_code_asks_for_none() {
    let clinic = Clinic::new();
    let policy = BookingPolicy { guest_code: false, hold_minutes: 0, reminder: None, ..BookingPolicy::default() };
    clinics::open(&clinic.floor, Model { booking: policy, ..clinics::sakura() }, clinics::menus()).await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO).await;
    assert!(page.text().contains("この時間のお取り置きはありません"), "nothing is kept here: {}", page.text());
    assert!(!page.text().contains(CODE), "{}", page.text());
    let page = browser.submit(page.form(BOOK)).await;
    assert_eq!(page.h1(), "予約確定");
    assert_eq!(only(&clinic).reminder, None);
    clinic.mail_to(HANAKO).await;
}

#[tokio::test]
async fn p5_codes_are_tried_so_often_from_one_client() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    let mut outcomes = Vec::new();
    for guest in 0..8 {
        let address = format!("guest{guest}@example.jp");
        let mut browser = clinic.plain().at("198.51.100.7");
        let person = to_person(&mut browser).await;
        let page = browser.submit(fill_in(person.form("確認へ"), HANAKO).fill("メールアドレス", &address)).await;
        let right = code(&clinic, &address).await;
        for _ in 0..4 {
            outcomes.push(browser.submit(page.form(BOOK).fill(CODE, &other(&right))).await.code());
        }
        let calendar = browser.follow(&page, "別の日時を選ぶ").await;
        browser.submit(calendar.form("予約をやめる")).await;
    }
    assert_eq!(outcomes.iter().filter(|code| **code == 422).count(), 30, "{outcomes:?}");
    assert_eq!(outcomes.iter().filter(|code| **code == 429).count(), 2, "{outcomes:?}");
}
