//! Changing the account's own person: what was typed is kept until it is confirmed.

use super::model::Account;
use super::rows;
use super::ties::Ties;
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

/// Stores what this browser has kept, and changes what is still to come for the same person with it if that is wanted. Says
/// whether there was something that is still right.
///
/// # Errors
/// What the store says.
pub fn confirm(
    work: &mut Work<'_>,
    account: &Account,
    change_coming: bool,
    ties: &dyn Ties,
) -> Outcome<bool, Infallible> {
    let (visitor, today) = (work.visitor(), work.now().jst_date());
    let draft = rows::edit(work, account.id, visitor)?;
    let Some(person) = draft.and_then(|draft| draft.check(today).ok()) else { return Ok(false) };
    let before = rows::own_person(work, account.id)?;
    rows::put_own_person(work, account.id, &person)?;
    if let Some(before) = before.filter(|_| change_coming) {
        ties.changed(work, account.id, &before, &person)?;
    }
    work.record(account.event("person_changed"));
    rows::end_edit(work, account.id, visitor)?;
    Ok(true)
}
