//! What the operator may do with accounts from the shell: look up, close, open again, let in whom a limit keeps out.

use super::credential;
use super::customer_id::CustomerId;
use super::model::Account;
use super::rows;
use crate::mail::EmailAddress;
use crate::person::Person;
use crate::session;
use crate::store::{Reader, Result, Tx};
use crate::work;

/// At most `limit` accounts and their owners, in the order of their addresses, after the address key given.
pub fn list(r: &dyn Reader, after: Option<&str>, limit: usize) -> Result<Vec<(Account, Option<Person>)>> {
    let accounts = rows::list(r, after, limit)?;
    accounts.into_iter().map(|account| Ok((account.clone(), rows::own_person(r, account.id)?))).collect()
}

/// An account and its owner.
pub fn find(r: &dyn Reader, number: CustomerId) -> Result<Option<(Account, Option<Person>)>> {
    match rows::of_customer_id(r, number)? {
        Some(account) => {
            let person = rows::own_person(r, account.id)?;
            Ok(Some((account, person)))
        }
        None => Ok(None),
    }
}

/// Changes whether an account is open. Its sessions and links end either way.
pub fn change(tx: &mut Tx<'_>, number: CustomerId, to: &dyn Fn(Account) -> Account) -> Result<Option<Account>> {
    let Some(account) = rows::of_customer_id(tx, number)? else {
        return Ok(None);
    };
    let account = to(account);
    rows::put(tx, &account)?;
    session::end_all(tx, account.id.subject())?;
    Ok(Some(account))
}

/// Forgets the wrong passwords for an address, and the mails that it was sent; says whether any were counted. It need have no
/// account.
pub fn unlock(tx: &mut Tx<'_>, address: &EmailAddress) -> Result<bool> {
    work::forget(tx, &credential::counters_of(address))
}
