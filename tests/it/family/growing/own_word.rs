//! 本人の確認: at 18 booking anew ends unless the person says themselves that it may go on, which the holder is told 60 days before.

use super::*;
use crate::harness::booking::calendar;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinics::GENERAL;
use crate::harness::page::Page;
use crate::harness::rows;
use mypage::account::{AccountId, Relation};
use mypage::clock::Moment;
use mypage::family::tell_of_age;
use mypage::person::PersonId;
use mypage::store::Table;
use poem::http::Method;

pub(super) const OWN: &str = "sho@example.jp";
pub(super) const SEND: &str = "確認のメールを送る";
pub(super) const GIVE: &str = "予約を取ることに同意する";

/// Taro with a son who is 18 on 1 August 2026, by law on the day before; 60 days before that is 1 June.
pub(super) async fn with_son(clinic: &Clinic) -> PersonId {
    let account = people::register(&clinic.floor, TARO).await;
    people::add_relative(&clinic.floor, account.id, Relation::Child, &child("翔", "ショウ", "2008-08-01")).await
}

/// Lets so many days pass. Every session is over by then.
pub(super) fn days_pass(clinic: &Clinic, days: i64) {
    clinic.minutes_pass(days * 24 * 60);
}

/// Chooses the first free time, and then the son; on a page that says why not he cannot be chosen.
pub(super) async fn book(browser: &mut Browser, who: PersonId) -> Page {
    let page = browser.get(&calendar(GENERAL, "first")).await;
    let (day, time) = super::consent::first_free(&page);
    let page = choose(browser, &page, &day, &time).await;
    browser.submit(page.form("確認へ").forge("who", &who.text())).await
}

#[tokio::test]
async fn the_holder_is_told_once_60_days_before_by_mail_on_the_notices_and_on_the_page() {
    let clinic = crate::harness::booking::sakura().await;
    let son = with_son(&clinic).await;
    // Two months minus a day after the beginning: 31 May.
    days_pass(&clinic, 60);
    assert_eq!(tell_of_age(&clinic.floor, 10).await.unwrap(), 0);
    let mut taro = clinic.signed_in(TARO).await;
    assert!(!taro.get("/family").await.text().contains("18歳になります"));
    clinic.ignore_mail();
    days_pass(&clinic, 1);
    assert_eq!(tell_of_age(&clinic.floor, 10).await.unwrap(), 1);
    assert_eq!(tell_of_age(&clinic.floor, 10).await.unwrap(), 0, "once");
    let mut taro = clinic.signed_in(TARO).await;
    let told = clinic.mails_to(TARO).await;
    let letter = told.iter().find(|letter| letter.subject().contains("まもなく18歳")).expect("a mail");
    assert!(letter.text().contains("2026年7月31日") && !letter.text().contains("翔"), "{}", letter.text());
    assert!(taro.get("/notices").await.text().contains("まもなく18歳"));
    let page = taro.get("/family").await;
    assert!(page.text().contains("2026年7月31日(金)に18歳になります"), "{}", page.text());
    let page = taro.get(&format!("/family/{}", son.text())).await;
    let page = taro.follow(&page, "ご本人に確認を依頼する: 鈴木 翔").await;
    assert_eq!(page.h1(), "鈴木 翔さんご本人の確認");
    assert_eq!(book(&mut taro, son).await.h1(), "予約内容の確認", "until then he books as before");
    clinic.ignore_mail();
}

#[tokio::test]
async fn at_18_booking_anew_ends_and_what_is_booked_stays_until_the_own_word_is_given() {
    let clinic = crate::harness::booking::sakura().await;
    let son = with_son(&clinic).await;
    days_pass(&clinic, 120);
    let mut taro = clinic.signed_in(TARO).await;
    // 30 July: booked for a day after the birthday.
    let page = taro.get(&format!("{}&day=2026-08-06", calendar(GENERAL, "first"))).await;
    let page = choose(&mut taro, &page, "8月6日(木)", "9:30").await;
    let page = taro.submit(page.form("確認へ").forge("who", &son.text())).await;
    assert_eq!(taro.submit(page.form("予約を確定する")).await.h1(), "予約確定");
    days_pass(&clinic, 1);
    let mut taro = clinic.signed_in(TARO).await;
    let page = book(&mut taro, son).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["who".to_owned()]));
    assert!(page.text().contains("18歳になられました"), "{}", page.text());
    let menus = taro.get(&format!("/b/{SAKURA}?for={}", son.text())).await;
    assert!(menus.text().contains("18歳になられました"), "{}", menus.text());
    let own = people::own(&clinic.floor, people::find(&clinic.floor, TARO).unwrap().id).id;
    let page = taro.get(&format!("/b/{SAKURA}/group")).await;
    let form = page.form("日時を選ぶ").forge("who-1", &own.text()).forge("who-2", &son.text());
    let page = taro.submit(form.forge("service", "naika.first")).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["who-2".to_owned()]));
    // What is booked is moved and cancelled as before.
    let path = format!("/reservations/{}", only(&clinic).id.text());
    assert_eq!(taro.get(&format!("{path}/cancellation")).await.code(), 200);
    let before = only(&clinic).slot;
    let page = taro.get(&path).await;
    let page = taro.submit(page.form("予約を変更")).await;
    let page = taro.get(&format!("{}?day=2026-08-06", page.path())).await;
    let page = choose(&mut taro, &page, "8月6日(木)", "10:30").await;
    assert_eq!(page.h1(), "変更内容の確認");
    let confirm = page.forms().into_iter().find(|form| form.action.ends_with("/confirmation")).expect("the form");
    taro.submit(confirm).await;
    assert_ne!(only(&clinic).slot, before, "moved");
    // His own word, from an address of his own.
    clinic.ignore_mail();
    let ask = format!("/family/{}/own-word", son.text());
    let page = taro.get(&ask).await;
    let page = taro.submit(page.form(SEND).fill("ご本人のメールアドレス", TARO)).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["email".to_owned()]), "not the holder's own");
    let page = taro.submit(page.form(SEND).fill("ご本人のメールアドレス", OWN)).await;
    assert!(page.role("status").is_some_and(|said| said.contains("確認のメールを送りました")), "{}", page.text());
    let link = clinic.link_to(OWN).await;
    let mut sho = clinic.plain().at("203.0.113.77");
    let before = rows::all(&clinic.floor.store);
    for method in [Method::GET, Method::HEAD] {
        sho.send(Ask::of(method, &link)).await;
    }
    assert_eq!(
        rows::differences(&before, &rows::all(&clinic.floor.store)),
        Vec::<String>::new(),
        "opening does nothing"
    );
    assert_eq!(book(&mut taro, son).await.code(), 422);
    let page = sho.get(&link).await;
    assert!(page.text().contains("鈴木 太郎さんが") && !page.text().contains("翔"), "{}", page.text());
    let page = sho.submit(page.form(GIVE)).await;
    assert!(page.role("status").is_some_and(|said| said.contains("受け付けました")), "{}", page.text());
    assert_eq!(sho.get(&link).await.code(), 410, "it works once");
    assert_eq!(book(&mut taro, son).await.h1(), "予約内容の確認");
    // As of any adult, it is asked again 18 months later.
    days_pass(&clinic, 560);
    let mut taro = clinic.signed_in(TARO).await;
    assert_eq!(book(&mut taro, son).await.wrong_fields(), ["consent"]);
    clinic.ignore_mail();
    super::super::share::sound(&clinic);
}

#[tokio::test]
async fn a2_nobody_asks_for_somebody_elses_and_a_removed_person_leaves_no_link() {
    let clinic = Clinic::new();
    let son = with_son(&clinic).await;
    days_pass(&clinic, 70);
    let ask = format!("/family/{}/own-word", son.text());
    let mut taro = clinic.signed_in(TARO).await;
    let mut hanako = clinic.signed_in(HANAKO).await;
    assert_eq!(hanako.get(&ask).await.code(), 404);
    clinic.ignore_mail();
    let page = taro.get(&ask).await;
    let form = page.form(SEND).fill("ご本人のメールアドレス", OWN);
    let fields = form.sent();
    assert_eq!(hanako.send(Ask::posting(&ask, &fields)).await.code(), 403, "nor with his proof");
    taro.submit(form).await;
    let link = clinic.link_to(OWN).await;
    let mut sho = clinic.plain();
    let given = sho.get(&link).await.form(GIVE);
    let page = taro.get(&format!("/family/{}/removal", son.text())).await;
    taro.submit(page.form("削除する")).await;
    assert_eq!(sho.submit(given).await.code(), 410);
    assert_eq!(tell_of_age(&clinic.floor, 10).await.unwrap(), 0, "and no row");
    super::super::share::sound(&clinic);
}

#[tokio::test]
async fn another_birthday_moves_the_day_on_which_the_holder_is_told() {
    let clinic = Clinic::new();
    let son = with_son(&clinic).await;
    let mut taro = clinic.signed_in(TARO).await;
    let page = taro.get(&format!("/family/{}", son.text())).await;
    taro.submit(page.form("変更する").fill("生年月日", "2009-08-01")).await;
    super::super::share::sound(&clinic);
    days_pass(&clinic, 100);
    assert_eq!(tell_of_age(&clinic.floor, 10).await.unwrap(), 0);
    days_pass(&clinic, 330);
    assert_eq!(tell_of_age(&clinic.floor, 10).await.unwrap(), 1);
    clinic.ignore_mail();
}

#[tokio::test]
async fn of_a_minor_who_was_stored_before_the_holder_is_told_as_well_once_a_visit_is_booked() {
    const DUE: Table<(Moment, PersonId), AccountId> = Table::new("coming-of-age");
    let clinic = crate::harness::booking::sakura().await;
    let son = with_son(&clinic).await;
    let dropped = clinic.floor.store.write(clinic.now(), |tx| {
        let rows = DUE.keys(tx, .., 10)?;
        rows.iter().try_for_each(|row| DUE.delete(tx, row).map(drop))?;
        Ok(rows.len())
    });
    assert_eq!(dropped.await.unwrap(), 1);
    let mut taro = clinic.signed_in(TARO).await;
    let page = book(&mut taro, son).await;
    assert_eq!(taro.submit(page.form("予約を確定する")).await.h1(), "予約確定");
    days_pass(&clinic, 61);
    assert_eq!(tell_of_age(&clinic.floor, 10).await.unwrap(), 1);
    clinic.ignore_mail();
    super::super::share::sound(&clinic);
}

#[tokio::test]
async fn another_spelling_of_the_mailbox_of_who_books_is_no_address_of_their_own() {
    let clinic = crate::harness::booking::sakura().await;
    let son = with_son(&clinic).await;
    days_pass(&clinic, 121);
    let mut taro = clinic.signed_in(TARO).await;
    let page = taro.get(&format!("/family/{}/own-word", son.text())).await;
    for address in [TARO.to_owned(), TARO.replace('@', "+son@")] {
        let page = taro.submit(page.form(SEND).fill("ご本人のメールアドレス", &address)).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec!["email".to_owned()]), "{address}");
    }
    clinic.ignore_mail();
}
