//! What the refusal of a limit says to do at once, and that it can be done.

use crate::harness::booked::{self, book, receipt, stored};
use crate::harness::booking::{calendar, choose, sakura};
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::clinics::{self, GENERAL, SAKURA};
use crate::harness::form::Form;
use crate::harness::page::{Page, each, first, said};
use crate::harness::people::{self, HANAKO};
use crate::harness::staff::{self, RECEPTION};
use crate::harness::stage::NEW_PASSWORD;
use mypage::account::path::then;
use mypage::clinic::{Clinic as Model, ClinicId};
use mypage::staff::Role;
use scraper::ElementRef;

const WRONG: &str = "wrong wrong wrong";
const RESET: &str = "新しいパスワードを登録する";
const BOOKING_PAGE: &str = "クリニックの予約ページへ";
const PHONE: &str = "03-1111-2222";
const AS_GUEST: &str = "会員登録やログインをしなくても";

/// What stands above the form that is shown again, or on a page of its own.
fn refusal(page: &Page) -> ElementRef<'_> {
    assert_eq!(page.code(), 429, "{}", page.text());
    let root = page.html().root_element();
    first(root, "#problems").or_else(|| first(root, "main")).expect("a page")
}

/// Where a link of the refusal leads.
fn way(page: &Page, text: &str) -> String {
    let links = each(refusal(page), "a[href]");
    let found = links.into_iter().find(|link| said(*link) == text);
    let found = found.unwrap_or_else(|| panic!("no {text:?} in {}", said(refusal(page))));
    found.attr("href").expect("a link").to_owned()
}

fn has_way(page: &Page, text: &str) -> bool {
    each(refusal(page), "a[href]").into_iter().any(|link| said(link) == text)
}

/// That the refusal says this, and sends nobody to the telephone.
fn says_without_calling(page: &Page, sentences: &[&str]) {
    let text = said(refusal(page));
    for sentence in sentences {
        assert!(text.contains(sentence), "no {sentence:?} in {text}");
    }
    assert!(!text.contains("電話"), "{text}");
    assert!(each(refusal(page), "a[href^='tel:']").is_empty(), "{text}");
}

/// The same form sent so often, each time refused for what is wrong with it; then once more.
async fn once_too_often(browser: &mut Browser, form: &Form, tries: usize) -> Page {
    for at in 0..tries {
        assert_eq!(browser.submit(form.clone()).await.code(), 422, "{at}");
    }
    browser.submit(form.clone()).await
}

/// The form of a page that is sent to the page itself.
fn own_form(page: &Page) -> Form {
    let form = page.forms().into_iter().find(|form| form.action == page.path()).expect("the form");
    form.pressing_any()
}

#[tokio::test]
async fn too_many_passwords_at_the_sign_in_lead_to_a_new_password_which_lets_in_at_once() {
    let clinic = sakura().await;
    clinic.ignore_mail();
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    let form = browser.get("/sign-in").await.form("ログイン");
    let form = form.fill("メールアドレス", HANAKO).fill("パスワード", WRONG);
    let page = once_too_often(&mut browser, &form, 10).await;
    says_without_calling(&page, &["10:15以降", "メールで新しいパスワードを登録してください", AS_GUEST]);
    assert_eq!(way(&page, "さくら内科クリニック"), "/b/sakura");
    let page = browser.get(&way(&page, RESET)).await;
    assert_eq!(page.path(), "/password-reset");
    browser.submit(page.form("送信する").fill("メールアドレス", HANAKO)).await;
    let page = browser.get(&clinic.link_to(HANAKO).await).await;
    browser.submit(page.form("登録").fill("新しいパスワード", NEW_PASSWORD)).await;
    assert_eq!(browser.sign_in(HANAKO, NEW_PASSWORD).await.path(), "/dashboard", "in the very minute");
}

#[tokio::test]
async fn of_many_clinics_a_guest_is_shown_the_one_where_they_were_about_to_book() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let form = browser.get("/sign-in").await.form("ログイン");
    let form = form.fill("メールアドレス", HANAKO).fill("パスワード", WRONG);
    once_too_often(&mut browser, &form, 10).await;
    let (id, name) = (ClinicId::parse("new").unwrap(), "開院前".to_owned());
    clinics::open(&clinic.floor, Model { id, name, ..clinics::sakura() }, Vec::new()).await;
    let page = browser.submit(form.clone()).await;
    assert!(has_way(&page, "さくら内科クリニック") && !has_way(&page, "開院前"), "{}", said(refusal(&page)));
    for id in ["a", "b", "c", "d", "e"] {
        let (id, name) = (ClinicId::parse(&format!("clinic-{id}")).unwrap(), format!("{id}医院"));
        clinics::open(&clinic.floor, Model { id, name, ..clinics::sakura() }, Vec::new()).await;
    }
    let page = browser.submit(form.clone()).await;
    says_without_calling(&page, &[AS_GUEST]);
    assert!(!has_way(&page, "さくら内科クリニック") && !has_way(&page, "a医院"), "{}", said(refusal(&page)));
    let page = browser.submit(form.forge("next", "/b/sakura")).await;
    assert_eq!(way(&page, "さくら内科クリニック"), "/b/sakura");
    assert_eq!(way(&page, RESET), then("/password-reset", "/b/sakura"));
    assert!(!has_way(&page, "a医院"));
}

#[tokio::test]
async fn too_many_passwords_within_a_session_leave_all_else_of_it() {
    let clinic = Clinic::new();
    for mut browser in clinic.both() {
        for path in ["/account/password", "/account/withdrawal"] {
            clinic.sign_in(&mut browser, HANAKO).await;
            clinic.minutes_pass(16);
            let form = own_form(&browser.get(path).await).fill("現在のパスワード", WRONG);
            let page = once_too_often(&mut browser, &form, 10).await;
            says_without_calling(&page, &["ほかの操作は今もできます", "現在のパスワードがわからないときは"]);
            assert_eq!(way(&page, RESET), "/password-reset", "{path}");
            assert!(!said(refusal(&page)).contains(AS_GUEST), "{path}");
            assert_eq!(browser.get(&way(&page, "ダッシュボードへ")).await.path(), "/dashboard", "{path}");
        }
    }
}

#[tokio::test]
async fn the_fourth_mail_of_an_hour_says_that_the_last_one_still_works() {
    let clinic = sakura().await;
    people::register(&clinic.floor, HANAKO).await;
    for (path, address) in [("/password-reset", HANAKO), ("/sign-up", "mika@example.jp")] {
        let mut browser = clinic.plain();
        let form = own_form(&browser.get(path).await).fill("メールアドレス", address);
        let mut text = String::new();
        for _ in 0..3 {
            assert_eq!(browser.submit(form.clone()).await.code(), 200, "{path}");
            text = clinic.mail_to(address).await.text();
        }
        let page = browser.submit(form.clone()).await;
        says_without_calling(&page, &["最後にお送りしたメール", "迷惑メールフォルダ", AS_GUEST]);
        assert_eq!(way(&page, "さくら内科クリニック"), "/b/sakura");
        let mut english = clinic.plain().in_english();
        let form = own_form(&english.get(path).await).forge("email", address);
        let page = english.submit(form).await;
        let page_text = said(refusal(&page));
        assert!(page_text.contains("spam folder") && page_text.contains("without an account"), "{page_text}");
        assert!(!page_text.contains("call"), "{page_text}");
        assert!(clinic.mails_to(address).await.is_empty(), "{path}");
        let mut links = text.lines().filter_map(|line| line.strip_prefix(clinic.floor.config.base_url()));
        let link = links.find(|path| path.contains("/link/")).expect("a link with a token");
        assert_eq!(browser.get(link).await.code(), 200, "{path}");
    }
}

#[tokio::test]
async fn too_many_chosen_slots_leave_the_booking_under_way_the_clinics_phone_and_its_page() {
    let clinic = sakura().await;
    let mut browser = clinic.plain();
    let page = browser.get(&calendar(GENERAL, "first")).await;
    let mut under_way = String::new();
    for _ in 0..60 {
        let person = choose(&mut browser, &page, "4月1日(水)", "11:30").await;
        person.path().clone_into(&mut under_way);
    }
    let page = choose(&mut browser, &page, "4月1日(水)", "11:30").await;
    let text = said(refusal(&page));
    assert!(text.contains("手続きの途中の予約は、そのまま続けられます") && text.contains("10:10以降"), "{text}");
    assert!(text.contains("さくら内科クリニック") && !text.contains(AS_GUEST), "{text}");
    assert_eq!(way(&page, PHONE), "tel:0311112222");
    assert_eq!(browser.get(&way(&page, BOOKING_PAGE)).await.path(), "/b/sakura");
    let page = browser.get(&under_way).await;
    assert_eq!((page.code(), page.h1().as_str()), (200, "受診者の情報を入力する"));
}

#[tokio::test]
async fn too_many_four_digits_leave_the_booking_as_it_is_and_the_clinics_phone() {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    let of = book(&clinic, HANAKO, "9:30", false).await;
    let path = receipt(&clinic, &of).await;
    let mut browser = clinic.plain();
    let form = browser.get(&format!("{path}/cancellation")).await.form("キャンセルする");
    let page = once_too_often(&mut browser, &form.fill("電話番号の下4桁", "0000"), 5).await;
    let text = said(refusal(&page));
    assert!(text.contains("予約は、今のまま有効です") && text.contains("10:15以降"), "{text}");
    assert_eq!(way(&page, PHONE), "tel:0311112222");
    assert_eq!(way(&page, BOOKING_PAGE), "/b/sakura");
    assert!(stored(&clinic, of.id).is_booked());
}

#[tokio::test]
async fn somebody_of_the_staff_is_told_of_the_recovery_code_and_of_who_can_let_them_in() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    booked::open(&clinic).await;
    let codes = staff::add(&clinic.floor, RECEPTION, SAKURA, Role::Reception).await;
    let mut browser = clinic.plain();
    staff::give_password(&mut browser, RECEPTION).await;
    let form = browser.get("/console/sign-in/code").await.form("ログイン");
    let form = form.fill("確認コード", &staff::wrong_code(&clinic, RECEPTION));
    let page = once_too_often(&mut browser, &form, 10).await;
    says_without_calling(&page, &["10:30以降", "回復コード", "ほかの管理者", "mypage staff reset"]);
    let page = browser.get(&way(&page, "回復コードを入力する")).await;
    let page = browser.submit(page.form("ログイン").fill("回復コード", &codes[0])).await;
    assert_eq!(page.path(), "/console/c/sakura", "{}", page.text());
    clinic.minutes_pass(6);
    let form = browser.get("/console/sign-in/again").await.form("確認して続ける");
    let form = form.fill("パスワード", WRONG).fill("確認コード", "000000");
    let page = once_too_often(&mut browser, &form, 10).await;
    says_without_calling(&page, &["ほかの操作は今もできます", "mypage staff reset"]);
    assert_eq!(browser.get("/console/c/sakura").await.path(), "/console/c/sakura");
    let mut stranger = clinic.plain().at("198.51.100.9");
    let form = stranger.get("/console/sign-in").await.form("ログイン");
    let form = form.fill("メールアドレス", RECEPTION).fill("パスワード", WRONG);
    let page = once_too_often(&mut stranger, &form, 10).await;
    says_without_calling(&page, &["ほかの管理者", "mypage staff reset"]);
    assert!(!said(refusal(&page)).contains(AS_GUEST), "the staff book at the desk");
}
