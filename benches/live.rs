//! What 200 open books cost while 20 changes a second are made to their day: how late the last screen shows a change, and how much
//! memory is resident beyond that of the same service with no book open.
//!
//! A screen does what the page's script does: it hears that the day has changed, asks for its lines, and asks again only once it has
//! them. Every screen shows a change within 2 seconds, and all of them take at most 20 MiB.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement that cannot be made is over, and tells its figures"
)]

mod busy_clinic;
mod busy_desk;

use busy_clinic::visitor;
use busy_desk::{DAY, SignedIn, VISITS, asked, book_one, config, filled, now, offers, ran, request, site};
use futures_util::StreamExt;
use mypage::config::Config;
use mypage::secret::Token;
use mypage::slots::Offers;
use mypage::staff::SESSIONS as STAFF;
use mypage::store::{Options, Store};
use mypage::web::Site;
use poem::Endpoint;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinSet;

const SCREENS: usize = 200;
/// A session has at most so many streams.
const SCREENS_OF_SESSION: usize = 3;
const CHANGES: usize = 200;
const EVERY: Duration = Duration::from_millis(50);

/// When each change was stored; a screen looks up what it shows by how many there were.
type Changes = Arc<Mutex<Vec<Instant>>>;

fn main() {
    // `cargo bench` and `cargo test` name a measurement by arguments that say nothing here.
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(measure());
}

async fn measure() {
    let (config, offers) = (config(), offers());
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data"), Options::default()).expect("the store opens");
    let SignedIn { owners, .. } = tokio::task::block_in_place(|| filled(&store, &config, &offers, 7));
    let site = Arc::new(site(&store, &config));
    let (without, _) = changed(&site, &store, &config, &offers, &[], 0).await;
    let tokens: Vec<Token> = owners.iter().flat_map(|token| vec![token.clone(); SCREENS_OF_SESSION]).collect();
    let (with, late) = changed(&site, &store, &config, &offers, &tokens[..SCREENS], 1).await;
    let (last, half) = (late.last().expect("a change is shown"), late[late.len() / 2]);
    println!("live: {SCREENS} books, {CHANGES} changes: half are shown within {half:?}, all within {last:?}");
    println!("live: resident {without} KiB with no book open, {with} KiB with all of them");
}

/// Makes changes while these screens look; gives the most memory that was resident, in KiB, and how late the screens showed what they
/// showed, in order.
async fn changed(
    site: &Arc<Site>,
    store: &Store,
    config: &Config,
    offers: &Offers,
    screens: &[Token],
    round: usize,
) -> (usize, Vec<Duration>) {
    let (changes, shown) = (Changes::default(), Arc::new(Mutex::new(Vec::new())));
    let (over, opened) = (watch::channel(false), Arc::new(AtomicUsize::new(0)));
    let mut all = JoinSet::new();
    for token in screens {
        let (site, token, changes, shown) = (Arc::clone(site), token.clone(), Arc::clone(&changes), Arc::clone(&shown));
        let (over, opened) = (over.1.clone(), Arc::clone(&opened));
        all.spawn(async move { screen(&site, &token, &changes, &shown, over, &opened).await });
    }
    while opened.load(Ordering::Relaxed) < screens.len() {
        tokio::time::sleep(EVERY).await;
    }
    let mut most = resident();
    for number in 0..CHANGES {
        let (config, offers) = (config.clone(), offers.clone());
        let number = VISITS + 1_000 + round * CHANGES + number;
        let made = store.write(now(), move |tx| {
            ran(tx, &config, |work| book_one(work, &offers, number, request(visitor(number))));
            Ok(())
        });
        made.await.unwrap();
        changes.lock().unwrap().push(Instant::now());
        most = most.max(resident());
        tokio::time::sleep(EVERY).await;
    }
    // The last change is to be shown as well.
    tokio::time::sleep(Duration::from_secs(3)).await;
    over.0.send_replace(true);
    while all.join_next().await.is_some() {}
    let mut late = std::mem::take(&mut *shown.lock().unwrap());
    late.sort_unstable();
    (most, late)
}

/// An open book: hears that its day has changed, and asks for the lines.
async fn screen(
    site: &Site,
    token: &Token,
    changes: &Changes,
    shown: &Mutex<Vec<Duration>>,
    mut over: watch::Receiver<bool>,
    opened: &AtomicUsize,
) {
    let day = format!("/console/c/sakura/days/{DAY}");
    let stream = site.get_response(asked(&STAFF, token, &format!("{day}/events"))).await;
    assert_eq!(stream.status().as_u16(), 200, "a stream opens");
    let mut events = stream.into_body().into_bytes_stream();
    opened.fetch_add(1, Ordering::Relaxed);
    let mut known = 0;
    loop {
        let event = tokio::select! {
            event = events.next() => event.expect("a stream goes on").unwrap(),
            _ = over.changed() => return,
        };
        if !String::from_utf8_lossy(&event).contains("event: changed") {
            continue;
        }
        // What has been stored by now is in the lines.
        let stored = changes.lock().unwrap().clone();
        let lines = site.get_response(asked(&STAFF, token, &format!("{day}/lines"))).await;
        assert_eq!(lines.status().as_u16(), 200);
        let bytes = lines.into_body().into_bytes().await.unwrap();
        assert!(bytes.len() > 10_000, "the lines of a full day");
        let late = stored.iter().skip(known).map(Instant::elapsed);
        shown.lock().unwrap().extend(late);
        known = stored.len();
    }
}

/// How much memory is resident, in KiB.
fn resident() -> usize {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("the line");
    let Ok(kib) = line.trim().trim_end_matches(" kB").parse() else { panic!("{line}") };
    kib
}
