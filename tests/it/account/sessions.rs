//! ログイン中の端末: who is signed in where, and signing out elsewhere.

use super::is_signed_in;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::page::{Page, each};
use crate::harness::people::{self, HANAKO, TARO};
use crate::harness::stage::{self, leaving, press};
use mypage::account::{SESSIONS, support};
use mypage::secret::Token;
use mypage::session::kept_form::{self, KeptForm};
use mypage::session::{self, Session};

const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/17.5 Mobile/15E148 Safari/604.1";
const WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                       Chrome/126.0.0.0 Safari/537.36";
const PAGE: &str = "/account/sessions";
const OTHERS: &str = "ほかの端末をログアウト";
const ONE: &str = "ログアウトさせる";

/// Hanako's browser of that kind, signed in by the page.
async fn on(clinic: &Clinic, user_agent: &str) -> Browser {
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    browser.headers.push(("user-agent", user_agent.to_owned()));
    assert_eq!(browser.sign_in(HANAKO, people::password(HANAKO)).await.path(), "/dashboard");
    browser
}

fn hash(browser: &Browser) -> mypage::secret::TokenHash {
    Token::parse(&browser.token()).expect("a token").hash()
}

/// Keeps something typed in a browser.
async fn type_in(clinic: &Clinic, browser: &Browser) {
    let (visitor, now) = (hash(browser), clinic.now());
    let form = KeptForm { fields: vec![("city".to_owned(), "typed".to_owned())], owner: String::new(), sent: false };
    clinic.floor.store.write(now, move |tx| kept_form::keep(tx, visitor, "/person", form.clone())).await.unwrap();
}

/// Whether something is kept in a browser.
fn keeps(clinic: &Clinic, browser: &Browser) -> bool {
    let visitor = hash(browser);
    clinic.floor.store.read_blocking(clinic.now(), |r| kept_form::find(r, visitor, "/person")).unwrap().is_some()
}

fn sessions(clinic: &Clinic, email: &str) -> Vec<Session> {
    let subject = people::find(&clinic.floor, email).expect("an account").id.subject();
    clinic.floor.store.read_blocking(clinic.now(), |r| session::of_subject(r, &SESSIONS, subject)).unwrap()
}

/// The path that signs a session out.
fn way_out(session: &Session) -> String {
    format!("{PAGE}/{}/sign-out", session.reference())
}

fn has_no_finding(clinic: &Clinic) {
    for check in mypage::app::INDEXES {
        assert_eq!(clinic.floor.store.read_blocking(clinic.now(), *check).unwrap(), []);
    }
}

/// The text of a page after the last place where this stands.
fn after(page: &Page, words: &str) -> String {
    page.text().rsplit_once(words).expect(words).1.to_owned()
}

#[tokio::test]
async fn the_account_page_leads_to_a_list_of_ones_own_devices_in_words() {
    let clinic = Clinic::new();
    let mut phone = on(&clinic, IPHONE).await;
    clinic.minutes_pass(3 * 60);
    let mut computer = on(&clinic, WINDOWS).await;
    clinic.signed_in(TARO).await;
    let page = phone.get("/account").await;
    let page = phone.follow(&page, "ログイン中の端末を見る").await;
    assert_eq!((page.path(), page.h1().as_str()), (PAGE, "ログイン中の端末"));
    assert!(after(&page, "この端末").starts_with("iPhone の Safari"), "this one comes first");
    assert_eq!(page.overview("ログインした日時").as_deref(), Some("2026年4月1日(水)10:00"));
    assert_eq!(page.overview("最後に使った日").as_deref(), Some("2026年4月1日(水)"));
    let buttons = each(page.html().root_element(), "main button[aria-label]");
    let names: Vec<_> = buttons.iter().filter_map(|button| button.attr("aria-label")).collect();
    assert_eq!(names, ["Windows の Chrome(2026年4月1日(水)13:00にログイン)をログアウトさせる"]);
    let others = after(&page, "ほかの端末をログアウト");
    assert!(others.contains("Windows の Chrome") && others.contains("2026年4月1日(水)13:00"), "{others}");
    assert_eq!(page.text().matches("最後に使った日").count(), 2, "and nobody else's");
    let page = computer.get(PAGE).await;
    assert!(after(&page, "この端末").starts_with("Windows の Chrome"));
    let english = computer.submit(page.form("English")).await;
    assert_eq!(english.h1(), "Signed-in devices");
    assert!(english.text().contains("Chrome on Windows") && english.text().contains("Safari on iPhone"));
}

#[tokio::test]
async fn the_header_by_which_a_device_is_described_is_not_stored() {
    let clinic = Clinic::new();
    on(&clinic, IPHONE).await;
    let rows = crate::harness::rows::all(&clinic.floor.store);
    let holds = |text: &str| rows.values().any(|row| row.windows(text.len()).any(|part| part == text.as_bytes()));
    assert!(holds("Safari") && !holds("AppleWebKit") && !holds("604.1"));
}

#[tokio::test]
async fn s4_all_others_are_signed_out_with_what_was_typed_there_plain_and_by_htmx() {
    for htmx in [false, true] {
        let clinic = Clinic::new();
        let mut browser = if htmx { clinic.htmx() } else { clinic.plain() };
        clinic.sign_in(&mut browser, HANAKO).await;
        let mut others = [on(&clinic, IPHONE).await, on(&clinic, WINDOWS).await];
        let mut taro = clinic.signed_in(TARO).await;
        for other in others.iter().chain([&browser, &taro]) {
            type_in(&clinic, other).await;
        }
        let page = browser.get(PAGE).await;
        let page = browser.submit(page.form(OTHERS)).await;
        assert_eq!(page.path().split('?').next(), Some(PAGE));
        assert_eq!(page.role("status").as_deref(), Some("ほかの端末をログアウトしました。"));
        assert!(page.text().contains("ほかにログインしている端末はありません。") && !page.has_button(OTHERS));
        for other in &mut others {
            assert!(!keeps(&clinic, other));
            assert!(!is_signed_in(other).await);
        }
        for own in [&mut browser, &mut taro] {
            assert!(keeps(&clinic, own));
            assert!(is_signed_in(own).await);
        }
        assert_eq!(sessions(&clinic, HANAKO).len(), 1);
        has_no_finding(&clinic);
    }
}

#[tokio::test]
async fn signing_out_elsewhere_leaves_the_links_in_mails_and_makes_other_devices_unknown() {
    let clinic = Clinic::new();
    let (mut own, mut other) = (on(&clinic, IPHONE).await, on(&clinic, WINDOWS).await);
    let link = stage::ask_for_link(&clinic, &mut other, "/account/email", stage::FUTURE).await;
    let page = own.get(PAGE).await;
    own.submit(page.form(OTHERS)).await;
    assert_eq!(own.get(&link).await.code(), 200);
    for _ in 0..10 {
        let mut stranger = clinic.plain().at("198.51.100.1");
        assert_eq!(stranger.sign_in(HANAKO, "wrong wrong wrong").await.code(), 422);
    }
    assert_eq!(other.sign_in(HANAKO, people::password(HANAKO)).await.code(), 429);
    let page = own.get(PAGE).await;
    own.submit(page.form("ログアウト")).await;
    assert_eq!(own.sign_in(HANAKO, people::password(HANAKO)).await.path(), "/dashboard");
}

#[tokio::test]
async fn s4_one_other_is_signed_out_and_the_rest_stay() {
    let clinic = Clinic::new();
    for mut browser in clinic.both() {
        clinic.sign_in(&mut browser, HANAKO).await;
        let (mut gone, mut stays) = (on(&clinic, IPHONE).await, on(&clinic, WINDOWS).await);
        type_in(&clinic, &gone).await;
        let page = browser.get(PAGE).await;
        let named = sessions(&clinic, HANAKO).into_iter().find(|session| session.key == hash(&gone)).unwrap();
        let form = page.forms().into_iter().find(|form| form.action == way_out(&named)).unwrap();
        assert!(form.buttons().contains(&ONE.to_owned()));
        let page = browser.submit(form.clone().pressing_any()).await;
        assert_eq!(page.role("status").as_deref(), Some("選んだ端末をログアウトしました。"));
        assert!(!keeps(&clinic, &gone) && !is_signed_in(&mut gone).await);
        assert!(is_signed_in(&mut stays).await && is_signed_in(&mut browser).await);
        // Pressed twice.
        let page = browser.submit(form.pressing_any()).await;
        assert_eq!((page.code(), page.h1().as_str()), (404, "ログイン中の端末"));
        assert!(page.text().contains("その端末は、すでにログアウトしています。"));
        has_no_finding(&clinic);
    }
}

#[tokio::test]
async fn a2_somebody_elses_session_and_ones_own_are_not_found() {
    let clinic = Clinic::new();
    let (mut hanako, mut taro) = (clinic.signed_in(HANAKO).await, clinic.signed_in(TARO).await);
    let theirs = way_out(&sessions(&clinic, TARO)[0]);
    let own = way_out(&sessions(&clinic, HANAKO)[0]);
    let mut texts = Vec::new();
    for path in [theirs.as_str(), &own, &format!("{PAGE}/nothing/sign-out"), &format!("{PAGE}/%F0%9F/sign-out")] {
        let page = press(&mut hanako, path).await;
        assert_eq!(page.code(), 404, "{path}");
        texts.push(page.text());
    }
    assert!(texts.iter().all(|text| *text == texts[0]));
    assert!(is_signed_in(&mut taro).await && is_signed_in(&mut hanako).await);
}

#[tokio::test]
async fn s7_signing_out_elsewhere_takes_a_proof_and_a_session() {
    let clinic = Clinic::new();
    let (mut browser, mut other) = (clinic.signed_in(HANAKO).await, clinic.signed_in(HANAKO).await);
    let path = format!("{PAGE}/sign-out");
    assert_eq!(browser.send(Ask::posting(&path, &[])).await.code(), 403);
    let mut guest = clinic.plain();
    guest.get("/sign-in").await;
    assert_eq!(press(&mut guest, &path).await.path(), "/sign-in");
    assert!(is_signed_in(&mut other).await);
    super::asks_to_sign_in(&clinic, PAGE).await;
}

#[tokio::test]
async fn of_more_than_twenty_sessions_the_one_left_unused_longest_ends() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, TARO).await;
    let mut taro = clinic.signed_in(TARO).await;
    let mut browsers = Vec::new();
    for _ in 0..20 {
        browsers.push(clinic.signed_in(HANAKO).await);
        clinic.minutes_pass(1);
    }
    // A day later all are used but the fourth.
    clinic.minutes_pass(24 * 60);
    for (_, browser) in browsers.iter_mut().enumerate().filter(|(n, _)| *n != 3) {
        assert!(is_signed_in(browser).await);
    }
    clinic.written().await;
    type_in(&clinic, &browsers[3]).await;
    let mut new = clinic.signed_in(HANAKO).await;
    assert!(!keeps(&clinic, &browsers[3]));
    assert_eq!(sessions(&clinic, HANAKO).len(), 20);
    for (n, browser) in browsers.iter_mut().enumerate() {
        assert_eq!(is_signed_in(browser).await, n != 3, "{n}");
    }
    assert!(is_signed_in(&mut new).await && is_signed_in(&mut taro).await);
    has_no_finding(&clinic);
}

#[tokio::test]
async fn closing_an_account_ends_what_was_typed_in_each_of_its_browsers() {
    let clinic = Clinic::new();
    let mut browsers = [clinic.signed_in(HANAKO).await, clinic.signed_in(HANAKO).await];
    for browser in &browsers {
        type_in(&clinic, browser).await;
    }
    let (number, now) = (people::find(&clinic.floor, HANAKO).unwrap().customer_id, clinic.now());
    let close = clinic.floor.store.write(now, move |tx| support::change(tx, number, &|account| account.disable(now)));
    close.await.unwrap();
    for browser in &mut browsers {
        assert!(!keeps(&clinic, browser) && !is_signed_in(browser).await);
    }
    has_no_finding(&clinic);
}

#[tokio::test]
async fn s4_leaving_ends_what_was_typed_in_other_browsers() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let (mut browser, other) = (clinic.signed_in(HANAKO).await, clinic.signed_in(HANAKO).await);
    type_in(&clinic, &other).await;
    let form = leaving(&mut browser, people::password(HANAKO)).await;
    assert_eq!(browser.submit(form).await.path(), "/withdrawn");
    assert!(!keeps(&clinic, &other));
    has_no_finding(&clinic);
}

#[tokio::test]
async fn a_new_password_keeps_what_is_typed_here_and_forgets_what_was_typed_elsewhere() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let (mut browser, other) = (clinic.signed_in(HANAKO).await, clinic.signed_in(HANAKO).await);
    for browser in [&browser, &other] {
        type_in(&clinic, browser).await;
    }
    let form = browser.get("/account/password").await.form("変更する");
    let form = form.fill("現在のパスワード", people::password(HANAKO)).fill("新しいパスワード", stage::NEW_PASSWORD);
    assert_eq!(browser.submit(form).await.path(), "/account");
    assert!(keeps(&clinic, &browser) && !keeps(&clinic, &other));
    has_no_finding(&clinic);
}
