//! The people of `fixtures/people.toml`, made into accounts without going through the pages.

use mypage::account::{self, Account, AccountId, Agreement, Member, Registration, Relation, care};
use mypage::lang::Lang;
use mypage::mail::EmailAddress;
use mypage::person::{Draft, PersonId};
use mypage::ui::{Form, FormField};
use mypage::web::Floor;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

pub const HANAKO: &str = "hanako@example.jp";
pub const TARO: &str = "taro@example.jp";

#[derive(Deserialize)]
struct People {
    person: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    email: String,
    password: String,
    #[serde(flatten)]
    draft: Draft,
}

static PEOPLE: LazyLock<People> =
    LazyLock::new(|| toml::from_str(include_str!("../../../fixtures/people.toml")).expect("the fixtures"));
/// Hashing costs more than everything else in a test, and the same few passwords come again and again.
static HASHES: LazyLock<Mutex<HashMap<String, String>>> = LazyLock::new(Mutex::default);

fn entry(email: &str) -> &'static Entry {
    PEOPLE.person.iter().find(|entry| entry.email == email).expect("somebody of the fixtures")
}

pub fn password(email: &str) -> &'static str {
    &entry(email).password
}

/// What is typed into the form of a person.
pub fn draft(email: &str) -> &'static Draft {
    &entry(email).draft
}

/// Makes the account of somebody of the fixtures, unless there is one.
pub async fn register(floor: &Floor, email: &str) -> Account {
    if let Some(account) = find(floor, email) {
        return account;
    }
    let now = floor.clock.now();
    let (terms, privacy) = (floor.documents.terms.version.clone(), floor.documents.privacy.version.clone());
    let new = Registration {
        address: EmailAddress::parse(email).unwrap(),
        password: hash(floor, password(email)).await,
        person: draft(email).check(now.jst_date()).unwrap(),
        agreement: Agreement { terms, privacy, at: now },
        lang: Lang::Ja,
    };
    let made = floor.store.write(floor.clock.now(), move |tx| account::register(tx, &new)).await;
    made.unwrap().expect("the address is free")
}

/// The stored account of an address, found the way that `mypage account list` finds it.
pub fn find(floor: &Floor, email: &str) -> Option<Account> {
    let all = floor.store.read_blocking(floor.clock.now(), |r| account::support::list(r, None, 1_000)).unwrap();
    all.into_iter().map(|(account, _)| account).find(|account| account.address.as_str() == email)
}

/// The stored owner of an account.
pub fn person(floor: &Floor, account: &Account) -> mypage::person::Person {
    let found =
        floor.store.read_blocking(floor.clock.now(), |r| account::support::find(r, account.customer_id)).unwrap();
    found.and_then(|(_, person)| person).expect("every account has an owner")
}

/// The account's own person with the id.
pub fn own(floor: &Floor, account: AccountId) -> Member {
    floor
        .store
        .read_blocking(floor.clock.now(), |r| care::own(r, account))
        .unwrap()
        .expect("every account has an owner")
}

/// Adds a member of the family to an account, without going through the pages.
pub async fn add_relative(floor: &Floor, account: AccountId, relation: Relation, draft: &Draft) -> PersonId {
    let (now, person) = (floor.clock.now(), draft.check(floor.clock.now().jst_date()).unwrap());
    floor.store.write(now, move |tx| care::add_with_consent(tx, account, relation, &person)).await.unwrap()
}

pub async fn hash(floor: &Floor, password: &str) -> String {
    if let Some(known) = HASHES.lock().unwrap().get(password) {
        return known.clone();
    }
    let hash = floor.hasher.hash("", password.into()).await.unwrap();
    HASHES.lock().unwrap().insert(password.to_owned(), hash.clone());
    hash
}

/// What a draft has for the input of a name; nothing for an unknown one.
pub fn typed(draft: &Draft, name: &str) -> String {
    let found = draft.typed().into_iter().find(|(field, _)| field.name() == name);
    found.map_or_else(String::new, |(_, text)| text.to_owned())
}
