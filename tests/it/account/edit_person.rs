//! ご利用情報の設定.

use super::asks_to_sign_in;
use crate::harness::booking;
use crate::harness::clinic::Clinic;
use crate::harness::page::{Page, each, said};
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::rows;
use crate::harness::stage::fill_in;

#[tokio::test]
async fn a_change_is_looked_over_and_then_stored_plain_and_by_htmx() {
    let mut outcomes = Vec::new();
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        let page = browser.get("/dashboard").await;
        let page = browser.follow(&page, "ご利用情報の設定").await;
        assert_eq!(page.form("確認へ").value("family_name"), "山田");
        let form =
            page.form("確認へ").fill("姓", "髙橋").fill("電話番号", "+81 90−1111ー2222").select("都道府県", "北海道");
        let page = browser.submit(form).await;
        assert_eq!((page.path(), page.h1().as_str()), ("/person/confirmation", "ご利用情報の確認"));
        assert_eq!(page.overview("電話番号").as_deref(), Some("090-1111-2222"));
        let former =
            |page: &Page| each(page.html().root_element(), "main .former").into_iter().map(said).collect::<Vec<_>>();
        let now = ["変更前: 山田 花子", "変更前: 03-1234-5678", "変更前: 東京都千代田区千代田1-1"];
        assert_eq!(former(&page), now, "and no other line is marked");
        let account = people::find(&clinic.floor, HANAKO).unwrap();
        assert_eq!(people::person(&clinic.floor, &account).name.family, "山田", "not before 登録する");
        let page = browser.follow(&page, "内容を修正する").await;
        assert_eq!(page.form("確認へ").value("family_name"), "髙橋", "what was typed is still there");
        let page = browser.submit(page.form("確認へ")).await;
        let page = browser.submit(page.form("登録する")).await;
        assert_eq!(page.path(), "/dashboard");
        assert_eq!(page.role("status").as_deref(), Some("ご利用情報を更新しました。"));
        outcomes.push(people::person(&clinic.floor, &account));
        assert_eq!(browser.get("/person/confirmation").await.path(), "/person", "nothing is left to confirm");
    }
    assert_eq!(outcomes[0], outcomes[1]);
    assert_eq!(outcomes[0].name.family, "髙橋");
}

#[tokio::test]
async fn an_unsaved_form_shows_what_is_stored() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let form = browser.get("/person").await.form("確認へ").fill("姓", "髙橋");
    browser.submit(form).await;
    assert_eq!(browser.get("/person").await.form("確認へ").value("family_name"), "山田");
    assert_eq!(browser.get("/person?again=1").await.form("確認へ").value("family_name"), "髙橋");
}

#[tokio::test]
async fn every_problem_is_named_beside_its_field() {
    let clinic = Clinic::new();
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let before = rows::all(&clinic.floor.store);
        let form = browser.get("/person").await.form("確認へ");
        let form = ["family_name", "given_kana", "phone"].into_iter().fold(form, |form, name| form.forge(name, ""));
        let page = browser.submit(form.fill("生年月日", "2030-01-01").fill("郵便番号", "1")).await;
        let wrong = ["family_name", "given_kana", "birth_date", "phone", "postal_code"];
        let mut named = page.wrong_fields();
        named.sort_by_key(|name| wrong.iter().position(|other| other == name));
        assert_eq!((page.code(), named), (422, wrong.map(str::to_owned).to_vec()));
        assert_eq!(rows::differences(&before, &rows::all(&clinic.floor.store)), Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_change_under_way_is_its_browsers_own_and_ends_after_a_day() {
    let clinic = Clinic::new();
    let mut phone = clinic.signed_in(HANAKO).await;
    let mut computer = clinic.signed_in(HANAKO).await;
    let mut stranger = clinic.signed_in(TARO).await;
    let page = phone.get("/person").await;
    let page = phone.submit(fill_in(page.form("確認へ"), TARO)).await;
    let last = page.form("登録する");
    for browser in [&mut computer, &mut stranger] {
        assert_eq!(browser.get("/person/confirmation").await.path(), "/person");
    }
    clinic.minutes_pass(24 * 60);
    assert_eq!(phone.submit(last).await.path(), "/person", "too late");
    let account = people::find(&clinic.floor, HANAKO).unwrap();
    assert_eq!(people::person(&clinic.floor, &account).name.family, "山田");
}

#[tokio::test]
async fn a_change_under_way_is_not_passed_to_the_next_person_who_signs_in() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    let page = browser.get("/person").await;
    browser.submit(page.form("確認へ").fill("姓", "髙橋")).await;
    let page = browser.get("/dashboard").await;
    browser.submit(page.form("ログアウト")).await;
    clinic.sign_in(&mut browser, TARO).await;
    assert_eq!(browser.get("/person/confirmation").await.path(), "/person");
    assert_eq!(browser.get("/person?again=1").await.form("確認へ").value("family_name"), "鈴木");
}

#[tokio::test]
async fn a_signed_out_visitor_signs_in_first() {
    let clinic = Clinic::new();
    asks_to_sign_in(&clinic, "/person").await;
    assert_eq!(clinic.plain().get("/person/confirmation").await.path(), "/sign-in");
}

/// What is stored for a visit that Hanako has before her at the sample clinic.
fn phone_of(clinic: &Clinic) -> String {
    booking::only(clinic).attendee.person.phone.hyphenated()
}

#[tokio::test]
async fn a_change_reaches_the_visits_to_come_if_that_is_wanted_and_nobody_elses() {
    for wanted in [true, false] {
        let clinic = booking::sakura().await;
        clinic.ignore_mail();
        let mut browser = clinic.signed_in(HANAKO).await;
        booking::as_patient(&mut browser, HANAKO).await;
        let form = browser.get("/person").await.form("確認へ").fill("電話番号", "090-1111-2222");
        let page = browser.submit(form).await;
        assert!(page.text().contains("これからの予約があります"), "{}", page.text());
        let form = page.form("登録する");
        let form = if wanted { form } else { form.without("change_reservations") };
        assert_eq!(browser.submit(form).await.path(), "/dashboard");
        assert_eq!(phone_of(&clinic), if wanted { "090-1111-2222" } else { "03-1234-5678" });
    }
}

#[tokio::test]
async fn a_change_of_the_name_counts_the_same_person_at_the_clinic() {
    let clinic = booking::sakura().await;
    clinic.ignore_mail();
    let mut browser = clinic.signed_in(HANAKO).await;
    booking::as_patient(&mut browser, HANAKO).await;
    let form = browser.get("/person").await.form("確認へ").fill("セイ", "タカハシ").fill("姓", "髙橋");
    let page = browser.submit(form).await;
    browser.submit(page.form("登録する")).await;
    assert_eq!(booking::only(&clinic).attendee.person.name.family, "髙橋");
    let page = booking::to_confirmation(&mut browser, HANAKO).await;
    assert_eq!((page.code(), page.h1().as_str()), (409, "すでにご予約があります"), "the same person");
    browser.submit(page.form("予約をやめる")).await;
    clinic.mails_to(HANAKO).await;
    let page = booking::as_guest(&clinic, &mut clinic.plain(), HANAKO).await;
    assert_eq!(page.h1(), "予約確定", "the former name has nothing before it: {}", page.text());
    let indexes = mypage::app::INDEXES.iter();
    let wrong = indexes.map(|check| clinic.floor.store.read_blocking(clinic.now(), *check).unwrap().len());
    assert_eq!(wrong.sum::<usize>(), 0);
}
