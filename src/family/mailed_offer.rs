//! A person who is offered to another account by a mailed link: to be shared, or as the account's own. The link opens for the account of
//! the very address that it was mailed to, and for as long as who offers holds the person.

use crate::account::{self, Account, AccountId, Member, care};
use crate::mail::EmailAddress;
use crate::person::PersonId;
use crate::store::{self, Reader};

/// Who offers whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailedOffer {
    /// The account that holds the person.
    pub holder: AccountId,
    /// The name of its owner.
    pub from: String,
    /// The address of its owner, by which the person who is asked recognises them.
    pub from_address: EmailAddress,
    /// The person, as the holder has them.
    pub member: Member,
}

/// Why a link does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It has been used, taken back or replaced, has expired, or was never there.
    Dead,
    /// It was mailed to another address.
    Elsewhere,
    /// The account has the person already.
    Already,
}

/// What a link opens for the account that follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenedOffer<T> {
    /// It opens.
    Open(T),
    /// It does not.
    Closed(Closed),
}

impl<T> OpenedOffer<T> {
    /// The same with what is made of what it opens.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> OpenedOffer<U> {
        match self {
            Self::Open(open) => OpenedOffer::Open(make(open)),
            Self::Closed(closed) => OpenedOffer::Closed(closed),
        }
    }

    /// What it opens.
    ///
    /// # Errors
    /// Why it does not open.
    pub fn or_closed(self) -> Result<T, Closed> {
        match self {
            Self::Open(open) => Ok(open),
            Self::Closed(closed) => Err(closed),
        }
    }
}

/// The offer of a person by the account that holds them, mailed to an address, as an account sees it.
///
/// # Errors
/// What the store says.
pub fn of_person(
    r: &dyn Reader,
    account: &Account,
    holder: AccountId,
    person: PersonId,
    mailed_to: &EmailAddress,
) -> store::Result<OpenedOffer<MailedOffer>> {
    if mailed_to.key() != account.address.key() {
        return Ok(OpenedOffer::Closed(Closed::Elsewhere));
    }
    if care::member(r, account.id, person)?.is_some() {
        return Ok(OpenedOffer::Closed(Closed::Already));
    }
    // The person may have been removed since, or handed over.
    let held = care::member(r, holder, person)?.filter(Member::is_held);
    let (own, offering) = (care::own(r, holder)?, account::find(r, holder)?);
    Ok(match (held, own, offering) {
        (Some(member), Some(own), Some(offering)) => OpenedOffer::Open(MailedOffer {
            holder,
            from: own.person.name.full(),
            from_address: offering.address,
            member,
        }),
        _ => OpenedOffer::Closed(Closed::Dead),
    })
}
