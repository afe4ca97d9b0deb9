//! `mypage account …`, for support by phone: the caller reads out their お客様ID.

use super::outcome::Output;
use crate::account::{self, Account, CustomerId, support};
use crate::clock::Moment;
use crate::lang::search::SearchFold;
use crate::lang::{Lang, moment};
use crate::mail::EmailAddress;
use crate::person::Person;
use crate::store::{self, Store};

/// How many accounts are read at a time.
const PAGE: usize = 500;

/// All accounts, or those in whose address, name, kana and phone number all words of `query` stand: お客様ID, address, owner,
/// when made, whether closed.
pub fn list(store: &Store, now: Moment, query: Option<&str>) -> Output {
    let fold = SearchFold::default();
    let wanted = query.map(|query| fold.words(query)).unwrap_or_default();
    let mut text = String::new();
    let mut last: Option<String> = None;
    loop {
        let page = match store.read_blocking(now, |r| support::list(r, last.as_deref(), PAGE)) {
            Ok(page) => page,
            Err(error) => return Output::failed(error.to_string()),
        };
        let Some((account, _)) = page.last() else { break };
        last = Some(account.address.key());
        for (account, person) in &page {
            let searched = fold.text(&searched(account, person.as_ref()));
            if wanted.iter().all(|word| searched.contains(word)) {
                text.push_str(&line(account, person.as_ref()));
            }
        }
    }
    match (text.is_empty(), query) {
        (false, _) => Output::done(text),
        (true, None) => Output::done("no accounts\n"),
        (true, Some(query)) => {
            Output::failed(format!("no account has \"{query}\" in its address, name or phone number"))
        }
    }
}

fn line(account: &Account, person: Option<&Person>) -> String {
    let name = person.map_or_else(String::new, Person::name_with_kana);
    let state = if account.disabled.is_some() { "  disabled" } else { "" };
    let made = account.created.jst_date();
    format!("{}  {}  {name}  {made}{state}\n", account.customer_id, account.address.as_str())
}

/// What words are looked for in.
fn searched(account: &Account, person: Option<&Person>) -> String {
    let owner = person.map_or_else(String::new, |person| format!("{}\n{}", person.search_key(), person.phone.digits()));
    format!("{}\n{owner}", account.address.as_str())
}

/// One account and its owner, to recognise a caller by.
pub fn show(store: &Store, now: Moment, id: CustomerId) -> Output {
    match found(store.read_blocking(now, |r| support::find(r, id)), id) {
        Ok((account, person)) => Output::done(written(&account, person.as_ref())),
        Err(outcome) => outcome,
    }
}

fn written(account: &Account, person: Option<&Person>) -> String {
    let mut rows = vec![
        ("customer id", account.customer_id.to_string()),
        ("address", account.address.as_str().to_owned()),
        ("created", moment(Lang::En, account.created)),
        (
            "state",
            account.disabled.map_or("active".to_owned(), |at| format!("disabled since {}", moment(Lang::En, at))),
        ),
    ];
    if let Some(person) = person {
        rows.push(("name", person.name.full()));
        rows.extend(Some(("kana", person.kana.full())).filter(|(_, kana)| !kana.is_empty()));
        rows.push(("born", person.birth_date.to_string()));
        rows.push(("phone", person.phone.hyphenated()));
    }
    rows.iter().map(|(label, value)| format!("{label:<12}  {value}\n")).collect()
}

/// Closes an account. All its sessions and links end at once.
pub fn disable(store: &Store, now: Moment, id: CustomerId) -> Output {
    change(store, now, id, "disabled", move |account| account.disable(now))
}

/// Opens a closed account again.
pub fn enable(store: &Store, now: Moment, id: CustomerId) -> Output {
    change(store, now, id, "enabled", account::Account::enable)
}

/// Lets somebody in again whose wrong passwords or mails were too many.
pub fn unlock(store: &Store, now: Moment, address: EmailAddress) -> Output {
    let of = address.clone();
    match store.write_blocking(now, move |tx| support::unlock(tx, &of)) {
        Ok(true) => Output::done(format!("{address} may try again\n")),
        Ok(false) => Output::done(format!("{address} was not locked: nothing is counted for it\n")),
        Err(error) => Output::failed(error.to_string()),
    }
}

fn change(
    store: &Store,
    now: Moment,
    id: CustomerId,
    what: &str,
    to: impl Fn(Account) -> Account + Send + 'static,
) -> Output {
    match found(store.write_blocking(now, move |tx| support::change(tx, id, &to)), id) {
        Ok(account) => Output::done(format!("{} is {what}\n", account.customer_id)),
        Err(outcome) => outcome,
    }
}

fn found<T>(result: store::Result<Option<T>>, id: CustomerId) -> Result<T, Output> {
    match result {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(Output::failed(format!("there is no account {id}"))),
        Err(error) => Err(Output::failed(error.to_string())),
    }
}
