//! What cannot be booked together is said before a time is chosen, and at the latest when it is confirmed.

use super::*;
use crate::harness::booked::book_for_others;
use crate::harness::booking::{choose, sakura};
use crate::harness::clinics::{self, GENERAL, menu};
use crate::harness::people::{self, HANAKO, TARO};
use mypage::account::Relation;
use mypage::clinic::Menu;

#[tokio::test]
async fn the_form_says_what_is_wrong_and_keeps_what_was_chosen() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        let (account, _) = family(&clinic).await;
        for given in ["一", "二"] {
            let draft = crate::family::child(given, "イチ", "2020-01-02");
            people::add_relative(&clinic.floor, account.id, Relation::Child, &draft).await;
        }
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, TARO).await;
        let page = browser.get(FORM).await;
        let page = browser.submit(page.form(TO_SLOTS)).await;
        assert_eq!((page.code(), page.wrong_fields()), (422, vec![String::new(), "service".to_owned()]));
        let page = browser.submit(page.form(TO_SLOTS).tick("鈴木 さくら(4歳)")).await;
        assert!(page.text().contains("2人以上を選んでください"), "{}", page.text());
        assert!(!page.form(TO_SLOTS).value("who-2").is_empty(), "what was ticked stays");
        let all = ["鈴木 太郎(38歳)", "鈴木 悠真(7歳)", "鈴木 一(6歳)", "鈴木 二(6歳)"];
        let five = all.iter().fold(page.form(TO_SLOTS), |form, name| form.tick(name));
        let page = browser.submit(five.select("診療メニュー", "初診: 予防接種 生後2か月から15歳まで")).await;
        assert!(page.text().contains("一度に予約できるのは4人までです"), "{}", page.text());
        assert!(page.text().contains("15歳までの方が対象"), "{}", page.text());
    }
}

#[tokio::test]
async fn who_has_as_many_as_allowed_is_named_before_a_time_is_chosen() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let vaccine = |page: &Page| both(page).select("診療メニュー", "初診: 予防接種 生後2か月から15歳まで");
    let page = browser.get(FORM).await;
    let page = to_calendar(&mut browser, vaccine(&page)).await;
    let page = choose(&mut browser, &page, DAY, "9:00").await;
    browser.submit(page.form(BOOK)).await;
    assert_eq!(visits(&clinic), ["さくら 9:00", "悠真 9:15"]);
    let page = browser.get(FORM).await;
    let page = browser.submit(vaccine(&page)).await;
    assert_eq!((page.code(), page.wrong_fields()), (422, vec!["who-2".to_owned(), "who-3".to_owned()]));
    assert!(page.text().contains("お一人1件まで"), "{}", page.text());
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_clinic_can_switch_it_off_for_a_menu() {
    let clinic = Clinic::new();
    let alone = Menu { group_booking: false, ..menu(GENERAL, "一般内科", 0) };
    clinics::open(&clinic.floor, clinics::sakura(), vec![alone]).await;
    let (_, [one, other]) = family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    assert!(!browser.get("/b/sakura").await.has_link("2人以上をまとめて予約する"));
    let page = browser.get(FORM).await;
    assert!(page.text().contains("まとめて予約できる診療メニューがありません"), "{}", page.text());
    let people = format!("{}.naika.first,{}.naika.first", one.text(), other.text());
    assert_eq!(browser.get(&format!("{FORM}/slots?people={people}&order=turn")).await.code(), 404);
}

#[tokio::test]
async fn a2_nobody_books_for_the_family_of_another_or_without_signing_in() {
    let clinic = sakura().await;
    let (_, [one, other]) = family(&clinic).await;
    let people = format!("{}.naika.first,{}.naika.first", one.text(), other.text());
    let slots = format!("{FORM}/slots?people={people}&order=turn");
    let mut guest = clinic.plain();
    assert_eq!(guest.get(&slots).await.h1(), "アカウント認証");
    let page = guest.get(FORM).await;
    assert!(!page.text().contains("鈴木"), "a guest is asked only how many come: {}", page.text());
    let mut hanako = clinic.signed_in(HANAKO).await;
    assert_eq!(hanako.get(&slots).await.code(), 404);
    let page = hanako.get(FORM).await;
    assert!(page.text().contains("先にご家族を登録してください"), "{}", page.text());
    let mut taro = clinic.signed_in(TARO).await;
    for people in
        ["", "x", &one.text(), &format!("{0}.naika.first,{0}.naika.first", one.text()), &format!("{people},x")]
    {
        let page = taro.get(&format!("{FORM}/slots?people={people}&order=turn")).await;
        assert_eq!(page.code(), 404, "{people}");
    }
    let page = taro.get(&format!("{slots}&day=2026-04-03")).await;
    let mut stranger = clinic.signed_in(HANAKO).await;
    let form = page.form(&crate::harness::booking::slot(&page, DAY, "9:30"));
    let refused = stranger.submit(form).await;
    assert!(refused.code() >= 400 && all(&clinic).is_empty(), "{}", refused.text());
}

#[tokio::test]
async fn the_loser_of_the_race_is_told_and_books_nobody() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_confirmation(&mut browser, "9:30").await;
    clinic.minutes_pass(11);
    book_for_others(&clinic, "10:00", 2).await;
    let lost = browser.submit(page.form(BOOK)).await;
    assert_eq!((lost.code(), lost.h1().as_str()), (409, "日時を選ぶ"));
    assert!(lost.role("alert").unwrap().contains("全員分の空きがありません"), "{}", lost.text());
    assert!(visits(&clinic).iter().all(|visit| visit.starts_with("太郎")), "nobody of them: {:?}", visits(&clinic));
    let page = choose(&mut browser, &lost, DAY, "11:00").await;
    browser.submit(page.form(BOOK)).await;
    let booked = visits(&clinic);
    assert!(["さくら 11:00", "悠真 11:30"].iter().all(|visit| booked.contains(&(*visit).to_owned())), "{booked:?}");
    clinic.ignore_mail();
}

#[tokio::test]
async fn what_stood_on_the_page_is_what_is_booked() {
    let clinic = sakura().await;
    family(&clinic).await;
    let mut browser = clinic.signed_in(TARO).await;
    let page = to_confirmation(&mut browser, "9:30").await;
    let mut other_tab = browser.clone();
    let slots = other_tab.follow(&page, "別の日時を選ぶ").await;
    let slots = other_tab.get(&format!("{}?day=2026-04-03", slots.path())).await;
    choose(&mut other_tab, &slots, DAY, "11:00").await;
    let stale = browser.submit(page.form(BOOK)).await;
    assert_eq!((stale.code(), stale.h1().as_str()), (409, "予約内容の確認"));
    assert!(all(&clinic).is_empty());
    let form = stale.form(BOOK);
    let (mut twin, again) = (browser.clone(), form.clone());
    let (first, second) = tokio::join!(browser.submit(form), twin.submit(again));
    assert_eq!((first.h1(), second.h1()), ("予約確定".to_owned(), "予約確定".to_owned()));
    assert_eq!(visits(&clinic), ["さくら 11:00", "悠真 11:30"], "sent twice, booked once");
    assert_eq!(clinic.mails_to(TARO).await.len(), 1);
}
