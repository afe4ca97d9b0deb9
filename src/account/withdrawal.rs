//! Leaving: the account and everything of it is deleted, in one write. What clinics keep of their patients stays theirs.

use super::model::Account;
use super::ties::Ties;
use super::{letter, parting, rows};
use crate::session;
use crate::work::{Denied, Outcome, Work};
use std::convert::Infallible;

/// Deletes an account. `seen` is the account as its password was checked; `reason` is kept without whose it was.
///
/// # Errors
/// Denied when the password has changed meanwhile: the one that was given must still be the account's.
pub fn withdraw(
    work: &mut Work<'_>,
    account: &Account,
    seen: &Account,
    farewell: &Farewell,
    ties: &dyn Ties,
) -> Outcome<(), Infallible> {
    if account.password != seen.password {
        return Err(Denied::SignIn.into());
    }
    parting::forget_mail(work, account)?;
    // After its mail is forgotten: what is written from here on tells what is being done now.
    ties.left(work, account, farewell.cancel_coming)?;
    rows::remove(work, account)?;
    let visitor = work.visitor();
    session::end(work, &visitor)?;
    session::forget(work, account.id.subject())?;
    rows::add_farewell(work, &farewell.reason)?;
    work.record(account.event("left"));
    let told = letter::withdrawn(&letter::LetterContext::to_visitor(work), &account.address, work.now());
    Ok(work.send(&told)?)
}

/// What somebody says and chooses who leaves.
#[derive(Clone, Debug)]
pub struct Farewell {
    /// Why.
    pub reason: String,
    /// Whether what is still to come is to be cancelled.
    pub cancel_coming: bool,
}
