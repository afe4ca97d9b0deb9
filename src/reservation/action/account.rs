//! What becomes of reservations when their patient has an account made out of one, another address, or leaves.

use crate::account::{Account, AccountId, Origin};
use crate::clinic;
use crate::mail::EmailAddress;
use crate::person::Person;
use crate::reservation::ownership::{adopt, part, readdress, rename};
use crate::reservation::{ReservationId, cancellation, holdings, letter, page, path, rows};
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

    /// What somebody has to know of what is to come who is about to change their own details.
    ///
    /// # Errors
    /// What the store says.
    pub fn changing(&self, cx: &Cx, r: &dyn Reader, account: AccountId, before: &Person) -> Result<Markup> {
        Ok(page::changing::show(cx, &holdings::coming_for(r, account, before)?))
    }

    /// Changes what is to come for somebody whose details have been changed.
    ///
    /// # Errors
    /// What the store says.
    pub fn changed(&self, work: &mut Work<'_>, account: AccountId, before: &Person, now: &Person) -> Result<()> {
        rename(work, account, before, now)
    }

    /// What somebody who is about to leave has to know of what is to come.
    ///
    /// # Errors
    /// What the store says.
    pub fn leaving(&self, cx: &Cx, r: &dyn Reader, account: AccountId) -> Result<Markup> {
        Ok(page::leaving::show(cx, &holdings::coming(r, account)?))
    }

    /// Parts reservations from an account that is removed.
    ///
    /// # Errors
    /// What the store says.
    pub fn left(&self, work: &mut Work<'_>, account: &Account, cancel_coming: bool) -> Result<()> {
        if cancel_coming {
            let by = work.caller().actor;
            for (_, reservation) in holdings::coming(work, account.id)? {
                // One whose deadline has passed stays booked; the page has said so.
                if let Err(Stop::Store(error)) = cancellation::with_mail(work, &reservation, by) {
                    return Err(error);
                }
            }
        }
        for link in clinic::rows::links(work, account.id)? {
            part(work, link.id)?;
            clinic::rows::remove_link(work, account.id, &link.clinic)?;
        }
        Ok(())
    }
}
