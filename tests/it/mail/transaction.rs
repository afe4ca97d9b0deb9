//! A change and the mail that reports it, through power cuts.

use super::*;
use crate::harness::clinic::START;
use crate::harness::engine::dice::{Dice, cases};
use crate::harness::engine::power::Power;
use mypage::store::{Health, Options, Reader, RedbEngine, Result, Table};
use std::collections::BTreeSet;

/// What happened; each change is reported to an address of its own.
const CHANGES: Table<u64, String> = Table::new("change");

fn start(disk: &Power) -> Store {
    let engine = RedbEngine::with_backend(disk.clone(), 1 << 20).unwrap();
    Store::start(engine, Options::default()).unwrap()
}

fn address(number: u64) -> String {
    format!("c{number}@example.jp")
}

/// Changes one thing after another, each with its mail, until the power goes. Some changes wait for the mail of the one
/// before, so that the cut meets adding, claiming and recording alike.
async fn change_until_dark(post: &Post, dice: &mut Dice) {
    let worker = post.worker();
    let bell = worker.doorbell();
    let sending = tokio::spawn(worker.run(std::future::pending()));
    for number in 0.. {
        let write = post.store.write(START, move |tx| {
            CHANGES.put(tx, &number, &address(number))?;
            outbox::add(tx, &letter(&address(number)))
        });
        if write.await.is_err() {
            break;
        }
        bell.ring();
        if dice.chance(50) {
            let to = address(number);
            tokio::select! {
                _ = post.server.inbox().wait_for(&to) => {}
                () = dark(&post.store) => {}
            }
        }
    }
    sending.abort();
    let _cut_off = sending.await;
}

/// Waits until a write has met the cut.
async fn dark(store: &Store) {
    while store.health() == Health::Writable {
        tokio::task::yield_now().await;
    }
}

/// The addresses of all changes, and of the mails that wait.
fn changed_and_waiting(r: &dyn Reader) -> Result<(BTreeSet<String>, BTreeSet<String>)> {
    let changed = CHANGES.range(r, .., 9_999)?.into_iter().map(|(_, address)| address).collect();
    let waiting = outbox::list(r, 9_999)?.into_iter().map(|(_, row)| row.letter.to().as_str().to_owned()).collect();
    Ok((changed, waiting))
}

/// One power cut; gives how many mails were out before it and how many were not.
async fn cut(seed: u64) -> (usize, usize) {
    let mut dice = Dice::new(seed);
    let disk = Power::with(Vec::new(), false);
    let post = Post::of(start(&disk), Setup::plain()).await;
    disk.cut_after(dice.below(400));
    change_until_dark(&post, &mut dice).await;
    let Post { store, clock, log, server } = post;
    store.close();

    let arrived: BTreeSet<_> = server.inbox().recipients().into_iter().collect();
    for _ in 0..2 {
        let store = start(&Power::with(disk.after_the_cut(&mut dice), false));
        let (changed, waiting) = store.read_blocking(START, changed_and_waiting).unwrap();
        let mailed: BTreeSet<_> = arrived.union(&waiting).cloned().collect();
        assert_eq!(changed, mailed, "a change without its mail, or a mail without its change");
    }

    let store = start(&Power::with(disk.after_the_cut(&mut dice), false));
    let (changed, waiting) = store.read_blocking(START, changed_and_waiting).unwrap();
    let post = Post { store, clock, log, server };
    post.advance(HOUR);
    assert_eq!(run(&post.worker()).await, vec![What::Sent; waiting.len()]);
    for to in &changed {
        let ids: Vec<_> = post.server.inbox().to(to).iter().map(|mail| mail.header("Message-ID")).collect();
        assert!(matches!(ids.as_slice(), [_]) || matches!(ids.as_slice(), [one, other] if one == other), "{ids:?}");
    }
    let reported: BTreeSet<_> = post.server.inbox().recipients().into_iter().collect();
    assert_eq!(changed, reported);
    (arrived.len(), waiting.len())
}

#[test]
fn m1_after_a_power_cut_a_change_is_there_exactly_if_its_mail_waits_or_is_out() {
    let mut seen = (0, 0);
    cases(25, |seed| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (out, waiting) = runtime.block_on(cut(seed));
        seen = (seen.0 + out, seen.1 + waiting);
    });
    assert!(seen.0 > 0 && seen.1 > 0, "the cuts came too early or too late: {seen:?}");
}
