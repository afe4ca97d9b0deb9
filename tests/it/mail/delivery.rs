//! The way of one mail when nothing goes wrong.

use super::*;
use crate::harness::clinic::START;
use mypage::store::Options;
use tokio::sync::oneshot;

#[tokio::test]
async fn a_letter_arrives_as_it_was_written_and_leaves_nothing_behind() {
    let post = Post::new(Setup::plain()).await;
    let letter = letter("hanako@example.jp").button("予約を確認する", "https://my.example.jp/r/0123456789");
    post.add(letter.clone()).await;
    assert_eq!(run(&post.worker()).await, [What::Sent]);

    let mail = post.server.inbox().wait_for("hanako@example.jp").await;
    assert_eq!(mail.from, "mypage@clinic.example");
    assert_eq!(mail.subject(), "ご予約の確認");
    assert_eq!(mail.text().trim_end(), letter.text().trim_end());
    assert_eq!(mail.links(), ["https://my.example.jp/r/0123456789"]);
    assert_eq!(mail.html().trim_end(), letter.html());
    assert_eq!(mail.header("From").unwrap(), "さくら内科 <mypage@clinic.example>");
    assert_eq!(mail.header("Date").unwrap(), "Wed, 01 Apr 2026 01:00:00 +0000");
    assert_eq!(post.waiting(), 0);
    assert_eq!(run(&post.worker()).await, []);
}

#[tokio::test]
async fn addresses_that_phone_companies_once_gave_out_get_their_mail() {
    let post = Post::new(Setup::plain()).await;
    for to in ["a..b@docomo.ne.jp", "a.@docomo.ne.jp", "-a-@docomo.ne.jp", "a_..-._@ezweb.ne.jp"] {
        post.add(letter(to)).await;
        assert_eq!(run(&post.worker()).await, [What::Sent], "{to}");
        post.server.inbox().wait_for(to).await;
    }
}

#[tokio::test]
async fn a_running_worker_sends_as_soon_as_the_bell_rings_and_stops_when_told() {
    let post = Post::new(Setup::plain()).await;
    let worker = post.worker();
    let bell = worker.doorbell();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = tokio::spawn(worker.run(async { drop(stopped.await) }));
    for to in ["a@example.jp", "b@example.jp"] {
        post.add(letter(to)).await;
        bell.ring();
        post.server.inbox().wait_for(to).await;
    }
    stop.send(()).unwrap();
    running.await.unwrap();
    assert_eq!(post.waiting(), 0, "a worker that stops first records what it has sent");
}

#[tokio::test]
async fn mail_of_a_closed_store_is_sent_after_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let open = || Store::open(&data, Options::default()).unwrap();
    let post = Post::of(open(), Setup::plain()).await;
    post.add(letter("a@example.jp")).await;
    post.add(letter("b@example.jp")).await;
    let written = post.store.read_blocking(START, |r| outbox::list(r, 9)).unwrap();
    let Post { store, clock, log, server } = post;
    store.close();

    let post = Post { store: open(), clock, log, server };
    assert_eq!(post.store.read_blocking(START, |r| outbox::list(r, 9)).unwrap(), written);
    assert_eq!(run(&post.worker()).await, [What::Sent, What::Sent]);
    for (id, waiting) in written {
        let mail = post.server.inbox().wait_for(waiting.letter.to().as_str()).await;
        assert_eq!(mail.header("Message-ID").unwrap(), format!("<{id}@clinic.example>"));
    }
}

#[tokio::test]
async fn the_log_names_no_address_and_no_content() {
    let post = Post::new(Setup::plain()).await;
    post.server.fail("hanako@example.jp", 1, crate::harness::smtp::Fault::Unknown);
    post.server.fail("taro@example.jp", 1, crate::harness::smtp::Fault::Busy);
    for to in ["hanako@example.jp", "taro@example.jp", "jiro@example.jp"] {
        post.add(letter(to)).await;
    }
    run(&post.worker()).await;
    let log = post.log.lines().join("\n");
    assert_eq!(log.lines().count(), 3);
    for secret in ["hanako", "taro", "jiro", "予約"] {
        assert!(!log.contains(secret), "{log}");
    }
}
