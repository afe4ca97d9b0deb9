//! Mail that is kept instead of being sent.

use super::*;
use mypage::mail::kept;

fn keeper(post: &Post) -> Worker {
    Worker::new(post.store.clone(), post.clock.clone(), post.log.clone(), Route::Kept)
}

#[tokio::test]
async fn kept_mail_is_listed_newest_first_and_can_be_opened() {
    let post = Post::new(Setup::plain()).await;
    for to in ["a@example.jp", "b@example.jp", "c@example.jp"] {
        post.add(letter(to)).await;
        assert_eq!(run(&keeper(&post)).await, [What::Kept]);
        post.advance(MINUTE);
    }
    let listed = post.store.read(|r| kept::list(r, 2)).unwrap();
    let to: Vec<_> = listed.iter().map(|(_, kept)| kept.letter.to().as_str()).collect();
    assert_eq!(to, ["c@example.jp", "b@example.jp"]);
    let (number, newest) = &listed[0];
    assert_eq!(newest.written, START.plus_minutes(2));
    assert_eq!(post.store.read(|r| kept::get(r, *number)).unwrap().as_ref(), Some(newest));
    assert_eq!(post.store.read(|r| kept::get(r, 999)).unwrap(), None);
    assert_eq!((post.waiting(), post.server.connections()), (0, 0));
}

#[tokio::test]
async fn only_the_last_thousand_are_kept() {
    let post = Post::new(Setup::plain()).await;
    let letters: Vec<_> = (0..1_005).map(|number| letter(&format!("p{number}@example.jp"))).collect();
    let add =
        move |tx: &mut mypage::store::Tx<'_>| letters.iter().try_for_each(|letter| outbox::add(tx, START, letter));
    post.store.write(add).await.unwrap();
    run(&keeper(&post)).await;
    assert_eq!(post.store.read(|r| kept::list(r, 2_000)).unwrap().len(), 1_000);
}
