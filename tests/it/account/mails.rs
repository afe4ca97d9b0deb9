//! P8: how often a mail may be asked for, by one visitor, for one mailbox and by all together.

use crate::harness::clinic::Clinic;
use crate::harness::people::HANAKO;
use crate::harness::work::done;
use mypage::account::MAILS_IN_ALL;
use std::convert::Infallible;

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
async fn p8_what_guests_use_up_together_stops_no_patient() {
    let clinic = Clinic::new();
    clinic.ignore_mail();
    let mut patient = clinic.signed_in(HANAKO).await;
    let spent = clinic.floor.store.write(clinic.now(), |tx| {
        done::<_, Infallible>(tx, |work| {
            for _ in 0..MAILS_IN_ALL.most {
                work.count(&[MAILS_IN_ALL.in_all()])?;
            }
            Ok(())
        })
    });
    spent.await.unwrap().unwrap();
    assert_eq!(ask(&clinic, "/sign-up", "mika@example.jp", 1).await, 429);
    let page = patient.get("/account/email").await;
    let form = page.forms().into_iter().find(|form| form.action == "/account/email").unwrap();
    let page = patient.submit(form.forge("email", "new@example.jp").pressing_any()).await;
    assert_eq!((page.code(), page.h1().as_str()), (200, "メールを送信しました"));
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
