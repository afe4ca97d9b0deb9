//! Signing in, once the password was found right, and signing out.

use super::model::{Account, AccountId};
use super::ties::Ties;
use super::{known_device, patient, rows};
use crate::lang::Lang;
use crate::secret::TokenHash;
use crate::session::{self, NewSession, Session, Stay, UserAgent};
use crate::store;
use crate::work::{Outcome, Work};
use std::convert::Infallible;

/// What is changed on the way in.
#[derive(Clone, Debug, Default)]
pub struct SignInChanges {
    /// The password's hash with today's parameters, where they have risen.
    pub stronger: Option<String>,
    /// The language that was pressed before signing in, which is newer than the account's.
    pub lang: Option<Lang>,
    /// The token that the device had before, if any.
    pub old_device: Option<TokenHash>,
    /// The one that it has from now on, by which it is known.
    pub device: Option<TokenHash>,
    /// Whether they stay signed in when the browser ends.
    pub stay: Stay,
    /// Where they sign in.
    pub user_agent: UserAgent,
}

/// Starts the session. `seen` is the account as its password was checked; says whether that still signs in.
///
/// # Errors
/// What the store says.
pub fn start(
    work: &mut Work<'_>,
    seen: &Account,
    change: &SignInChanges,
    fresh: TokenHash,
    ties: &dyn Ties,
) -> Outcome<bool, Infallible> {
    let Some(account) = rows::find(work, seen.id)?.filter(|account| account.signs_in_like(seen)) else {
        return Ok(false);
    };
    if let Some(password) = change.stronger.clone() {
        rows::put(work, &Account { password, ..account.clone() })?;
    }
    if let Some(lang) = change.lang {
        session::speak(work, seen.id.subject(), lang)?;
    }
    if let Some(device) = change.device {
        known_device::remember(work, account.id, change.old_device, device)?;
    }
    let new = NewSession {
        kind: &patient::SESSIONS,
        subject: account.id.subject(),
        stay: change.stay,
        user_agent: change.user_agent,
    };
    begin_session(work, &account, &new, fresh, ties)?;
    work.record(account.event("signed_in"));
    Ok(true)
}

/// Signs the visitor's browser in to an account, under a token that nobody has seen before. What it has under way goes along.
///
/// # Errors
/// What the store says.
pub fn begin_session(
    work: &mut Work<'_>,
    account: &Account,
    new: &NewSession,
    fresh: TokenHash,
    ties: &dyn Ties,
) -> store::Result<()> {
    let visitor = work.visitor();
    ties.handed_on(work, visitor, fresh, Some(account))?;
    session::start(work, new, &visitor, fresh)
}

/// Signs out: ends the session on the server.
///
/// # Errors
/// What the store says.
pub fn end(work: &mut Work<'_>, session: &Session) -> Outcome<(), Infallible> {
    session::end(work, &session.key)?;
    if let Some(account) = rows::find(work, AccountId::of_subject(session.subject))? {
        work.record(account.event("signed_out"));
    }
    Ok(())
}
