//! Checking the secrets that a visitor types or follows, the one way it is done: counted first, then judged.
//!
//! Every route that takes a password goes through [`verify`], so that none can be forgotten by the throttle.

use super::model::{Account, AccountId};
use super::password::Password;
use crate::mail::EmailAddress;
use crate::secret::{PasswordCheck, Token, TokenHash};
use crate::store::{self, Key, Reader, Tx};
use crate::web::{Anyone, Cx, Failure};
use crate::work::{self, Actor, Counter, Ended, Event, Limit, Stop, Uncounted, Work};
use PasswordCheck::{Right, RightButWeak, Wrong};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::convert::Infallible;

/// Wrong passwords on one device on which the account's owner has signed in before.
const ON_DEVICE: Limit = Limit { name: "password on known device", most: 10, minutes: 15 };
/// Wrong passwords within one live session.
const IN_SESSION: Limit = Limit { name: "password in session", most: 10, minutes: 15 };
/// Wrong passwords for one address.
const FOR_ADDRESS: Limit = Limit { name: "password for address", most: 10, minutes: 15 };
/// Right passwords where wrong ones are counted together: each costs as much to check as a wrong one. Somebody who signs in and out
/// all day stays far below it.
const RIGHT: Limit = Limit { name: "right password", most: 60, minutes: 60 };
/// Wrong passwords from one client.
const FROM_CLIENT: Limit = Limit { name: "password from client", most: 50, minutes: 15 };
/// Mails to one mailbox that anybody can ask for.
const MAILS_TO_ADDRESS: Limit = Limit { name: "mail to address", most: 3, minutes: 60 };
/// Mails that one visitor can ask for.
const MAILS_FROM_CLIENT: Limit = Limit { name: "mail from client", most: 30, minutes: 60 };
/// Mails about bookings that one visitor can have sent to addresses which nobody has proved: a clinic's desk books all day from one
/// browser, and each of them takes a place.
const CONFIRMATIONS_FROM_CLIENT: Limit = Limit { name: "confirmation from client", most: 100, minutes: 60 };
/// Mails that all visitors together can ask for who are not signed in.
pub const MAILS_IN_ALL: Limit = Limit { name: "mails asked for, in all", most: 6_000, minutes: 60 };
/// Mails that everybody together can ask for who is signed in: a flood from outside uses up none of them.
pub const MAILS_OF_PATIENTS: Limit = Limit { name: "mails asked for by patients, in all", most: 2_000, minutes: 60 };
/// Passwords that one visitor may choose for a sign-up or by a link: each costs as much to hash as a wrong one to check.
const HASHED: Limit = Limit { name: "password chosen by visitor", most: 20, minutes: 15 };
/// Links that open nothing which one client may try.
const LINKS_FROM_CLIENT: Limit = Limit { name: "link from client", most: 100, minutes: 15 };

/// Which attempts are counted together.
pub enum Attempts<'a> {
    /// All for an address, known or not, from wherever they come.
    ForAddress(&'a EmailAddress),
    /// Those for an account on a device on which its owner has signed in before, by what that is
    /// [counted as](super::known_device::counted_as): what others type elsewhere is none of them.
    OnDevice(AccountId, TokenHash),
    /// Those of somebody who is signed in to an account.
    InSession(&'a Token, AccountId),
}

impl Attempts<'_> {
    /// Where the password is typed.
    const fn place(&self) -> &'static str {
        match self {
            Self::ForAddress(_) => "on a new device",
            Self::OnDevice(..) => "on a known device",
            Self::InSession(..) => "in a session",
        }
    }

    /// The counter of wrong passwords.
    fn wrong(&self) -> Counter {
        match self {
            Self::ForAddress(address) => FOR_ADDRESS.of(&address.key()),
            Self::OnDevice(account, device) => ON_DEVICE.of(&on_device(*account, *device)),
            Self::InSession(session, _) => IN_SESSION.of(&session.text()),
        }
    }

    /// The counter of right ones.
    fn right(&self) -> Counter {
        match self {
            Self::ForAddress(address) => RIGHT.of(&address.key()),
            Self::OnDevice(account, device) => RIGHT.of(&on_device(*account, *device)),
            // The token changes with the password.
            Self::InSession(_, account) => in_sessions(*account),
        }
    }
}

fn on_device(account: AccountId, device: TokenHash) -> String {
    format!("{}\n{}", name_of(&account), name_of(&device))
}

fn in_sessions(account: AccountId) -> Counter {
    RIGHT.of(&name_of(&account))
}

fn name_of(key: &impl Key) -> String {
    let mut bytes = Vec::new();
    key.encode(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Whether the right password was given so often that no other is checked for a while.
///
/// # Errors
/// What the store says.
pub fn is_used_up(r: &dyn Reader, attempts: &Attempts<'_>) -> store::Result<bool> {
    work::is_spent(r, &attempts.right())
}

/// Whether `password` is that of the account; where there is none, it is wrong, and takes as long to be so.
///
/// # Errors
/// [`Failure::TooMany`] when there were too many, [`Failure::Busy`] when too many are being checked.
pub async fn verify(
    cx: &Cx,
    attempts: &Attempts<'_>,
    account: Option<&Account>,
    password: &str,
) -> Result<PasswordCheck, Failure> {
    let (together, right) = (attempts.wrong(), attempts.right());
    let wrong = move |work: &Work<'_>| [together, work.from_client(&FROM_CLIENT)];
    // As wrong and as right, until it is known which it is.
    let Ended::Done(()) = cx
        .work(move |work, _: Anyone| {
            let [together, client] = wrong(work);
            Ok::<_, Stop<Infallible>>(work.count(&[together, client, right])?)
        })
        .await?;
    // What is too long to be anybody's password takes the same time to be wrong.
    let bytes = Password::given(password).map(|password| password.as_bytes().to_vec());
    let phc = account.filter(|_| bytes.is_some()).map(|account| account.password.clone());
    let verdict = cx.verify(bytes.unwrap_or_default(), phc).await;
    let (was_right, was_wrong) = (matches!(verdict, Ok(Right | RightButWeak)), verdict == Ok(Wrong));
    let Ended::Done(()) = cx
        .work(move |work, _: Anyone| {
            if !was_wrong {
                let wrong = wrong(work);
                work.give_back(&wrong)?;
            }
            if !was_right {
                work.give_back(&[right])?;
            }
            Ok::<_, Stop<Infallible>>(())
        })
        .await?;
    if was_wrong {
        let event = account.map_or_else(|| Event::of("password_wrong"), |account| account.event("password_wrong"));
        cx.tell(&event.with("typed", attempts.place()));
    }
    Ok(verdict?)
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

fn count_mail_within(work: &mut Work<'_>, address: &EmailAddress, from_client: &Limit) -> Result<(), Uncounted> {
    let all = match work.caller().actor {
        Actor::Patient => MAILS_OF_PATIENTS.in_all(),
        _ => MAILS_IN_ALL.in_all(),
    };
    work.count(&[MAILS_TO_ADDRESS.of(&address.mailbox()), work.from_visitor(from_client), all])
}

/// Lets the owner of an account in again, who has just proved that its address is theirs: the passwords for it are forgotten.
pub(super) fn forgive(tx: &mut Tx<'_>, account: &Account) -> store::Result<()> {
    let address = account.address.key();
    work::forget(tx, &[FOR_ADDRESS.of(&address), RIGHT.of(&address), in_sessions(account.id)]).map(drop)
}

/// What may keep the owner of an address out, whoever used it up.
pub(super) fn counters_of(address: &EmailAddress) -> [Counter; 3] {
    let (key, mailbox) = (address.key(), address.mailbox());
    [FOR_ADDRESS.of(&key), RIGHT.of(&key), MAILS_TO_ADDRESS.of(&mailbox)]
}

/// Counts a password that is about to be hashed for somebody without an account.
///
/// # Errors
/// When there were too many, until the next is let through.
pub fn count_hash(work: &mut Work<'_>) -> Result<(), Uncounted> {
    // By the token alone as well: one sign-up must not cost more from many addresses.
    work.count(&[HASHED.of(&work.caller().visitor.text()), work.from_visitor(&HASHED)])
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

/// The hash, with today's parameters, of a password that has just been found right.
///
/// # Errors
/// [`Failure::Busy`] when too many are being hashed.
pub async fn hash_again(cx: &Cx, password: &str) -> Result<Option<String>, Failure> {
    match Password::given(password) {
        Some(password) => Ok(Some(cx.hash(password.as_bytes()).await?)),
        None => Ok(None),
    }
}
