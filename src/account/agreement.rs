//! Agreeing to the terms of use and the privacy policy as they are.

use super::model::{Account, Agreement};
use super::rows;
use crate::work::{Outcome, Work};
use std::convert::Infallible;

/// Keeps an agreement. One to the versions that were agreed to before adds nothing.
///
/// # Errors
/// What the store says.
pub fn agree(work: &mut Work<'_>, account: &Account, agreement: &Agreement) -> Outcome<(), Infallible> {
    if !account.agrees_to(&agreement.terms, &agreement.privacy) {
        rows::put(work, &account.clone().agreeing(agreement.clone()))?;
        work.record(account.event("agreed"));
    }
    Ok(())
}
