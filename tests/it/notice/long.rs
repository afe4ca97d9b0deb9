//! A list of ten thousand notices: every page whole and in order, each found without reading what stands before it.

use super::{bell, opening, titles};
use crate::harness::browser::Browser;
use crate::harness::clinic::{Clinic, Setup};
use crate::harness::engine::watched::{Reads, Watched};
use crate::harness::notices::{self, publish};
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::rows;
use mypage::clock::Moment;
use mypage::lang::Lang;
use mypage::mail::{EmailAddress, Letter, copy};
use mypage::notice;
use mypage::store::Store;
use std::sync::Arc;

const MAILS: usize = 10_000;
/// In the same moment as which mails a notice of the service stands: around the borders of pages, and at both ends.
const SERVICE: [usize; 9] = [9_999, 9_981, 9_980, 9_979, 5_000, 4_999, 20, 19, 0];
/// How many pages a test turns.
const TURNS: usize = 12;

struct Long {
    clinic: Clinic,
    reads: Arc<Reads>,
    start: Moment,
}

impl Long {
    async fn new() -> Self {
        let reads = Arc::<Reads>::default();
        let store = Store::with_engine(Watched::into(Arc::clone(&reads))).unwrap();
        let clinic = Clinic::open(Setup { store, ..Setup::default() });
        let start = clinic.now();
        let fill = clinic.floor.store.write(start, move |tx| {
            let to = EmailAddress::parse(HANAKO).unwrap();
            (0..MAILS).try_for_each(|number| {
                let letter = Letter::new(Lang::Ja, to.clone(), format!("予約{number}"));
                tx.at(moment(start, number), |tx| copy::keep(tx, &letter).map(drop))
            })
        });
        fill.await.unwrap();
        for number in SERVICE {
            clinic.floor.clock.advance_to(moment(start, number));
            publish(&clinic.floor, &format!("n{number}"), &format!("# 通知{number}")).await;
        }
        clinic.floor.clock.advance_to(moment(start, MAILS));
        Self { clinic, reads, start }
    }

    /// All titles, the newest first. Of the same moment the service's notice comes first.
    fn titles() -> Vec<String> {
        let service = |number: usize| SERVICE.contains(&number).then(|| format!("通知{number}"));
        (0..MAILS).rev().flat_map(|number| service(number).into_iter().chain([format!("予約{number}")])).collect()
    }

    /// Opens a page, which may not read more than a few rows for each that it shows.
    async fn open(&self, browser: &mut Browser, path: &str) -> Page {
        self.reads.since();
        let page = browser.get(path).await;
        let (gets, visits) = self.reads.since();
        // The way to the newest looks first whether a full page is left, then takes the newest from the top.
        assert!(gets.len() < 30 && visits <= 2 * 22, "{path}: {} rows by key, {visits} visited", gets.len());
        page
    }
}

fn moment(start: Moment, number: usize) -> Moment {
    start.plus_seconds(i64::try_from(number).unwrap())
}

fn way(page: &Page, text: &str) -> Option<String> {
    page.links().into_iter().find(|(label, _)| label == text).map(|(_, href)| href)
}

#[tokio::test]
async fn ten_thousand_notices_are_paged_through_both_ways_without_a_gap_or_a_double() {
    let long = Long::new().await;
    let mut browser = long.clinic.signed_in(HANAKO).await;
    let all = Long::titles();
    let middle = format!("/notices?before={}.service-n5000", moment(long.start, 5_000).millis());
    let oldest = format!("/notices?after=0.{}", "0".repeat(32));
    for (path, first) in [("/notices", 0), (middle.as_str(), 5_004), (&oldest, all.len() - 20)] {
        let mut page = long.open(&mut browser, path).await;
        let mut pages = vec![titles(&page)];
        let mut at = all.iter().position(|title| *title == pages[0][0]).unwrap();
        assert_eq!(at, first, "{path}");
        let (there, back) = if path == oldest {
            ("新しいものへ", "古いものへ")
        } else {
            ("古いものへ", "新しいものへ")
        };
        for _ in 0..TURNS {
            assert!(titles(&page) == all[at..(at + 20).min(all.len())], "{path}: {:?}", titles(&page));
            page = long.open(&mut browser, &way(&page, there).expect("a way on")).await;
            at = if path == oldest { at - 20 } else { at + 20 };
            pages.push(titles(&page));
        }
        while let Some(expected) = pages.pop() {
            assert!(titles(&page) == expected, "{path}: on the way back {:?}", titles(&page));
            if !pages.is_empty() {
                page = long.open(&mut browser, &way(&page, back).expect("a way back")).await;
            }
        }
        let nothing_newer = way(&page, "新しいものへ").is_none();
        assert_eq!(nothing_newer, path == "/notices", "{path}");
    }
}

/// What the number on the bell is, where it costs so many rows of a scan and no others: in the store's own words, and on a
/// page that reads nothing of notices.
async fn bell_costs(clinic: &Clinic, reads: &Reads, browser: &mut Browser, visited: usize) -> usize {
    let (account, now) = (people::find(&clinic.floor, HANAKO).unwrap(), clinic.now());
    let pinned = notice::pin(&clinic.floor.store).unwrap();
    let board = clinic.floor.store.read_blocking(now, |r| pinned.get(r)).unwrap().unwrap_or_default();
    reads.since();
    let unread =
        clinic.floor.store.read_blocking(clinic.now(), |r| notice::unread(r, Lang::Ja, &account, &board)).unwrap()
            as usize;
    assert_eq!(reads.since(), (Vec::new(), visited), "{unread} notices");
    let page = browser.get("/account").await;
    let (mut gets, visits) = reads.since();
    gets.retain(|table| table.starts_with("mail") || table.starts_with("notice"));
    assert_eq!((gets, visits), (Vec::new(), visited), "{unread} notices");
    let words = if unread == 0 { "お知らせ".to_owned() } else { format!("お知らせ(未読{unread}件)") };
    assert_eq!(bell(&page), words);
    unread
}

#[tokio::test]
async fn the_bell_costs_one_row_with_none_one_and_ten_thousand_notices() {
    let reads = Arc::<Reads>::default();
    let store = Store::with_engine(Watched::into(Arc::clone(&reads))).unwrap();
    let clinic = Clinic::open(Setup { store, ..Setup::default() });
    let mut browser = clinic.signed_in(HANAKO).await;
    assert_eq!(bell_costs(&clinic, &reads, &mut browser, 0).await, 0);
    notices::copy(&clinic.floor, HANAKO, "予約").await;
    assert_eq!(bell_costs(&clinic, &reads, &mut browser, 1).await, 1);
    let long = Long::new().await;
    let mut browser = long.clinic.signed_in(HANAKO).await;
    let total = MAILS + SERVICE.len();
    assert_eq!(bell_costs(&long.clinic, &long.reads, &mut browser, 1).await, total);
    // One of each kind opened, and the rest at once: nothing of it is looked at again for the bell.
    for title in ["通知9999", "予約9999"] {
        let page = browser.get("/notices").await;
        browser.submit(opening(&page, title)).await;
    }
    assert_eq!(bell_costs(&long.clinic, &long.reads, &mut browser, 1).await, total - 2);
    let form = browser.get("/notices").await.form("すべて既読にする");
    let before = rows::all(&long.clinic.floor.store);
    let page = browser.submit(form).await;
    let changed = rows::differences(&before, &rows::all(&long.clinic.floor.store));
    let tables: Vec<&str> = changed.iter().filter_map(|key| key.split('\0').next()).collect();
    assert_eq!(tables, ["account", "mail_copy"], "marking all is one small write");
    assert_eq!((super::rows(&page).iter().filter(|row| row.unread).count(), titles(&page).len()), (0, 20));
    assert_eq!(bell_costs(&long.clinic, &long.reads, &mut browser, 1).await, 0);
}

#[tokio::test]
async fn a_place_that_makes_no_sense_shows_the_newest() {
    let clinic = Clinic::new();
    let mut browser = clinic.signed_in(HANAKO).await;
    notices::copy(&clinic.floor, HANAKO, "予約").await;
    let odd = ["before=", "before=x", "before=1.x", "after=99999999999999999999.0", "before=0.service-x", "after=%00"];
    let far = format!("after={}.service-x", i64::MAX);
    for query in odd.into_iter().chain([far.as_str()]) {
        let page = browser.get(&format!("/notices?{query}")).await;
        assert_eq!((page.code(), titles(&page)), (200, vec!["予約".to_owned()]), "{query}");
    }
}
