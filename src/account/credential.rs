//! How often patients' passwords, mails and links may be tried, and by what they are counted.

use super::model::{Account, AccountId};
use crate::clock::Moment;
use crate::credential::{self, Attempts, name_of};
use crate::mail::EmailAddress;
use crate::secret::{PasswordCheck, Token, TokenHash};
use crate::store::{self, Reader, Tx};
use crate::web::{Cx, Failure};
use crate::work::{self, Actor, Caller, Counter, Event, Limit, Remedy, Uncounted, Work};

/// Wrong passwords on one device on which the account's owner has signed in before.
const ON_DEVICE: Limit =
    Limit { name: "password on known device", most: 10, minutes: 15, remedy: Remedy::PasswordReset };
/// Wrong passwords for one address.
const FOR_ADDRESS: Limit = Limit { name: "password for address", most: 10, minutes: 15, remedy: Remedy::PasswordReset };
/// Mails to one mailbox that anybody can ask for.
const MAILS_TO_ADDRESS: Limit = Limit { name: "mail to address", most: 3, minutes: 60, remedy: Remedy::SentMail };
/// Mails that one visitor can ask for.
const MAILS_FROM_CLIENT: Limit = Limit { name: "mail from client", most: 30, minutes: 60, remedy: Remedy::SentMail };
/// Mails about bookings that one visitor can have sent to addresses which nobody has proved: a clinic's desk books all day from one
/// browser, and each of them takes a place.
const CONFIRMATIONS_FROM_CLIENT: Limit =
    Limit { name: "confirmation from client", most: 100, minutes: 60, remedy: Remedy::SentMail };
/// Mails that all visitors together can ask for who are not signed in.
pub const MAILS_IN_ALL: Limit =
    Limit { name: "mails asked for, in all", most: 6_000, minutes: 60, remedy: Remedy::SentMail };
/// Mails that everybody together can ask for who is signed in: a flood from outside uses up none of them.
pub const MAILS_OF_PATIENTS: Limit =
    Limit { name: "mails asked for by patients, in all", most: 2_000, minutes: 60, remedy: Remedy::SentMail };
/// Links that open nothing which one client may try.
const LINKS_FROM_CLIENT: Limit =
    Limit { name: "link from client", most: 100, minutes: 15, remedy: Remedy::AnotherNetwork };

/// Wrong passwords for an address, known or not, from wherever they are typed.
pub fn for_address(address: &EmailAddress) -> Attempts {
    Attempts::new("on a new device", FOR_ADDRESS.of(&address.key()), &address.key(), FOR_ADDRESS.remedy)
}

/// Those for an account on a device on which its owner has signed in before, by what that is
/// [counted as](super::known_device::counted_as): what others type elsewhere is none of them.
pub fn on_device(account: AccountId, device: TokenHash) -> Attempts {
    let name = format!("{}\n{}", name_of(&account), name_of(&device));
    Attempts::on_known_device(ON_DEVICE.of(&name), &name, ON_DEVICE.remedy)
}

/// Those of somebody who is signed in to an account.
pub fn in_session(session: &Token, account: AccountId) -> Attempts {
    Attempts::in_session(session, &name_of(&account), Remedy::OpenSession)
}

/// Whether `password` is that of the account; where there is none, it is wrong, and takes as long to be so.
///
/// # Errors
/// [`Failure::TooMany`] when there were too many, [`Failure::Busy`] when too many are being checked.
pub async fn verify(
    cx: &Cx,
    attempts: &Attempts,
    account: Option<&Account>,
    password: &str,
) -> Result<PasswordCheck, Failure> {
    let wrong = account.map_or_else(|| Event::of("password_wrong"), |account| account.event("password_wrong"));
    credential::verify(cx, attempts, account.map(|account| account.password.as_str()), password, wrong).await
}

/// Counts a mail that is about to be written to an address because somebody asked for it.
///
/// # Errors
/// When there were too many, until the next is let through.
pub fn count_mail(work: &mut Work<'_>, address: &EmailAddress) -> Result<(), Uncounted> {
    count_mail_within(work, address, &MAILS_FROM_CLIENT)
}

/// Counts the confirmation of a booking that is about to be written to an address which nobody has proved.
///
/// # Errors
/// When there were too many, until the next is let through.
pub fn count_confirmation(work: &mut Work<'_>, address: &EmailAddress) -> Result<(), Uncounted> {
    count_mail_within(work, address, &CONFIRMATIONS_FROM_CLIENT)
}

/// Until when somebody can ask for no mail to an address, if they cannot: asking for one would be refused.
///
/// # Errors
/// What the store says.
pub fn mails_spent_until(r: &dyn Reader, caller: &Caller, address: &EmailAddress) -> store::Result<Option<Moment>> {
    let spent = mail_counters(caller, address, &MAILS_FROM_CLIENT).map(|counter| work::spent_until(r, &counter));
    spent.into_iter().try_fold(None, |latest, until| Ok(latest.max(until?)))
}

fn count_mail_within(work: &mut Work<'_>, address: &EmailAddress, from_client: &Limit) -> Result<(), Uncounted> {
    work.count(&mail_counters(work.caller(), address, from_client))
}

fn mail_counters(caller: &Caller, address: &EmailAddress, from_client: &Limit) -> [Counter; 3] {
    let all = match caller.actor {
        Actor::Patient => MAILS_OF_PATIENTS.in_all(),
        _ => MAILS_IN_ALL.in_all(),
    };
    [MAILS_TO_ADDRESS.of(&address.mailbox()), caller.from_visitor(from_client), all]
}

/// Lets the owner of an account in again, who has just proved that its address is theirs: the passwords for it are forgotten.
pub(super) fn forgive(tx: &mut Tx<'_>, account: &Account) -> store::Result<()> {
    let address = account.address.key();
    work::forget(tx, &[FOR_ADDRESS.of(&address), credential::right(&address), credential::right(&name_of(&account.id))])
        .map(drop)
}

/// What may keep the owner of an address out, whoever used it up.
pub(super) fn counters_of(address: &EmailAddress) -> [Counter; 3] {
    let (key, mailbox) = (address.key(), address.mailbox());
    [FOR_ADDRESS.of(&key), credential::right(&key), MAILS_TO_ADDRESS.of(&mailbox)]
}

/// Counts an attempt to use a link.
///
/// # Errors
/// When there were too many, until the next is let through.
pub fn count_link(work: &mut Work<'_>) -> Result<(), Uncounted> {
    work.count(&[work.from_client(&LINKS_FROM_CLIENT)])
}

/// Gives an attempt to use a link back, because the link is live.
///
/// # Errors
/// What the store says.
pub fn give_link_back(work: &mut Work<'_>) -> store::Result<()> {
    work.give_back(&[work.from_client(&LINKS_FROM_CLIENT)])
}
