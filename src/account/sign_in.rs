//! Signing in, once the password was found right.

use super::model::Account;
use super::{patient, rows};
use crate::lang::Lang;
use crate::secret::TokenHash;
use crate::session;
use crate::work::{Outcome, Work};
use std::convert::Infallible;

/// What is changed on the way in.
#[derive(Clone, Debug, Default)]
pub struct SignInChanges {
    /// The password's hash with today's parameters, where they have risen.
    pub stronger: Option<String>,
    /// The language that was pressed before signing in, which is newer than the account's.
    pub lang: Option<Lang>,
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
) -> Outcome<bool, Infallible> {
    let Some(account) = rows::find(work, seen.id)?.filter(|account| account.signs_in_like(seen)) else {
        return Ok(false);
    };
    if let Some(password) = change.stronger.clone() {
        rows::put(work, &Account { password, ..account })?;
    }
    if let Some(lang) = change.lang {
        session::speak(work, seen.id.subject(), lang)?;
    }
    let visitor = work.visitor();
    session::start(work, &patient::SESSIONS, seen.id.subject(), &visitor, fresh)?;
    Ok(true)
}
