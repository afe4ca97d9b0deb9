//! S1: the link of a mail that was sent opens something to nobody who reads the data file, freed parts of it included.

use super::desk::{Desk, TUESDAY};
use crate::harness::sending;
use crate::harness::smtp::{Setup, SmtpServer};
use mypage::clock::Clock;
use mypage::lang::Lang;
use mypage::mail::{Letterhead, Worker};
use mypage::reservation::{ReceiptToken, Reservation, letter, path, rows};
use mypage::store::{DATA_FILE, Options, Store};
use std::collections::BTreeSet;
use std::path::Path;

const MAILS: usize = 60;
const BASE: &str = "https://my.example.jp";

fn head() -> Letterhead {
    let (service, base_url, sender) = ("さくら".to_owned(), BASE.to_owned(), "my@example.jp".to_owned());
    Letterhead { service, contact: None, base_url, sender, lang: Lang::Ja }
}

/// A worker that sends to the server, and makes links anew as the product does.
fn worker(desk: &Desk, server: &SmtpServer) -> Worker {
    sending::worker(&desk.store, &Clock::fixed(desk.now), server)
}

/// Writes the mail about a reservation; gives the token that waits with it.
async fn write_mail(desk: &Desk, reservation: &Reservation) -> String {
    let (clinic, of) = (desk.offers.clinic.clone(), reservation.clone());
    let written = desk.store.write(desk.now, move |tx| {
        let token = rows::issue_token(tx, &of)?.text();
        let url = format!("{BASE}{}", path::of_receipt(path::RECEIPT, &token));
        letter::post(tx, letter::confirmed(&head(), &clinic, &of, &url).as_ref())?;
        Ok(token)
    });
    written.await.unwrap()
}

/// Every token of a confirmation URL that stands in a text.
fn tokens(bytes: &[u8]) -> BTreeSet<String> {
    let places = bytes.windows(3).enumerate().filter(|(_, window)| *window == b"/r/").map(|(at, _)| at + 3);
    let texts = places.filter_map(|at| std::str::from_utf8(bytes.get(at..at + 51)?).ok());
    texts.filter(|text| ReceiptToken::parse(text).is_some()).map(str::to_owned).collect()
}

fn opens(desk: &Desk, token: &str) -> bool {
    let key = ReceiptToken::parse(token).unwrap().key();
    desk.store.read_blocking(desk.now, |r| rows::of_token(r, &key)).unwrap().is_some()
}

fn live(desk: &Desk, folder: &Path) -> Vec<String> {
    let bytes = std::fs::read(folder.join(DATA_FILE)).unwrap();
    tokens(&bytes).into_iter().filter(|token| opens(desk, token)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn s1_no_link_of_a_mail_that_was_sent_is_alive_in_the_data_file() {
    let folder = tempfile::tempdir().unwrap();
    let server = SmtpServer::start(Setup::plain()).await;
    let desk = Desk::on(Store::open(folder.path(), Options::default()).unwrap(), |menu| menu);
    let reservation = desk.clone().book(1, TUESDAY, "9:00").await.unwrap().unwrap();
    let mut waited = Vec::new();
    for _ in 0..MAILS {
        waited.push(write_mail(&desk, &reservation).await);
    }
    assert!(!live(&desk, folder.path()).is_empty(), "the search finds those that wait");
    let worker = worker(&desk, &server);
    worker.run_due_once().await.unwrap();
    assert_eq!(live(&desk, folder.path()), Vec::<String>::new());
    assert!(waited.iter().all(|token| !opens(&desk, token)), "what waited opens nothing");
    let mails = server.inbox().to("hanako@example.jp");
    assert_eq!(mails.len(), MAILS);
    for mail in &mails {
        let links = mail.links();
        let token = links.iter().find_map(|link| link.split_once("/r/").map(|(_, token)| token.to_owned())).unwrap();
        assert!(opens(&desk, &token), "what was sent opens it: {links:?}");
    }
}

#[tokio::test]
async fn a_mail_that_has_to_be_sent_again_carries_a_link_that_works() {
    let server = SmtpServer::start(Setup::plain()).await;
    let desk = Desk::with(|menu| menu);
    let reservation = desk.clone().book(1, TUESDAY, "9:00").await.unwrap().unwrap();
    write_mail(&desk, &reservation).await;
    server.fail("hanako@example.jp", 1, crate::harness::smtp::Fault::CutBeforeReply);
    worker(&desk, &server).run_due_once().await.unwrap();
    let later = Desk { now: desk.now.plus_minutes(5), ..desk.clone() };
    worker(&later, &server).run_due_once().await.unwrap();
    let mails = server.inbox().to("hanako@example.jp");
    assert_eq!(mails.len(), 2, "the server took the first one without saying so");
    for mail in mails {
        let links = mail.links();
        let token = links.iter().find_map(|link| link.split_once("/r/").map(|(_, token)| token.to_owned())).unwrap();
        assert!(opens(&later, &token), "both work");
    }
}
