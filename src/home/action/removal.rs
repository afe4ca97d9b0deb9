//! マイクリニックから解除 (manual 3-3-2): asked first, then done in one transaction.
//!
//! The reservations stay booked at the clinic. They are parted from the registration that goes, so that no later one shows
//! them, nor does the browser in which they were booked; the URLs in their mails go on working.

use super::clinic::{not_own, own};
use crate::account::path::DASHBOARD;
use crate::account::{Patient, SignedIn};
use crate::clinic;
use crate::home::{page::removal, path};
use crate::reservation::{holdings, ledger};
use crate::web::{Cx, Failure, Result, flash};

/// The question.
pub async fn confirm(cx: Cx, me: Patient) -> Result {
    let found = cx.read(|r| {
        let (link, clinic) = match own(r, me.account.id, cx.param("clinic"))? {
            Ok(own) => own,
            Err(other) => return Ok(Err(other)),
        };
        let coming = holdings::coming_of_link(r, link.id)?;
        let has_past = !holdings::past_of_link(r, link.id)?.is_empty();
        Ok(Ok((clinic, coming, has_past)))
    }).await?;
    Ok(match found {
        Ok((clinic, coming, has_past)) => cx.page(removal::confirm(&cx, &clinic, &coming, has_past)),
        Err(other) => not_own(&cx, other.as_ref())?,
    })
}

/// Removes the clinic from the account's own.
pub async fn remove(cx: Cx, _: Patient) -> Result {
    let context = cx.clone();
    let removed = cx.write(move |tx| {
        let Some(account) = SignedIn::again(tx, &context)? else { return Ok(Err(Failure::SignIn)) };
        let own = own(tx, account.id, context.param("clinic"))?;
        if let Ok((link, clinic)) = &own {
            ledger::part(tx, link.id)?;
            clinic::store::remove_link(tx, account.id, &clinic.id)?;
            flash::leave(tx, context.visitor(), DASHBOARD, clinic.id.as_str())?;
        }
        Ok(Ok(own))
    });
    match removed.await?? {
        Ok((_, clinic)) => Ok(cx.done(path::removed(&clinic.id))),
        Err(other) => not_own(&cx, other.as_ref()),
    }
}
