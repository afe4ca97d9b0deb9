//! Changing the account's own person: what was typed is kept until it is confirmed.

use super::care::{self, Member};
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
    let Some(own) = care::own(work, account.id)? else { return Ok(false) };
    care::put(work, account.id, &Member { person: person.clone(), ..own.clone() })?;
    if change_coming {
        ties.changed(work, account.id, &own, &person)?;
    }
    work.record(account.event("person_changed"));
    rows::end_edit(work, account.id, visitor)?;
    Ok(true)
}
