//! The real executable: its commands, its server over HTTP, its file, its end.
//!
//! What the pages do in detail is tested elsewhere, in one process and with a fixed clock; here is what only a process
//! of its own can show.

mod accounts;
mod backup;
mod ceiling;
mod clinic;
mod command;
mod damage;
mod deaf;
mod demo;
mod disk_full;
mod documented;
mod first_start;
mod folder;
mod kill;
mod log;
mod mixing;
mod notice;
mod operator;
mod overbooking;
mod panic;
mod passwords;
mod proxied;
mod registration;
mod slow;
mod stop;
mod storm;
mod text;
mod traces;
mod visitor;

use crate::harness::process::Home;
use mypage::account::{self, Agreement, CustomerId, Registration};
use mypage::clock::{Clock, Moment};
use mypage::config::Config;
use mypage::document::Documents;
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::person::Draft;
use mypage::secret::Hasher;
use mypage::store::{DATA_FILE, Options, Store};
use std::path::Path;
use tempfile::TempDir;
use visitor::PERSON;

/// The password of every account of these tests.
const PASSWORD: &str = "sakura-no-ki-no-shita";

/// Puts accounts into a home that has no data yet.
///
/// They are made in another folder: a child that another test starts at the same time would for a moment share this
/// process's lock on the folder, and the server would find it in use.
async fn people(home: &Home, addresses: &[String]) -> Vec<CustomerId> {
    let owners: Vec<_> = addresses.iter().map(|address| (address.clone(), somebody())).collect();
    register(home, &owners).await
}

/// As [`people`], for these owners.
async fn register(home: &Home, owners: &[(String, Draft)]) -> Vec<CustomerId> {
    let password = Hasher::start(1).hash("", PASSWORD.as_bytes().to_vec()).await.unwrap();
    let documents = Documents::of(&kept_config());
    let now = Clock::System.now();
    let new = move |(address, owner): &(String, Draft)| Registration {
        address: EmailAddress::parse(address).unwrap(),
        password: password.clone(),
        person: owner.check(now.jst_date()).unwrap(),
        agreement: agreement(&documents, now),
        lang: Lang::Ja,
    };
    let new: Vec<Registration> = owners.iter().map(new).collect();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Options::default()).unwrap();
    let made = store.write_blocking(now, move |tx| {
        let made = new.iter().map(|new| account::register(tx, new));
        made.map(|account| account.map(|account| account.unwrap().customer_id)).collect()
    });
    let made = made.unwrap();
    store.close();
    std::fs::create_dir(home.data()).unwrap();
    std::fs::copy(folder.path().join(DATA_FILE), home.data().join(DATA_FILE)).unwrap();
    made
}

/// A copy of a data file, opened in a folder of its own; the folder lives as long as it is held.
fn opened_copy(file: &Path) -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(file, folder.path().join(DATA_FILE)).unwrap();
    let store = Store::open(folder.path(), Options::default()).unwrap();
    (folder, store)
}

fn kept_config() -> Config {
    let kept = [("MYPAGE_MAIL_MODE".to_owned(), "kept".to_owned())];
    Config::from_environment(kept.into_iter()).unwrap()
}

fn agreement(documents: &Documents, at: Moment) -> Agreement {
    let (terms, privacy) = (documents.terms.version.clone(), documents.privacy.version.clone());
    Agreement { terms, privacy, at }
}

/// The person of the forms.
fn somebody() -> Draft {
    Draft::from_fields(|name| {
        let typed = PERSON.iter().find(|(field, _)| *field == name);
        typed.map_or_else(String::new, |(_, value)| (*value).to_owned())
    })
}

/// How often `needle` is in the bytes.
fn count(bytes: &[u8], needle: &[u8]) -> usize {
    assert!(!needle.is_empty());
    bytes.windows(needle.len()).filter(|window| *window == needle).count()
}
