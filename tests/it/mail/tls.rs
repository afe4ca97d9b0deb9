//! What the worker accepts as a protected connection.

use super::*;
use mypage::mail::Login;

fn login(password: &str) -> Option<Login> {
    Some(Login { user: "mypage".to_owned(), password: password.to_owned() })
}

/// Tries one mail and expects it to stay where it is.
async fn refused(post: &Post, settings: MailServer) -> String {
    post.add(letter("a@example.jp")).await;
    let what = run(&post.worker_with(settings)).await;
    assert_eq!(post.server.inbox().recipients(), Vec::<String>::new());
    assert_eq!(post.waiting(), 1, "it waits for a better connection");
    why_later(&what).to_owned()
}

#[tokio::test]
async fn m7_a_certificate_for_the_right_name_is_good_with_starttls_and_with_implicit_tls() {
    for (setup, security) in [(Setup::starttls(), Security::StartTls), (Setup::implicit(), Security::Implicit)] {
        let post = Post::new(setup.login("mypage", "himitsu")).await;
        post.add(letter("a@example.jp")).await;
        let settings = MailServer { login: login("himitsu"), ..post.settings(security) };
        assert_eq!(run(&post.worker_with(settings)).await, [What::Sent], "{security:?}");
        let mail = post.server.inbox().wait_for("a@example.jp").await;
        assert!(mail.encrypted);
        assert_eq!(mail.user.as_deref(), Some("mypage"));
    }
}

#[tokio::test]
async fn m7_a_certificate_for_another_name_is_refused() {
    for (setup, security) in [(Setup::starttls(), Security::StartTls), (Setup::implicit(), Security::Implicit)] {
        let post = Post::new(setup.certificate_for("mail.evil.example")).await;
        let why = refused(&post, post.settings(security)).await;
        assert!(why.contains("certificate"), "{why}");
    }
}

#[tokio::test]
async fn m7_a_certificate_that_nobody_vouches_for_is_refused() {
    let post = Post::new(Setup::starttls()).await;
    let stranger = SmtpServer::start(Setup::starttls()).await;
    let extra_roots = Some(stranger.certificate().to_owned());
    let why = refused(&post, MailServer { extra_roots, ..post.settings(Security::StartTls) }).await;
    assert!(why.contains("certificate"), "{why}");
}

#[tokio::test]
async fn m7_a_server_without_starttls_is_refused_before_it_hears_anything() {
    let post = Post::new(Setup::plain().login("mypage", "himitsu")).await;
    let settings = MailServer { login: login("himitsu"), ..post.settings(Security::StartTls) };
    let why = refused(&post, settings).await;
    assert!(why.contains("STARTTLS"), "{why}");
    assert_eq!(post.server.heard(), ["EHLO clinic.example"]);
}

#[tokio::test]
async fn a_wrong_password_costs_no_mail() {
    let post = Post::new(Setup::starttls().login("mypage", "himitsu")).await;
    let settings = |password| MailServer { login: login(password), ..post.settings(Security::StartTls) };
    let why = refused(&post, settings("wrong")).await;
    assert!(why.starts_with("signing in: ") && why.contains("535"), "{why}");
    post.advance(HOUR);
    assert_eq!(run(&post.worker_with(settings("himitsu"))).await, [What::Sent]);
}
