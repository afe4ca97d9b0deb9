//! P4 and P5: how often a secret may be tried, and whom that keeps out.

use super::is_signed_in;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::form::Form;
use crate::harness::people::{self, HANAKO};
use crate::harness::staff::OWNER;
use crate::harness::stage::Stage;
use poem::http::Method;
use std::collections::BTreeSet;

/// The form with a password that is not the one.
fn guessing(form: Form) -> Form {
    let names: Vec<_> = form.fields.iter().filter(|input| input.autocomplete == "current-password").collect();
    let name = names[0].name.clone();
    let form = match form.action.as_str() {
        "/sign-in" => form.forge("email", HANAKO),
        "/console/sign-in" => form.forge("email", OWNER),
        "/console/sign-in/again" => form.forge("code", "000000"),
        _ => form,
    };
    form.forge(&name, "wrong wrong wrong").pressing_any()
}

/// Whether a password that is sent with the form is judged; what a page that is left has kept is not.
fn judges(form: &Form) -> bool {
    form.asks_password() && !form.action.contains("/kept-form")
}

/// How many are judged before the first 429, and what it says.
async fn tries(browser: &mut Browser, ask: impl Fn() -> Ask) -> usize {
    for n in 0..200 {
        let page = browser.send(ask()).await;
        if page.code() == 429 {
            let wait: i64 = page.header("retry-after").expect("when to come back").parse().unwrap();
            assert!((1..=15 * 60).contains(&wait), "{wait}");
            // The page of the form says so, or a page of its own.
            assert!(page.text().contains("しばらくお待ちください"), "{}", page.text());
            return n;
        }
        assert!(matches!(page.code(), 404 | 410 | 422), "{} of {}", page.code(), page.path());
    }
    panic!("200 tries and no end");
}

#[tokio::test]
async fn p5_every_form_that_takes_a_password_is_throttled() {
    let mut guarded = BTreeSet::new();
    // Five minutes after the password was given, the forms that ask for it again do.
    let stage = Stage::new().await;
    stage.clinic.minutes_pass(6);
    let mut forms: Vec<_> = stage.forms().await.into_iter().filter(|(_, form)| judges(form)).collect();
    // First the one that needs a session of the console: it ends while the others wait.
    forms.sort_by_key(|(_, form)| form.action != "/console/sign-in/again");
    for (mut browser, form) in forms {
        guarded.insert(form.action.clone());
        let form = guessing(form);
        let count = tries(&mut browser, || Ask::posting(&form.action, &form.sent())).await;
        assert_eq!(count, 10, "{}", form.action);
        let lines = stage.clinic.floor.log.lines();
        let told = lines.iter().rfind(|line| line.contains("event=throttled")).expect("an event");
        assert!(told.contains("limit=\"password "), "{told}");
        stage.clinic.minutes_pass(16);
    }
    let known = [
        "/account/data",
        "/account/email",
        "/account/password",
        "/account/withdrawal",
        "/console/sign-in",
        "/console/sign-in/again",
        "/sign-in",
    ];
    assert_eq!(guarded, known.map(str::to_owned).into(), "a form that is new here needs a look");
}

#[tokio::test]
async fn p5_every_route_that_takes_a_token_is_throttled() {
    let stage = Stage::new().await;
    let routes =
        stage.routes().into_iter().filter(|route| route.path.contains(":token") && route.method == Method::POST);
    let mut found = 0;
    for (n, route) in routes.enumerate() {
        let mut browser = stage.who(route.who).at(&format!("198.51.100.{n}"));
        let page = if route.path.starts_with("/console") { "/console/sign-in" } else { "/terms" };
        let proof = browser.get(page).await.form("日本語").value("_csrf");
        // The URL of a mail about a reservation carries the moment of its token as well.
        let length = if route.path.starts_with("/r/") { 51 } else { 43 };
        let path = route.path.replace(":token", &"A".repeat(length));
        let count = tries(&mut browser, || Ask::posting(&path, &[("_csrf".to_owned(), proof.clone())])).await;
        assert_eq!(count, 100, "{}", route.path);
        found += 1;
    }
    assert_eq!(found, 14);
}

#[tokio::test]
async fn p5_one_client_cannot_try_many_accounts_and_others_are_not_shut_out() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let mut attacker = clinic.plain();
    let form = attacker.get("/sign-in").await.form("ログイン").fill("パスワード", "wrong wrong wrong");
    let mut judged = 0;
    for n in 0..60 {
        let page = attacker.submit(form.clone().fill("メールアドレス", &format!("a{n}@example.jp"))).await;
        judged += usize::from(page.code() == 422);
        let said = page.role("alert").expect("what is wrong");
        assert_eq!(said.contains("別の回線からは今すぐできます"), page.code() == 429, "{said}");
    }
    assert_eq!(judged, 50);
    let mut owner = clinic.plain().at("198.51.100.1");
    assert_eq!(owner.sign_in(HANAKO, people::password(HANAKO)).await.path(), "/dashboard");
}

#[tokio::test]
async fn p5_right_passwords_are_not_counted_and_the_count_ends() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let mut browser = clinic.plain();
    for _ in 0..9 {
        browser.sign_in(HANAKO, "wrong wrong wrong").await;
    }
    for _ in 0..5 {
        let mut right = clinic.plain();
        assert_eq!(right.sign_in(HANAKO, people::password(HANAKO)).await.path(), "/dashboard");
    }
    assert_eq!(browser.sign_in(HANAKO, "wrong wrong wrong").await.code(), 422, "the tenth wrong one");
    assert_eq!(browser.sign_in(HANAKO, people::password(HANAKO)).await.code(), 429, "now even the right one waits");
    clinic.minutes_pass(15);
    assert_eq!(browser.sign_in(HANAKO, people::password(HANAKO)).await.path(), "/dashboard");
    assert!(is_signed_in(&mut browser).await);
}

#[tokio::test]
async fn p5_simultaneous_guesses_are_all_counted() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    let mut guesses = Vec::new();
    for _ in 0..30 {
        let mut browser = clinic.plain();
        let form = browser.get("/sign-in").await.form("ログイン");
        guesses.push((browser, form.fill("メールアドレス", HANAKO).fill("パスワード", "wrong wrong wrong")));
    }
    let sent = guesses.iter_mut().map(|(browser, form)| browser.submit(form.clone()));
    let pages = futures_util::future::join_all(sent).await;
    assert_eq!(pages.iter().filter(|page| page.code() == 422).count(), 10);
    assert_eq!(pages.iter().filter(|page| page.code() == 429).count(), 20);
}

/// Ten wrong passwords for Hanako's address, from clients of their own.
async fn lock_out(clinic: &Clinic) {
    for n in 0..10 {
        let mut attacker = clinic.plain().at(&format!("198.51.100.{n}"));
        assert_eq!(attacker.sign_in(HANAKO, "wrong wrong wrong").await.code(), 422);
    }
    let mut stranger = clinic.plain().at("198.51.100.99");
    assert_eq!(stranger.sign_in(HANAKO, people::password(HANAKO)).await.code(), 429, "the address is closed elsewhere");
}

#[tokio::test]
async fn p4_guesses_from_elsewhere_do_not_keep_the_owner_out_on_a_known_device_or_in_a_session() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    people::register(&clinic.floor, HANAKO).await;
    let mut own = clinic.plain();
    assert_eq!(own.sign_in(HANAKO, people::password(HANAKO)).await.path(), "/dashboard");
    lock_out(&clinic).await;
    // Within the session, ...
    let form = own.get("/account/password").await.form("変更する").fill("現在のパスワード", people::password(HANAKO));
    let page = own.submit(form.fill("新しいパスワード", crate::harness::stage::NEW_PASSWORD)).await;
    assert_eq!((page.code(), page.path()), (200, "/account"));
    // ... and after signing out.
    let page = own.get("/account").await;
    own.submit(page.form("ログアウト")).await;
    assert_eq!(own.sign_in(HANAKO, crate::harness::stage::NEW_PASSWORD).await.path(), "/dashboard");
    // The device is no way around: it has ten attempts of its own.
    let page = own.get("/account").await;
    own.submit(page.form("ログアウト")).await;
    let judged = own.clone();
    for _ in 0..10 {
        assert_eq!(own.sign_in(HANAKO, "wrong wrong wrong").await.code(), 422);
    }
    assert_eq!(own.sign_in(HANAKO, crate::harness::stage::NEW_PASSWORD).await.code(), 429);
    assert_ne!(judged.cookie("device"), "");
}

#[tokio::test]
async fn p4_a_password_that_is_set_anew_by_mail_lets_the_owner_in() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    lock_out(&clinic).await;
    let mut owner = clinic.plain();
    let page = owner.get("/password-reset").await;
    owner.submit(page.form("送信する").fill("メールアドレス", HANAKO)).await;
    let page = owner.get(&clinic.link_to(HANAKO).await).await;
    let new = crate::harness::stage::NEW_PASSWORD;
    owner.submit(page.form("登録").fill("新しいパスワード", new)).await;
    assert_eq!(owner.sign_in(HANAKO, new).await.path(), "/dashboard");
    clinic.ignore_mail();
}

#[tokio::test]
async fn p4_a_device_cookie_that_was_made_up_or_is_somebody_elses_counts_for_nothing() {
    let clinic = Clinic::new();
    people::register(&clinic.floor, HANAKO).await;
    people::register(&clinic.floor, people::TARO).await;
    let mut taro = clinic.plain();
    assert_eq!(taro.sign_in(people::TARO, people::password(people::TARO)).await.path(), "/dashboard");
    lock_out(&clinic).await;
    for device in [taro.cookie("device"), mypage::secret::Token::mint().text(), "x".to_owned()] {
        let mut browser = clinic.plain();
        browser.put_cookie("device", &device);
        assert_eq!(browser.sign_in(HANAKO, people::password(HANAKO)).await.code(), 429, "{device}");
    }
}
