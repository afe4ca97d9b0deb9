//! The moment between the server's having a mail and our knowing it.

use super::*;
use crate::harness::engine::contested::Contested;
use crate::harness::engine::failing::Failing;
use crate::harness::smtp::Fault;
use mypage::store::Options;

/// Sends again until nothing waits, and gives the ids of what arrived for `a@example.jp`.
async fn ids_after_retry(post: &Post) -> Vec<String> {
    post.advance(HOUR);
    assert_eq!(run(&post.worker()).await, [What::Sent]);
    assert_eq!(post.waiting(), 0);
    post.server.inbox().to("a@example.jp").iter().map(|mail| mail.header("Message-ID").unwrap()).collect()
}

#[tokio::test]
async fn m3_a_connection_cut_before_the_250_gives_one_duplicate_with_the_same_id() {
    let post = Post::new(Setup::plain()).await;
    post.server.fail("a@example.jp", 1, Fault::CutBeforeReply);
    post.add(letter("a@example.jp")).await;
    assert!(why_later(&run(&post.worker()).await).starts_with("the message: "));
    let ids = ids_after_retry(&post).await;
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn m3_a_connection_cut_after_the_250_gives_no_duplicate() {
    let post = Post::new(Setup::plain()).await;
    post.server.fail("a@example.jp", 1, Fault::CutAfterReply);
    post.add(letter("a@example.jp")).await;
    assert_eq!(run(&post.worker()).await, [What::Sent]);
    post.advance(HOUR);
    assert_eq!(run(&post.worker()).await, []);
    assert_eq!(post.server.inbox().recipients(), ["a@example.jp"]);
}

#[tokio::test]
async fn m3_a_process_that_dies_with_the_mail_taken_gives_one_duplicate_with_the_same_id() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let open = || Store::open(&data, Options::default()).unwrap();
    let post = Post::of(open(), Setup::plain()).await;
    post.server.fail("a@example.jp", 1, Fault::HoldReply);
    post.add(letter("a@example.jp")).await;
    let dying = tokio::spawn(post.worker().run(std::future::pending()));
    post.server.inbox().wait_for("a@example.jp").await;
    dying.abort();
    let _cancelled = dying.await;
    let Post { store, clock, log, server } = post;
    store.close();

    let post = Post { store: open(), clock, log, server };
    assert_eq!(run(&post.worker()).await, [], "the lease of the dead holds for a while");
    let ids = ids_after_retry(&post).await;
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn two_workers_on_one_store_send_each_mail_once() {
    let post = Post::new(Setup::plain()).await;
    let addresses: Vec<_> = (0..40).map(|number| format!("p{number}@example.jp")).collect();
    for to in &addresses {
        post.add(letter(to)).await;
    }
    let (one, other) = (post.worker(), post.worker());
    let (one, other) = tokio::join!(run(&one), run(&other));
    assert!(one.iter().chain(&other).all(|what| *what == What::Sent));
    assert_eq!(one.len() + other.len(), addresses.len());
    assert_eq!(post.server.inbox().recipients().len(), addresses.len());
}

#[tokio::test]
async fn m3_a_record_that_fails_is_made_again_and_nothing_is_sent_twice() {
    // The commits are: adding, claiming, recording.
    let soon = Options { retry: Duration::from_millis(10), ..Options::default() };
    let store = Store::start(Failing::at(2), soon).unwrap();
    let post = Post::of(store, Setup::plain()).await;
    post.add(letter("a@example.jp")).await;
    assert_eq!(run(&post.worker()).await, [What::Sent]);
    assert!(post.log.lines()[0].contains("mail_not_recorded"), "{:?}", post.log.lines());
    assert_eq!(post.waiting(), 0);
    assert_eq!(post.server.inbox().recipients(), ["a@example.jp"]);
}

#[tokio::test]
async fn a_transaction_that_is_run_again_sends_one_mail() {
    let post = Post::of(Store::with_engine(Contested::new()).unwrap(), Setup::plain()).await;
    post.add(letter("a@example.jp")).await;
    assert_eq!(run(&post.worker()).await, [What::Sent]);
    assert_eq!(post.server.inbox().recipients(), ["a@example.jp"]);
}
