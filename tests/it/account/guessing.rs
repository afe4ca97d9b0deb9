//! P5 and P8: how often a secret may be tried, and how often a mail may be asked for.

use super::is_signed_in;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::Clinic;
use crate::harness::form::Form;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::Stage;
use poem::http::Method;
use std::collections::BTreeSet;

/// The form with a password that is not the one.
fn guessing(form: Form) -> Form {
    let names: Vec<_> = form.fields.iter().filter(|input| input.autocomplete == "current-password").collect();
    let name = names[0].name.clone();
    let form = if form.action == "/sign-in" { form.forge("email", HANAKO) } else { form };
    form.forge(&name, "wrong wrong wrong").pressing_any()
}

/// Whether a password that is sent with the form is judged; what a page that is left has kept is not.
fn judges(form: &Form) -> bool {
    form.asks_password() && !form.action.starts_with("/kept-form")
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
        assert!(matches!(page.code(), 404 | 410 | 422), "{}", page.code());
    }
    panic!("200 tries and no end");
}

#[tokio::test]
async fn p5_every_form_that_takes_a_password_is_throttled() {
    let mut guarded = BTreeSet::new();
    // Five minutes after the password was given, the forms that ask for it again do.
    let stage = Stage::new().await;
    stage.clinic.minutes_pass(6);
    let forms: Vec<_> = stage.forms().await.into_iter().filter(|(_, form)| judges(form)).collect();
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
    let known = ["/account/email", "/account/password", "/account/withdrawal", "/sign-in"];
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
        let proof = browser.get("/terms").await.form("日本語").value("_csrf");
        // The URL of a mail about a reservation carries the moment of its token as well.
        let length = if route.path.starts_with("/r/") { 51 } else { 43 };
        let path = route.path.replace(":token", &"A".repeat(length));
        let count = tries(&mut browser, || Ask::posting(&path, &[("_csrf".to_owned(), proof.clone())])).await;
        assert_eq!(count, 100, "{}", route.path);
        found += 1;
    }
    assert_eq!(found, 5);
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

/// Asks for a mail to an address on a page, from a client of its own.
async fn ask(clinic: &Clinic, path: &str, address: &str, client: usize) -> u16 {
    let mut browser = clinic.plain().at(&format!("198.51.100.{client}"));
    if path.starts_with("/account") {
        clinic.sign_in(&mut browser, HANAKO).await;
    }
    let page = browser.get(path).await;
    let form = page.forms().into_iter().find(|form| form.action == path).expect("the form");
    browser.submit(form.forge("email", address).pressing_any()).await.code()
}

#[tokio::test]
async fn p8_an_address_gets_three_mails_an_hour_however_they_are_asked_for() {
    let clinic = Clinic::new();
    let victim = "mika@example.jp";
    for _ in 0..2 {
        let paths = ["/sign-up", "/password-reset", "/account/email", "/password-reset", "/sign-up", "/account/email"];
        let mut codes = Vec::new();
        for (n, path) in paths.into_iter().enumerate() {
            codes.push(ask(&clinic, path, victim, n).await);
        }
        assert_eq!(codes, [200, 200, 200, 429, 429, 429]);
        assert_eq!(clinic.mails_to(victim).await.len(), 3);
        assert_eq!(ask(&clinic, "/sign-up", "MIKA@EXAMPLE.JP", 20).await, 429, "the same address in other letters");
        clinic.minutes_pass(60);
    }
}

#[tokio::test]
async fn p8_one_visitor_cannot_have_mails_sent_to_everybody_nor_can_a_crowd_behind_one_address() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let mut browser = clinic.plain().at("198.51.100.7");
    let mut sent = 0;
    for n in 0..35 {
        let form = browser.get("/sign-up").await.form("メール送信").fill("メールアドレス", &format!("a{n}@example.jp"));
        sent += usize::from(browser.submit(form).await.code() == 200);
    }
    assert_eq!(sent, 30, "one browser");
    assert_eq!(heard(&clinic, 580, |_| "198.51.100.7".to_owned()).await, 570, "six hundred behind the address");
}

#[tokio::test]
async fn p8_one_mailbox_gets_three_mails_an_hour_under_whatever_tags() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    for mailbox in [
        ["mika@example.jp", "mika+1@example.jp", "mika+a+b@example.jp", "MIKA+x@example.jp", "mika+@example.jp"],
        ["m.ika@gmail.com", "mika+2@gmail.com", "mi.ka@googlemail.com", "m.i.k.a+z@gmail.com", "mika@gmail.com"],
    ] {
        let mut codes = Vec::new();
        for (n, address) in mailbox.into_iter().enumerate() {
            codes.push(ask(&clinic, "/sign-up", address, n).await);
        }
        assert_eq!(codes, [200, 200, 200, 429, 429], "{mailbox:?}");
        clinic.minutes_pass(60);
    }
    for (n, address) in
        ["m.ika@example.jp", "mi.ka@example.jp", "mik.a@example.jp", "+@example.jp"].into_iter().enumerate()
    {
        assert_eq!(ask(&clinic, "/sign-up", address, 50 + n).await, 200, "{address}: another mailbox");
    }
}

/// How many of so many requests for a mail are heard, each from a new browser at the address that its number gives.
async fn heard(clinic: &Clinic, requests: usize, address: impl Fn(usize) -> String) -> usize {
    let mut heard = 0;
    for n in 0..requests {
        let mut browser = clinic.plain().at(&address(n));
        let form = browser.get("/sign-up").await.form("メール送信");
        let mailbox = format!("n{n}@{}.example.jp", address(n).replace([':', '.'], "-"));
        heard += usize::from(browser.submit(form.fill("メールアドレス", &mailbox)).await.code() == 200);
    }
    heard
}

#[tokio::test]
async fn p8_a_subscriber_with_many_networks_of_ipv6_is_one_client() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    assert_eq!(heard(&clinic, 160, |_| "2001:db8:0:1ff::7".to_owned()).await, 150, "a /64");
    // A home or a rented server has a /56: 256 networks.
    assert_eq!(heard(&clinic, 250, |n| format!("2001:db8:0:2{:02x}::7", n % 16)).await, 240, "a /56");
    assert_eq!(heard(&clinic, 10, |_| "2001:db8:0:300::7".to_owned()).await, 10, "the next one");
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
