//! What stands against one of several people, or against all of them, and who may not book for them.

use super::*;
use crate::harness::booked::book_for_others;
use crate::harness::booking::{code, sakura, to_person};
use crate::harness::clinics::{self, SAKURA};
use crate::harness::people::TARO;
use mypage::clinic::Menu;

#[tokio::test]
async fn what_cannot_be_of_the_next_one_is_said_there_and_nothing_typed_is_lost() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = browser.get(FORM).await;
    let empty = browser.submit(page.form(TO_SLOTS)).await;
    assert_eq!((empty.code(), empty.wrong_fields()), (422, vec!["people".to_owned(), "service".to_owned()]));
    let form =
        people(&page, "2人").select("2人目の診療メニュー (空欄は上と同じ)", "初診: 予防接種 生後2か月から15歳まで");
    let page = to_calendar(&mut browser, form).await;
    let page = choose(&mut browser, &page, DAY, "9:30").await;
    let second = format!("{}/people/2", page.path());
    assert_eq!(browser.get(&second).await.path(), page.path(), "one after the other");
    let page = browser.submit(first(&page, HANAKO, "本人")).await;
    assert_eq!(page.path(), second);
    let form = page.form("確認へ");
    assert!(!page.text().contains("本人"), "somebody else is who books: {}", page.text());
    let same = browser.submit(fill_in_identity(form.clone()).choose("その他")).await;
    assert_eq!((same.code(), same.wrong_fields()), (422, vec!["given_name".to_owned()]));
    let twice = browser.submit(child(form.clone(), "さくら", "2021-06-10").forge("for_whom", "own")).await;
    assert_eq!((twice.code(), twice.wrong_fields()), (422, vec!["for_whom".to_owned()]));
    assert_eq!(twice.form("確認へ").value("given_name"), "さくら");
    // Older than the vaccine is for.
    let page = browser.submit(child(form, "さくら", "2001-06-10").choose("子ども")).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["birth_date".to_owned()]), "{}", page.text());
    let menus = browser.submit(page.form("人やメニューを変える")).await;
    assert_eq!(menus.form(TO_SLOTS).value("service-2"), "yobou.first", "{}", menus.text());
    let form = menus.form(TO_SLOTS).select("2人目の診療メニュー (空欄は上と同じ)", "初診: 一般内科");
    let page = to_calendar(&mut browser, form).await;
    let page = choose(&mut browser, &page, DAY, "11:00").await;
    assert_eq!(page.form(NEXT).value("given_name"), "花子", "what was typed goes along");
    let page = browser.submit(page.form(NEXT)).await;
    assert_eq!(page.form("確認へ").value("birth_date"), "2001-06-10");
    let page = browser.submit(page.form("確認へ")).await;
    assert_eq!(page.h1(), "予約内容の確認", "{}", page.text());
    let mend = page.links().into_iter().find(|(_, href)| href.ends_with("/people/2")).expect("a way to put it right");
    let page = browser.get(&mend.1).await;
    assert_eq!(page.form("確認へ").value("given_name"), "さくら");
    assert!(all(&clinic).is_empty());
    clinic.ignore_mail();
}

#[tokio::test]
async fn all_are_booked_or_nobody_and_the_same_form_books_once() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO, "9:30").await;
    let form = page.form(BOOK).fill("確認コード", &code(&clinic, HANAKO).await);
    clinic.minutes_pass(9);
    // Kept no longer: somebody else takes a place of the second.
    let mut other = browser.clone();
    clinic.minutes_pass(2);
    book_for_others(&clinic, "10:00", 2).await;
    let page = browser.submit(form.clone()).await;
    assert!([409, 422].contains(&page.code()), "{}", page.text());
    let mut booked = visits(&clinic);
    booked.retain(|visit| !visit.starts_with("太郎"));
    assert!(booked.is_empty(), "{booked:?}");
    clinic.ignore_mail();
    let page = to_confirmation(&mut other, "futari@example.jp", "11:00").await;
    let form = page.form(BOOK).fill("確認コード", &code(&clinic, "futari@example.jp").await);
    let mut twice = other.clone();
    other.submit(form.clone()).await;
    twice.submit(form).await;
    let mut booked = visits(&clinic);
    booked.retain(|visit| !visit.starts_with("太郎"));
    assert_eq!(booked, ["さくら 11:00", "悠真 11:30"]);
    clinic.ignore_mail();
}

#[tokio::test]
async fn the_limit_of_one_of_them_is_said_with_the_name_once_the_address_is_proved() {
    let clinic = Clinic::new();
    let menu = Menu { open_limit: Some(1), ..clinics::menu(clinics::GENERAL, "一般内科", 0) };
    clinics::open(&clinic.floor, clinics::sakura(), vec![menu]).await;
    let mut browser = clinic.plain();
    let page = to_person(&mut browser).await;
    let form = child(fill_in(page.form("確認へ"), HANAKO), "悠真", "2018-08-20").choose("子ども");
    let page = browser.submit(form.fill("メールアドレス", HANAKO)).await;
    let code = code(&clinic, HANAKO).await;
    browser.submit(page.form("予約を確定する").fill("確認コード", &code)).await;
    assert_eq!(visits(&clinic).len(), 1);
    let page = to_first(&mut browser, "9:30").await;
    let page = browser.submit(child(first(&page, HANAKO, "子ども"), "さくら", "2021-06-10")).await;
    let page = browser.submit(child(page.form("確認へ"), "悠真", "2018-08-20")).await;
    assert_eq!(page.code(), 409, "{}", page.text());
    assert!(page.text().contains("悠真") && page.text().contains("4月2日(木)"), "{}", page.text());
    assert!(!page.has_button(BOOK), "no free times are offered that are refused again: {}", page.text());
    assert_eq!(visits(&clinic).len(), 1);
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_day_without_room_for_all_says_for_how_many_and_in_which_other_way() {
    let clinic = sakura().await;
    for start in ["9:00", "9:30", "10:00", "10:30", "11:00", "11:30", "14:00", "14:30", "15:00", "15:30", "16:30"] {
        book_for_others(&clinic, start, 2).await;
    }
    for start in ["17:00", "17:30"] {
        book_for_others(&clinic, start, 2).await;
    }
    let mut browser = clinic.plain();
    let page = browser.get("/b/sakura/group/slots?people=naika.first,naika.first&order=turn&day=2026-04-03").await;
    assert!(page.text().contains("この日は、全員分の空きがありません"), "{}", page.text());
    let once = browser.follow(&page, "同じ時間になら、この日に全員で予約できます").await;
    assert!(once.text().contains("2人の予約 (同じ時間に)"), "{}", once.text());
    let one = browser.follow(&page, "一般内科を1人までなら、この日に予約できます").await;
    assert!(one.path().starts_with("/b/sakura/menus/naika"), "{}", one.path());
    clinic.ignore_mail();
}

#[tokio::test]
async fn each_of_several_slots_counts_as_one_that_was_chosen() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = browser.get(FORM).await;
    let page = to_calendar(&mut browser, people(&page, "3人")).await;
    for _ in 0..20 {
        let answer = choose(&mut browser, &page, DAY, "9:30").await;
        assert_eq!(answer.h1(), "受診者の情報を入力する(1人目 / 3人)", "{}", answer.text());
    }
    assert_eq!(choose(&mut browser, &page, DAY, "9:30").await.code(), 429, "sixty in ten minutes");
}

#[tokio::test]
async fn a_clinic_that_takes_one_person_at_a_time_is_not_got_around() {
    let clinic = Clinic::new();
    let menu = Menu { group_booking: false, ..clinics::menu(clinics::GENERAL, "一般内科", 0) };
    clinics::open(&clinic.floor, clinics::sakura(), vec![menu]).await;
    let mut browser = clinic.plain();
    assert!(!browser.get("/b/sakura").await.has_link("2人以上をまとめて予約する"));
    let page = browser.get(FORM).await;
    assert!(page.text().contains("まとめて予約できる診療メニューがありません"), "{}", page.text());
    let people = "naika.first,naika.first";
    assert_eq!(browser.get(&format!("{FORM}/slots?people={people}&order=turn")).await.code(), 404);
    // The form of a booking that is not there any more says itself for whom it was.
    let page = to_person(&mut browser).await;
    let mut form = page.form("確認へ").forge("people", people).forge("order", "turn");
    let elsewhere = mypage::slots::BookingKey::mint().text();
    form.action = format!("/b/{SAKURA}/bookings/{elsewhere}");
    let page =
        browser.submit(child(fill_in(form, HANAKO), "さくら", "2021-06-10").fill("メールアドレス", HANAKO)).await;
    assert!(page.code() >= 400 && !page.h1().contains("2人目"), "{}", page.text());
    assert!(all(&clinic).is_empty());
}

#[tokio::test]
async fn the_people_of_an_account_are_for_who_is_signed_in() {
    let clinic = sakura().await;
    let account = people::register(&clinic.floor, TARO).await.id;
    let own = people::own(&clinic.floor, account).id;
    let child = people::add_relative(&clinic.floor, account, Relation::Child, people::draft(HANAKO)).await;
    let who = [own, child].map(|who| format!("{}.naika.first", who.text())).join(",");
    let mut guest = clinic.plain();
    let page = guest.get(&format!("/b/{SAKURA}/group/slots?people={who}&order=turn")).await;
    assert_eq!(page.path(), "/sign-in", "{}", page.text());
    // A session that has ended loses nothing of what was chosen.
    let mut browser = clinic.signed_in(TARO).await;
    let form = browser.get(FORM).await.form(TO_SLOTS);
    let form = form.forge("who-1", &own.text()).forge("who-2", &child.text()).select("診療メニュー", "初診: 一般内科");
    clinic.minutes_pass(31 * 24 * 60);
    let page = browser.submit(form).await;
    assert_eq!(page.path(), "/sign-in", "{}", page.text());
    let mut browser = clinic.signed_in(TARO).await;
    let page = browser.get("/b/sakura/group/slots?people=naika.first,naika.first&order=turn").await;
    assert_eq!(page.h1(), "ご家族をまとめて予約する", "{}", page.text());
    assert!(page.text().contains("鈴木 太郎"), "the people of the account are chosen: {}", page.text());
}
