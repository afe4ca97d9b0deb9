//! Whether the account's indexes say what the accounts say, for `mypage check`. Nothing is mended here.

use super::store::{ACCOUNTS, BY_ADDRESS, BY_CUSTOMER_ID};
use crate::store::{Finding, Key, Reader, Result, Table};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ops::Bound;

/// How many rows are read at a time.
const PAGE: usize = 500;

/// Compares accounts and indexes in both directions.
///
/// # Errors
/// When a row cannot be read.
pub fn check_indexes(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    each(r, &ACCOUNTS, |id, account| {
        if BY_ADDRESS.get(r, &account.address.key())? != Some(*id) {
            findings.push(finding(&BY_ADDRESS, "lacks an account, which cannot sign in"));
        }
        if BY_CUSTOMER_ID.get(r, &account.customer_id)? != Some(*id) {
            findings.push(finding(&BY_CUSTOMER_ID, "lacks an account"));
        }
        Ok(())
    })?;
    each(r, &BY_ADDRESS, |address, id| {
        if ACCOUNTS.get(r, id)?.is_none_or(|account| account.address.key() != *address) {
            findings.push(finding(&BY_ADDRESS, "names an account that is not there or has another address"));
        }
        Ok(())
    })?;
    each(r, &BY_CUSTOMER_ID, |number, id| {
        if ACCOUNTS.get(r, id)?.is_none_or(|account| account.customer_id != *number) {
            findings.push(finding(&BY_CUSTOMER_ID, "names an account that is not there or has another number"));
        }
        Ok(())
    })?;
    Ok(findings)
}

fn each<K: Key + Clone, V: Serialize + DeserializeOwned>(
    r: &dyn Reader,
    table: &Table<K, V>,
    mut look: impl FnMut(&K, &V) -> Result<()>,
) -> Result<()> {
    let mut from = Bound::Unbounded;
    loop {
        let page = table.range(r, (from, Bound::Unbounded), PAGE)?;
        for (key, value) in &page {
            look(key, value)?;
        }
        match page.into_iter().last() {
            Some((last, _)) => from = Bound::Excluded(last),
            None => return Ok(()),
        }
    }
}

fn finding<K, V>(table: &Table<K, V>, what: &str) -> Finding {
    Finding { table: table.name().to_owned(), what: what.to_owned() }
}
