//! Mail that is kept instead of being sent.

use super::*;
use crate::harness::clinic::START;
use crate::harness::process::Home;
use mypage::mail::{Attachment, kept};
use mypage::store::Options;

fn keeper(post: &Post) -> Worker {
    Worker::new(post.store.clone(), post.clock.clone(), post.log.clone(), MailRoute::Kept)
}

#[tokio::test]
async fn kept_mail_is_listed_newest_first_and_can_be_opened() {
    let post = Post::new(Setup::plain()).await;
    for to in ["a@example.jp", "b@example.jp", "c@example.jp"] {
        post.add(letter(to)).await;
        assert_eq!(run(&keeper(&post)).await, [What::Kept]);
        post.advance(MINUTE);
    }
    let listed = post.store.read_blocking(START, |r| kept::list(r, 2)).unwrap();
    let to: Vec<_> = listed.iter().map(|(_, kept)| kept.letter.to().as_str()).collect();
    assert_eq!(to, ["c@example.jp", "b@example.jp"]);
    let (number, newest) = &listed[0];
    assert_eq!(newest.written, START.plus_minutes(2));
    assert_eq!(post.store.read_blocking(START, |r| kept::get(r, *number)).unwrap().as_ref(), Some(newest));
    assert_eq!(post.store.read_blocking(START, |r| kept::get(r, 999)).unwrap(), None);
    assert_eq!((post.waiting(), post.server.connections()), (0, 0));
}

#[tokio::test]
async fn only_the_last_thousand_are_kept() {
    let post = Post::new(Setup::plain()).await;
    let letters: Vec<_> = (0..1_005).map(|number| letter(&format!("p{number}@example.jp"))).collect();
    let add = move |tx: &mut mypage::store::Tx<'_>| letters.iter().try_for_each(|letter| outbox::add(tx, letter));
    post.store.write(START, add).await.unwrap();
    run(&keeper(&post)).await;
    assert_eq!(post.store.read_blocking(START, |r| kept::list(r, 2_000)).unwrap().len(), 1_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_of_a_kept_mail_is_saved_byte_for_byte_and_on_this_machine_alone() {
    let text = "BEGIN:VCALENDAR\r\nSUMMARY:予約\r\nEND:VCALENDAR\r\n";
    let file = Attachment::new("visit.ics", "text/calendar; charset=utf-8", text.to_owned());
    let home = Home::new();
    let store = Store::open(&home.data(), Options::default()).unwrap();
    store.write_blocking(START, move |tx| outbox::add(tx, &letter("a@example.jp").attach(file.clone()))).unwrap();
    store.close();
    let serving = home.serve();
    serving.log().wait_for(|line| line.contains("event=mail_kept"));
    let (client, base) = (reqwest::Client::new(), format!("http://{}", serving.address()));
    let page = client.get(format!("{base}/_mail/0")).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("href=\"/_mail/0/attachments/1\""), "{page}");
    let far = client.get(format!("{base}/_mail/0/attachments/1")).header("x-forwarded-for", "203.0.113.7");
    assert_eq!(far.send().await.unwrap().status(), 404);
    for other in ["0", "2", "-1", "x", "99999999999999999999999"] {
        let missing = client.get(format!("{base}/_mail/0/attachments/{other}")).send().await.unwrap();
        assert_eq!(missing.status(), 404, "{other}");
    }
    let saved = client.get(format!("{base}/_mail/0/attachments/1")).send().await.unwrap();
    assert_eq!(saved.status(), 200);
    for (name, value) in [
        ("content-type", "text/calendar; charset=utf-8"),
        ("content-disposition", "attachment; filename=\"visit.ics\""),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(saved.headers()[name], value);
    }
    assert_eq!(saved.bytes().await.unwrap(), text.as_bytes());
}
