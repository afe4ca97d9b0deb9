//! What becomes of reservations when their patient has an account made out of one, another address, or leaves.

use crate::account::{Account, AccountId, Member, Origin};
use crate::clinic;
use crate::mail::EmailAddress;
use crate::person::Person;
use crate::reservation::holdings::Held;
use crate::reservation::ownership::{adopt, part, part_person, readdress, rename};
use crate::reservation::{ReservationId, cancellation, holdings, letter, page, path, rows, words};
use crate::store::{Reader, Result, Tx};
use crate::web::Cx;
use crate::work::{Stop, Work};
use maud::Markup;

/// The ties of reservations to accounts: what [`Ties`](crate::account::Ties) asks of them.
pub struct Reservations;

impl Reservations {
    /// Puts the reservation out of which an account was made under it.
    ///
    /// # Errors
    /// What the store says.
    pub fn made(&self, tx: &mut Tx<'_>, account: &Account, origin: &Origin) -> Result<()> {
        let Some(id) = ReservationId::parse(&origin.0) else { return Ok(()) };
        // It was booked with the very address that the account has proved; a reservation of another one stays where it is.
        let booked_with = rows::find(tx, id)?.map(|reservation| reservation.attendee.address.key());
        if booked_with == Some(account.address.key()) {
            adopt(tx, id, account.id)?;
        }
        Ok(())
    }

    /// Lets what is to come go along to the account's new address, which gets URLs of its own.
    ///
    /// # Errors
    /// What the store says.
    pub fn moved(&self, work: &mut Work<'_>, account: &Account, former: &EmailAddress) -> Result<()> {
        for (clinic, reservation) in readdress(work, account, former)? {
            let token = rows::issue_token(work, &reservation)?;
            let url = work.link(&path::of_receipt(path::RECEIPT, &token.text()));
            let (head, now) = (work.letterhead(reservation.attendee.lang), work.now());
            letter::post(work, &letter::readdressed(&head, &clinic, &reservation, &url, now))?;
        }
        Ok(())
    }

    /// What somebody has to know of what is to come who is about to change a person's details.
    ///
    /// # Errors
    /// What the store says.
    pub fn changing(&self, cx: &Cx, r: &dyn Reader, account: AccountId, person: &Member) -> Result<Markup> {
        Ok(page::changing::show(cx, &holdings::coming_for(r, account, person)?))
    }

    /// Changes what is to come for somebody whose details have been changed.
    ///
    /// # Errors
    /// What the store says.
    pub fn changed(&self, work: &mut Work<'_>, account: AccountId, before: &Member, now: &Person) -> Result<()> {
        rename(work, account, before, now)
    }

    /// What somebody has to know of what is to come for a member of the family who is about to be removed.
    ///
    /// # Errors
    /// What the store says.
    pub fn removing(&self, cx: &Cx, r: &dyn Reader, account: AccountId, person: &Member) -> Result<Markup> {
        let stay = words::of(cx.lang).leaving.stay_removed;
        Ok(page::leaving::show(cx, &holdings::coming_for(r, account, person)?, stay))
    }

    /// Parts reservations from an account that books for their person no longer.
    ///
    /// # Errors
    /// What the store says.
    pub fn removed(&self, work: &mut Work<'_>, account: AccountId, person: &Member, cancel_coming: bool) -> Result<()> {
        if cancel_coming {
            cancel(work, holdings::coming_for(work, account, person)?)?;
        }
        part_person(work, account, person)
    }

    /// What somebody who is about to leave has to know of what is to come.
    ///
    /// # Errors
    /// What the store says.
    pub fn leaving(&self, cx: &Cx, r: &dyn Reader, account: AccountId) -> Result<Markup> {
        Ok(page::leaving::show(cx, &holdings::coming(r, account)?, words::of(cx.lang).leaving.stay))
    }

    /// Parts reservations from an account that is removed.
    ///
    /// # Errors
    /// What the store says.
    pub fn left(&self, work: &mut Work<'_>, account: &Account, cancel_coming: bool) -> Result<()> {
        if cancel_coming {
            cancel(work, holdings::coming(work, account.id)?)?;
        }
        for link in clinic::rows::links(work, account.id)? {
            part(work, link.id)?;
            clinic::rows::remove_link(work, account.id, &link.clinic)?;
        }
        Ok(())
    }
}

/// Cancels what may still be cancelled. What is past its deadline stays booked; the page has said so.
fn cancel(work: &mut Work<'_>, coming: Vec<Held>) -> Result<()> {
    let by = work.caller().actor;
    for (_, reservation) in coming {
        if let Err(Stop::Store(error)) = cancellation::with_mail(work, &reservation, by) {
            return Err(error);
        }
    }
    Ok(())
}
