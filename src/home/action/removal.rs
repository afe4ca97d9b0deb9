//! マイクリニックから解除 (manual 3-3-2): asked first, then done in one transaction.
//!
//! The reservations stay booked at the clinic. They are parted from the registration that goes, so that no later one shows
//! them; the URLs in their mails go on working.

use super::clinic::own;
use crate::account::{Patient, SignedIn};
use crate::clinic;
use crate::home::{page::removal, path};
use crate::reservation::{holdings, ledger};
use crate::web::{Cx, Failure, Result};

/// The question.
pub async fn confirm(cx: Cx, me: Patient) -> Result {
    let found = cx.read(|r| {
        let Some((link, clinic)) = own(r, me.account.id, cx.param("clinic"))? else { return Ok(None) };
        Ok(Some((clinic, holdings::coming_of_link(r, cx.now, link.id)?)))
    })?;
    let (clinic, coming) = found.ok_or(Failure::NotFound)?;
    Ok(cx.page(removal::confirm(&cx, &clinic, &coming)))
}

/// Removes the clinic from the account's own.
pub async fn remove(cx: Cx, _: Patient) -> Result {
    let context = cx.clone();
    cx.write(move |tx| {
        let Some(account) = SignedIn::again(tx, &context)? else { return Ok(Err(Failure::SignIn)) };
        let Some((link, clinic)) = own(tx, account.id, context.param("clinic"))? else {
            return Ok(Err(Failure::NotFound));
        };
        ledger::part(tx, link.id)?;
        clinic::store::remove_link(tx, account.id, &clinic.id)?;
        Ok(Ok(()))
    })
    .await??;
    Ok(cx.done(path::removed()))
}
