//! Signing out elsewhere: an account's sessions but the one in which that is asked for.

use super::model::Account;
use super::{SESSIONS, known_device};
use crate::secret::TokenHash;
use crate::session;
use crate::work::{Outcome, Refuse, Work};
use std::convert::Infallible;

/// The account has no such session, or not any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlreadyOver;

/// Ends all of them, with what is kept in those browsers, and makes their devices unknown. `own` is the device on which that
/// is asked for, if it has a token.
///
/// # Errors
/// What the store says.
pub fn end_all(work: &mut Work<'_>, account: &Account, own: Option<TokenHash>) -> Outcome<(), Infallible> {
    let visitor = work.visitor();
    session::end_others(work, account.id.subject(), visitor)?;
    work.record(account.event("other_devices_signed_out"));
    Ok(known_device::forget_others(work, account.id, own)?)
}

/// Ends the one of this [reference](session::Session::reference), with what is kept in its browser.
///
/// # Errors
/// Refused when the account has no such session.
pub fn end_one(work: &mut Work<'_>, account: &Account, reference: &str) -> Outcome<(), AlreadyOver> {
    let visitor = work.visitor();
    let mut others = session::of_subject(work, &SESSIONS, account.id.subject())?;
    others.retain(|session| session.key != visitor);
    let named = others.into_iter().find(|session| session.reference() == reference);
    session::end(work, &named.ok_or(AlreadyOver).or_refuse()?.key)?;
    work.record(account.event("other_device_signed_out"));
    Ok(())
}
