//! Making an account: what has to be true, and everything that is written with it, in one transaction.
//!
//! The address has been proved and the person checked before; the password comes as its hash.

use super::model::{Account, AccountId, Agreement};
use super::readings::Readings;
use super::rows;
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::person::Person;
use crate::session;
use crate::store::{Result, Tx};

/// What a new account is made of.
#[derive(Clone, Debug)]
pub struct Registration {
    /// The proved address.
    pub address: EmailAddress,
    /// The password's hash.
    pub password: String,
    /// The account's owner.
    pub person: Person,
    /// What was agreed to.
    pub agreement: Agreement,
    /// The language of pages and mails.
    pub lang: Lang,
}

/// Makes the account, unless the address has one already.
pub fn register(tx: &mut Tx<'_>, new: &Registration) -> Result<Option<Account>> {
    let now = tx.now();
    if rows::of_address(tx, &new.address)?.is_some() {
        return Ok(None);
    }
    let account = Account {
        id: AccountId::mint(),
        customer_id: rows::free_customer_id(tx)?,
        address: new.address.clone(),
        password: new.password.clone(),
        created: now,
        agreements: vec![new.agreement.clone()],
        disabled: None,
        readings: Readings::default(),
    };
    rows::add(tx, &account, &new.person)?;
    session::admit(tx, account.id.subject(), new.lang)?;
    Ok(Some(account))
}
