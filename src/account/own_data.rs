//! What is stored of an account and the people for whom it books, for its owner to take along: the answer to what the Act on the
//! Protection of Personal Information (article 33) lets everybody ask.
//!
//! Later rooms say what they keep by [`Ties::known`](super::Ties::known).

use super::Account;
use crate::session;
use crate::work::{Limit, Outcome, Remedy, Work};
use maud::Markup;
use std::convert::Infallible;

/// Files that one account may take in an hour: each reads all that there is of it.
const FILES: Limit = Limit { name: "own data taken by account", most: 10, minutes: 60, remedy: Remedy::RestOfAccount };

/// A part of the file.
#[derive(Clone, Debug)]
pub struct DataSection {
    /// Its heading.
    pub title: &'static str,
    /// What is stored.
    pub body: Markup,
}

/// Counts and records that a file is taken. `proved` where the password of the session has just been given again.
///
/// # Errors
/// Denied when there were too many.
pub fn take(work: &mut Work<'_>, account: &Account, proved: Option<&session::Session>) -> Outcome<(), Infallible> {
    work.count(&[FILES.of(&account.customer_id.to_string())])?;
    if let Some(session) = proved {
        session::renew(work, &session.key)?;
    }
    work.record(account.event("own_data_taken"));
    Ok(())
}
