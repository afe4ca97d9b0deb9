//! Signing up, step by step: the mail that proves the address, the password, the person, and the account.
//!
//! A sign-up under way belongs to one browser. It goes on under a new token wherever somebody else might have planted the
//! old one in this browser.

use super::link::{self, DeadLink, LinkPurpose};
use super::model::Account;
use super::registration::{Registration, register};
use super::rows::{self as rows, SignUp};
use super::sign_in::begin_session;
use super::ties::{KnownPerson, Ties};
use super::{credential, letter, path, patient};
use crate::mail::EmailAddress;
use crate::person::Draft;
use crate::secret::{Token, TokenHash};
use crate::session::{self, NewSession, Stay, UserAgent};
use crate::store;
use crate::work::{Outcome, Refuse, Work};
use std::convert::Infallible;

/// Mails the link that begins a sign-up, or says that there is an account; and keeps in this browser what is known of
/// somebody who comes from elsewhere. `next` is where they want to go on in the end.
///
/// # Errors
/// Denied when too many mails were asked for.
pub fn invite(
    work: &mut Work<'_>,
    address: &EmailAddress,
    token: &Token,
    known: Option<&KnownPerson>,
    next: &str,
) -> Outcome<(), Infallible> {
    credential::count_mail(work, address)?;
    // A link is made in both cases, so that the same work is done; a known address is not told of it.
    link::issue(work, token, LinkPurpose::SignUp, address.clone())?;
    let letter = match rows::of_address(work, address)? {
        Some(account) => {
            let url = work.link(&path::sign_in_then(path::in_mail(next)));
            letter::already_registered(&letter::LetterContext::to_account(work, account.id)?, &account.address, &url)
        }
        None => {
            let url = work.link(&path::of_link(path::SIGN_UP_LINK, token, next));
            link::holding(letter::sign_up(&letter::LetterContext::to_visitor(work), address, &url), token)
        }
    };
    let letter = link::timed(letter, work.now(), &LinkPurpose::SignUp);
    work.send(&letter)?;
    if let Some(known) = known {
        let visitor = work.visitor();
        rows::put_known_person(work, visitor, known)?;
    }
    Ok(())
}

/// Uses the link of the mail up and goes on with the sign-up, with its password, in the browser that has the token `fresh`.
///
/// # Errors
/// Refused when the link does not work any more.
pub fn prove(
    work: &mut Work<'_>,
    token: &Token,
    hash: &str,
    fresh: TokenHash,
    next: Option<&str>,
    ties: &dyn Ties,
) -> Outcome<(), DeadLink> {
    let link = link::consume(work, token)?.ok_or(DeadLink).or_refuse()?;
    let (before, password, next) = (work.visitor(), Some(hash.to_owned()), next.map(str::to_owned));
    // Only what this very browser knows, and only of the address that has just been proved.
    let sign_up = match rows::take_known_person(work, before, &link.address)? {
        Some(known) => SignUp { password, next, ..SignUp::of(known) },
        None => SignUp { address: link.address, password, person: None, origin: None, next, relatives: Vec::new() },
    };
    rows::put_sign_up(work, fresh, sign_up)?;
    // A session or a sign-up that this browser had before ends.
    go_on(work, fresh, ties)?;
    Ok(rows::end_sign_up(work, before)?)
}

/// Gives the visitor's browser a token that nobody has seen before and that signs nobody in. What it has under way goes along.
fn go_on(work: &mut Work<'_>, fresh: TokenHash, ties: &dyn Ties) -> store::Result<()> {
    let before = work.visitor();
    ties.handed_on(work, before, fresh, None)?;
    session::replace(work, &before, fresh)
}

/// Why a sign-up of somebody known from elsewhere does not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBegun {
    /// The address has an account.
    Taken,
    /// The proof of the address is not there any more.
    Unproved,
}

/// Begins the sign-up of somebody known from elsewhere whose address this browser has proved. `take_proof` takes that
/// proof away, and says whether it was there.
///
/// # Errors
/// Refused when there is nothing to begin.
pub fn begin_proved(
    work: &mut Work<'_>,
    known: &KnownPerson,
    fresh: TokenHash,
    mut take_proof: impl FnMut(&mut Work<'_>) -> store::Result<bool>,
    ties: &dyn Ties,
) -> Outcome<(), NotBegun> {
    let before = work.visitor();
    if !take_proof(work)? {
        return Err(NotBegun::Unproved).or_refuse();
    }
    if rows::of_address(work, &known.address)?.is_some() {
        // The proof is used up all the same.
        work.keep();
        return Err(NotBegun::Taken).or_refuse();
    }
    rows::end_sign_up(work, before)?;
    rows::put_sign_up(work, fresh, SignUp::of(known.clone()))?;
    Ok(go_on(work, fresh, ties)?)
}

/// Keeps the password's hash for the end of a sign-up that has none yet, which goes on under the token `fresh`. Says
/// whether there was such a sign-up.
///
/// # Errors
/// What the store says.
pub fn choose_password(
    work: &mut Work<'_>,
    hash: &str,
    fresh: TokenHash,
    ties: &dyn Ties,
) -> Outcome<bool, Infallible> {
    let before = work.visitor();
    let Some(sign_up) = rows::sign_up(work, before)?.filter(|found| found.password.is_none()) else {
        return Ok(false);
    };
    rows::end_sign_up(work, before)?;
    rows::put_sign_up(work, fresh, SignUp { password: Some(hash.to_owned()), ..sign_up })?;
    go_on(work, fresh, ties)?;
    Ok(true)
}

/// Keeps what was typed of the person.
///
/// # Errors
/// What the store says.
pub fn keep_person(work: &mut Work<'_>, draft: Draft) -> Outcome<(), Infallible> {
    let visitor = work.visitor();
    Ok(rows::put_sign_up_person(work, visitor, draft)?)
}

/// The address has an account by now, or the sign-up is over: a second submit of its last page finds it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddressTaken;

/// Makes the account of a sign-up and signs in under the token `fresh`, all in one write. The session ends with the browser:
/// nobody has been asked yet whether the device is theirs.
///
/// # Errors
/// Refused when the address is taken or the sign-up is over.
pub fn finish(
    work: &mut Work<'_>,
    sign_up: &SignUp,
    new: &Registration,
    user_agent: UserAgent,
    fresh: TokenHash,
    ties: &dyn Ties,
) -> Outcome<Account, AddressTaken> {
    let visitor = work.visitor();
    rows::sign_up(work, visitor)?.ok_or(AddressTaken).or_refuse()?;
    rows::end_sign_up(work, visitor)?;
    // It is over whether or not the address is free.
    work.keep();
    let account = register(work, new)?.ok_or(AddressTaken).or_refuse()?;
    if let Some(origin) = &sign_up.origin {
        ties.made(work, &account, origin)?;
    }
    let new = NewSession { kind: &patient::SESSIONS, subject: account.id.subject(), stay: Stay::InBrowser, user_agent };
    begin_session(work, &account, &new, fresh, ties)?;
    work.record(account.event("account_made"));
    Ok(account)
}
