//! From the menus to 予約確定 for several people, and to the account that is made out of it.

use super::*;
use crate::harness::booking::{code, sakura};
use crate::harness::stage::NEW_PASSWORD;

#[tokio::test]
async fn two_children_are_booked_with_one_code_and_become_the_family_of_who_booked() {
    for htmx in [false, true] {
        let clinic = sakura().await;
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        let menus = browser.get("/b/sakura").await;
        let page = browser.follow(&menus, "2人以上をまとめて予約する").await;
        let page = to_calendar(&mut browser, people(&page, "2人")).await;
        assert!(page.text().contains("2人の予約 (続けて)") && page.text().contains("2人目"), "{}", page.text());
        let page = choose(&mut browser, &page, DAY, "9:30").await;
        assert_eq!(page.h1(), "受診者の情報を入力する(1人目 / 2人)");
        let page = browser.submit(child(first(&page, HANAKO, "子ども"), "さくら", "2021-06-10")).await;
        assert_eq!(page.h1(), "受診者の情報を入力する(2人目 / 2人)", "{}", page.text());
        assert!(clinic.mails_to(HANAKO).await.is_empty(), "a code is in use for minutes, and one more is to be typed");
        let form = page.form("確認へ");
        assert_eq!((form.value("family_name"), form.value("for_whom")), ("山田".to_owned(), "child".to_owned()));
        assert!(form.fields.iter().all(|input| !["phone", "email", "city"].contains(&input.name.as_str())));
        let page = browser.submit(child(form, "悠真", "2018-08-20")).await;
        assert_eq!(page.h1(), "予約内容の確認", "{}", page.text());
        for said in ["山田 さくら(4歳)", "山田 悠真(7歳)", "4月3日(金)9:30", "4月3日(金)10:00", HANAKO]
        {
            assert!(page.text().contains(said), "{said}: {}", page.text());
        }
        let code = code(&clinic, HANAKO).await;
        let page = browser.submit(page.form(BOOK).fill("確認コード", &code)).await;
        assert_eq!(page.h1(), "予約確定", "{}", page.text());
        assert_eq!(visits(&clinic), ["さくら 9:30", "悠真 10:00"]);
        let booked = all(&clinic);
        assert!(booked[0].group.is_some() && booked[0].group == booked[1].group);
        assert!(booked.iter().all(|of| page.text().contains(&of.number.to_string())), "{}", page.text());
        assert_eq!(booked[1].attendee.person.phone, booked[0].attendee.person.phone);
        let letters = clinic.mails_to(HANAKO).await;
        let [letter] = letters.as_slice() else { panic!("{} mails", letters.len()) };
        assert_eq!(letter.text().split_whitespace().filter(|word| word.contains("/r/")).count(), 2);
        let page = browser.submit(page.form(ACCOUNT)).await;
        let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
        for name in ["山田 さくらさん", "山田 悠真さん"] {
            assert!(page.text().contains(name), "{}", page.text());
        }
        let form = page.form("確認へ");
        assert_eq!(form.value("given_name"), "", "nobody is who booked");
        let page = browser.submit(fill_in(form, HANAKO)).await;
        let page = agree(&mut browser, &page).await;
        assert_eq!(page.path(), "/dashboard");
        assert_eq!(page.text().matches("2人のご予約").count(), 2, "{}", page.text());
        let family = [(Relation::Own, "花子"), (Relation::Child, "さくら"), (Relation::Child, "悠真")];
        assert_eq!(members(&clinic, HANAKO), family.map(|(relation, name)| (relation, name.to_owned())));
        assert!(all(&clinic).iter().all(|of| of.link.is_some() && of.attendee.person_id.is_some()));
        clinic.ignore_mail();
    }
}

#[tokio::test]
async fn who_comes_along_with_a_child_is_the_owner_of_the_account_and_types_nothing_twice() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_first(&mut browser, "9:30").await;
    let page = browser.submit(child(first(&page, HANAKO, "子ども"), "さくら", "2021-06-10")).await;
    let page = browser.submit(fill_in_identity(page.form("確認へ")).choose("本人")).await;
    let code = code(&clinic, HANAKO).await;
    let page = browser.submit(page.form(BOOK).fill("確認コード", &code)).await;
    let page = browser.submit(page.form(ACCOUNT)).await;
    let page = browser.submit(page.form("登録").fill("パスワード", NEW_PASSWORD)).await;
    assert_eq!(page.path(), "/sign-up/confirmation", "{}", page.text());
    agree(&mut browser, &page).await;
    let family = [(Relation::Own, "花子"), (Relation::Child, "さくら")];
    assert_eq!(members(&clinic, HANAKO), family.map(|(relation, name)| (relation, name.to_owned())));
    clinic.ignore_mail();
}

#[tokio::test]
async fn signing_in_meanwhile_loses_nothing_and_the_visits_are_the_accounts() {
    let clinic = sakura().await;
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, HANAKO, "9:30").await;
    let confirmation = page.path().to_owned();
    browser.sign_in(HANAKO, people::password(HANAKO)).await;
    let page = browser.get(&confirmation).await;
    assert!(page.text().contains("山田 さくら(4歳)"), "{}", page.text());
    let page = browser.submit(page.form(BOOK)).await;
    assert_eq!(page.h1(), "予約確定", "{}", page.text());
    assert!(!page.has_button(ACCOUNT));
    let list = browser.get("/dashboard").await;
    assert_eq!(list.text().matches("2人のご予約").count(), 2, "{}", list.text());
    assert!(all(&clinic).iter().all(|of| of.link.is_some()));
    clinic.ignore_mail();
}

#[tokio::test]
async fn what_goes_on_signed_in_ends_with_the_session() {
    let clinic = sakura().await;
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    let page = to_confirmation(&mut browser, "hahaoya@example.jp", "9:30").await;
    let confirmation = page.path().to_owned();
    browser.sign_in(HANAKO, people::password(HANAKO)).await;
    let mut stale = browser.clone();
    let page = browser.get("/dashboard").await;
    browser.submit(page.form("ログアウト")).await;
    for browser in [&mut browser, &mut stale] {
        let page = browser.get(&confirmation).await;
        assert!(!page.text().contains("さくら"), "{}", page.text());
        let page = browser.get("/b/sakura/menus/naika?visit=first").await;
        assert!(!page.text().contains("手続き"), "{}", page.text());
    }
    clinic.ignore_mail();
}

#[tokio::test]
async fn a_booking_that_is_not_there_any_more_begins_anew_with_what_was_typed() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = to_first(&mut browser, "9:30").await;
    // In another tab a time is chosen anew, which takes the place of this one.
    let mut other_tab = browser.clone();
    to_first(&mut other_tab, "11:00").await;
    let page = browser.submit(child(first(&page, HANAKO, "子ども"), "さくら", "2021-06-10")).await;
    assert_eq!(page.h1(), "受診者の情報を入力する(2人目 / 2人)", "{}", page.text());
    let page = browser.submit(child(page.form("確認へ"), "悠真", "2018-08-20")).await;
    assert!(page.text().contains("4月3日(金)9:30"), "{}", page.text());
    clinic.ignore_mail();
}
