//! The SMTP server is away for a long time.

use super::*;
use crate::harness::clinic::START;
use mypage::mail::failed;
use tokio::net::TcpListener;

#[tokio::test]
async fn m2_after_a_day_without_a_server_every_mail_is_sent_once_and_what_is_past_its_time_is_dropped() {
    let post = Post::new(Setup::plain()).await;
    let worker = post.worker();
    post.server.set_down(true);
    let addresses: Vec<_> = (0..30).map(|number| format!("p{number}@example.jp")).collect();
    for to in &addresses {
        post.add(letter(to)).await;
    }
    post.add(letter("reminder@example.jp").useful_until(START.plus_hours(12))).await;
    for _ in 0..24 * 12 {
        for what in run(&worker).await {
            assert!(matches!(what, What::Later { .. } | What::GivenUp { .. }), "{what:?}");
        }
        post.advance(5 * MINUTE);
    }
    assert_eq!(post.waiting(), addresses.len(), "only the reminder is gone");
    assert!(post.server.connections() < 31 * 40, "{} attempts", post.server.connections());

    post.server.set_down(false);
    post.advance(HOUR);
    assert_eq!(run(&worker).await, vec![What::Sent; addresses.len()]);
    let mut arrived = post.server.inbox().recipients();
    arrived.sort();
    let mut expected = addresses.clone();
    expected.sort();
    assert_eq!(arrived, expected);
    let dropped = post.store.read_blocking(START, |r| failed::list(r, 9)).unwrap();
    assert_eq!(dropped.iter().map(|failed| failed.why.as_str()).collect::<Vec<_>>(), ["it was no longer of use"]);
    let mail = post.server.inbox().wait_for("p0@example.jp").await;
    assert_eq!(mail.header("Date").unwrap(), "Wed, 01 Apr 2026 01:00:00 +0000", "the day it was written");
}

#[tokio::test]
async fn m2_a_refused_connection_and_an_unknown_host_are_tried_again() {
    let post = Post::new(Setup::plain()).await;
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let nobody = MailServer { port: free, ..post.settings(Security::None) };
    let nowhere = MailServer { host: "mail.invalid".to_owned(), ..post.settings(Security::None) };
    post.add(letter("a@example.jp")).await;
    for settings in [nobody, nowhere] {
        assert!(why_later(&run(&post.worker_with(settings)).await).starts_with("connecting: "));
        post.advance(HOUR);
    }
    assert_eq!(run(&post.worker()).await, [What::Sent]);
}

#[tokio::test]
async fn a_mail_put_off_is_not_touched_before_its_time() {
    let post = Post::new(Setup::plain()).await;
    post.server.fail("a@example.jp", 2, crate::harness::smtp::Fault::Busy);
    post.add(letter("a@example.jp")).await;
    let worker = post.worker();
    assert_eq!(why_later(&run(&worker).await), "the recipient answered with 451 4.2.0");
    post.advance(MINUTE - Duration::from_secs(1));
    assert_eq!(run(&worker).await, []);
    post.advance(MINUTE);
    why_later(&run(&worker).await);
    post.advance(MINUTE);
    assert_eq!(run(&worker).await, [], "the second rest is longer");
    post.advance(2 * MINUTE);
    assert_eq!(run(&worker).await, [What::Sent]);
}
