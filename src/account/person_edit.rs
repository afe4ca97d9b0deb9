//! Changing the account's own person: what was typed is kept until it is confirmed.

use super::model::Account;
use super::rows;
use crate::person::Draft;
use crate::work::{Outcome, Work};
use std::convert::Infallible;

/// Keeps what was typed in this browser.
///
/// # Errors
/// What the store says.
pub fn keep(work: &mut Work<'_>, account: &Account, draft: Draft) -> Outcome<(), Infallible> {
    let visitor = work.visitor();
    Ok(rows::put_edit(work, account.id, visitor, draft)?)
}

/// Stores what this browser has kept; says whether there was something that is still right.
///
/// # Errors
/// What the store says.
pub fn confirm(work: &mut Work<'_>, account: &Account) -> Outcome<bool, Infallible> {
    let (visitor, today) = (work.visitor(), work.now().jst_date());
    let draft = rows::edit(work, account.id, visitor)?;
    let Some(person) = draft.and_then(|draft| draft.check(today).ok()) else { return Ok(false) };
    rows::put_own_person(work, account.id, &person)?;
    rows::end_edit(work, account.id, visitor)?;
    Ok(true)
}
