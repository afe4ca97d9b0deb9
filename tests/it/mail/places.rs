//! The worker's few places: a mail leaves one together with the claim of the next.

use super::*;
use crate::harness::clinic::START;
use crate::harness::engine::watched::{Reads, Watched};
use crate::harness::smtp::Fault;
use mypage::store::{Table, Tx};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::oneshot;

/// Adds letters in one write; the server holds the conversation about each of them where it is to hang.
async fn add_all(post: &Post, addresses: &[&str], hang: bool) {
    if hang {
        addresses.iter().for_each(|to| post.server.fail(to, 1, Fault::Hang));
    }
    let letters: Vec<_> = addresses.iter().map(|to| letter(to)).collect();
    let add = move |tx: &mut Tx<'_>| letters.iter().try_for_each(|letter| outbox::add(tx, letter));
    post.store.write(START, add).await.unwrap();
}

/// Waits until this is so, for some seconds at most.
async fn until(so: impl Fn() -> bool) {
    until_within(Duration::from_secs(10), so).await;
}

async fn until_within(most: Duration, so: impl Fn() -> bool) {
    let wait = async {
        while !so() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(most, wait).await.expect("it never came to that");
}

#[tokio::test]
async fn each_mail_costs_one_write_where_another_waits_for_its_place() {
    let reads = Arc::<Reads>::default();
    let post = Post::of(Store::with_engine(Watched::into(Arc::clone(&reads))).unwrap(), Setup::plain()).await;
    let worker = post.worker();
    let bell = worker.doorbell();
    add_all(&post, &["hang@one.example", "hang@two.example", "hang@three.example"], true).await;
    let running = tokio::spawn(worker.run(std::future::pending()));
    post.server.held(3).await;
    // One place is left.
    add_all(&post, &["a@example.jp", "b@example.jp", "c@example.jp", "d@example.jp", "e@example.jp"], false).await;
    reads.commits();
    bell.ring();
    until(|| post.waiting() == 3).await;
    assert_eq!(reads.commits().len(), 6, "the first claim, and one for each mail");
    running.abort();
}

#[tokio::test]
async fn a_worker_that_was_told_to_stop_claims_no_further_mail() {
    let post = Post::new(Setup::plain()).await;
    add_all(&post, &["hang@one.example", "hang@two.example", "hang@three.example", "hang@four.example"], true).await;
    let (stop, stopped) = oneshot::channel::<()>();
    let running = tokio::spawn(post.worker().run(async { drop(stopped.await) }));
    post.server.held(4).await;
    add_all(&post, &["a@example.jp", "b@example.jp", "c@example.jp"], false).await;
    stop.send(()).unwrap();
    post.server.release();
    running.await.unwrap();
    assert_eq!((post.server.inbox().recipients().len(), post.waiting()), (4, 3));
    assert_eq!(run(&post.worker()).await, [What::Sent, What::Sent, What::Sent], "no lease keeps the next worker away");
}

#[tokio::test]
async fn a_mail_is_recorded_although_no_other_can_be_claimed() {
    let post = Post::new(Setup::plain()).await;
    add_all(&post, &["hang@example.jp"], true).await;
    let running = tokio::spawn(post.worker().run(std::future::pending()));
    post.server.held(1).await;
    // A damaged key, which every look at what is due meets.
    let damaged: Table<u64, u64> = Table::new("mail_outbox");
    post.store.write(START, move |tx| damaged.put(tx, &0, &0)).await.unwrap();
    post.server.release();
    until(|| post.log.lines().iter().any(|line| line.contains("event=mail_sent"))).await;
    assert!(post.log.lines().iter().any(|line| line.contains("event=mail_not_recorded")), "{:?}", post.log.lines());
    running.abort();
}

#[tokio::test]
async fn a_slow_recipient_domain_takes_half_of_the_places_and_no_more() {
    let post = Post::new(Setup::plain()).await;
    let slow: Vec<_> = (0..6).map(|number| format!("hang{number}@slow.example")).collect();
    add_all(&post, &slow.iter().map(String::as_str).collect::<Vec<_>>(), true).await;
    let worker = post.worker();
    let bell = worker.doorbell();
    let running = tokio::spawn(worker.run(std::future::pending()));
    post.server.held(2).await;
    add_all(&post, &["a@quick.example", "b@quick.example", "c@quick.example"], false).await;
    bell.ring();
    until(|| post.server.inbox().recipients().len() == 3).await;
    // A mail that has arrived is taken off the list a moment later.
    until(|| post.waiting() == 6).await;
    post.server.release();
    until(|| post.waiting() == 0).await;
    running.abort();
}

#[tokio::test]
async fn a_first_attempt_waits_seconds_for_a_server_that_does_not_take_the_recipient_and_a_later_one_longer() {
    let post = Post::new(Setup::plain()).await;
    let mut slow = Vec::new();
    for number in 0..4 {
        slow.push(format!("hang@slow{number}.example"));
    }
    add_all(&post, &slow.iter().map(String::as_str).collect::<Vec<_>>(), true).await;
    let begun = Instant::now();
    let worker = post.worker();
    let bell = worker.doorbell();
    let running = tokio::spawn(worker.run(std::future::pending()));
    post.server.held(4).await;
    add_all(&post, &["a@quick.example"], false).await;
    bell.ring();
    until_within(Duration::from_secs(20), || post.server.inbox().recipients().len() == 1).await;
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    // The server has a mail before the worker has recorded that. The slow ones are tried again.
    until(|| post.waiting() == 4).await;
    running.abort();
}
