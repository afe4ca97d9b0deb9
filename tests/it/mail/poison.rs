//! Mails that cannot be sent, and what they may not do to the others.

use super::*;
use crate::harness::clinic::START;
use crate::harness::smtp::Fault;
use mypage::mail::failed;

#[tokio::test]
async fn m5_refused_and_hanging_mails_do_not_hold_up_the_others() {
    let post = Post::new(Setup::plain()).await;
    post.server.fail("refused@example.jp", 1, Fault::Unknown);
    for number in 0..3 {
        post.server.fail(&format!("hang@slow{number}.example"), 1, Fault::Hang);
        post.add(letter(&format!("hang@slow{number}.example"))).await;
    }
    post.add(letter("refused@example.jp")).await;
    let worker = post.worker();
    let bell = worker.doorbell();
    let running = tokio::spawn(worker.run(std::future::pending()));
    post.server.held(3).await;
    for number in 0..20 {
        post.add(letter(&format!("p{number}@example.jp"))).await;
    }
    // One ring: from here on only the place that becomes free again and again drives the worker on.
    bell.ring();
    for number in 0..20 {
        post.server.inbox().wait_for(&format!("p{number}@example.jp")).await;
    }
    post.server.release();
    for number in 0..3 {
        post.server.inbox().wait_for(&format!("hang@slow{number}.example")).await;
    }
    running.abort();
    assert_eq!(post.server.inbox().to("refused@example.jp").len(), 0);
    let failed = post.store.read_blocking(START, |r| failed::list(r, 9)).unwrap();
    assert_eq!(failed.len(), 1);
    assert_eq!((failed[0].to.as_str(), failed[0].attempts), ("r***@example.jp", 1));
    assert_eq!(failed[0].why, "the recipient answered with 550 5.1.1");
}

#[tokio::test]
async fn a_content_that_the_server_refuses_is_given_up_at_once() {
    let post = Post::new(Setup::plain()).await;
    post.server.fail("a@example.jp", 1, Fault::BadContent);
    post.add(letter("a@example.jp")).await;
    let why = "the message answered with 554 5.6.0".to_owned();
    assert_eq!(run(&post.worker()).await, [What::GivenUp { why }]);
    assert_eq!(post.waiting(), 0);
}

#[tokio::test]
async fn a_refusal_that_is_about_us_costs_no_mail() {
    let post = Post::new(Setup::plain()).await;
    post.server.fail("a@example.jp", 1, Fault::NoRelaying);
    post.add(letter("a@example.jp")).await;
    assert_eq!(why_later(&run(&post.worker()).await), "the recipient answered with 554 5.7.1");
    post.advance(HOUR);
    assert_eq!(run(&post.worker()).await, [What::Sent]);
}

#[tokio::test]
async fn a_server_that_says_nothing_loses_our_patience_and_not_the_mail() {
    let post = Post::new(Setup::plain()).await;
    post.server.fail("a@example.jp", 1, Fault::Hang);
    post.add(letter("a@example.jp")).await;
    let impatient = MailServer { patience: Duration::from_secs(1), ..post.settings(Security::None) };
    assert_eq!(why_later(&run(&post.worker_with(impatient)).await), "no answer within 1 s");
    assert_eq!(post.waiting(), 1);
}
