//! What ties reservations to an account: one is made out of a booking (manual 3-1-2), and what becomes of reservations when
//! their patient has another address (4-2-1) or leaves (4-2-3).
//!
//! An address is never taken over by somebody who has not proved it; how an account is made is the account's own business.

use super::booking::{open, within};
use crate::account::{Account, AccountId, Known, Origin, Ties, Visitor, begin_sign_up, path as account_path};
use crate::clinic;
use crate::mail::EmailAddress;
use crate::person::Draft;
use crate::reservation::rows::{self, Tie};
use crate::reservation::{Booking, ReservationId, cancellation, holdings, ownership, page, path};
use crate::secret::TokenHash;
use crate::slots::BookingKey;
use crate::store::{Reader, Result, Tx};
use crate::web::{Cx, Failure, Route, post};
use crate::work::{Stop, Work};
use maud::Markup;

/// The route from 予約確定 to an account.
pub fn routes() -> Vec<Route> {
    vec![post(path::BOOKED_ACCOUNT, |cx, me| within(cx, me, begin))]
}

/// 上記の情報でアカウント作成: begins a sign-up with what was booked in this browser.
async fn begin(cx: Cx, me: Visitor) -> crate::web::Result {
    let under_way = open(&cx, &me).await?;
    // Whoever moved a reservation by the URL of a mail has not typed who it is for.
    let id = under_way.booking.booked.filter(|_| under_way.moving.is_none()).ok_or(Failure::NotFound)?;
    let reservation = cx.read(|r| rows::find(r, id)).await?.ok_or(Failure::NotFound)?;
    // It is theirs already, or is not to be made anybody else's.
    if me.account.is_some() || reservation.link.is_some() {
        return Ok(cx.done(account_path::DASHBOARD));
    }
    let address = reservation.visitor.address;
    let proved = under_way.booking.proved.is_some_and(|proved| proved.key() == address.key());
    let person = Draft::of(&reservation.visitor.person);
    let known = Known { address, person, origin: Origin(id.text()) };
    let (visitor, key) = (cx.visitor(), under_way.key);
    let take = move |work: &mut Work<'_>, next: TokenHash| take_proof(work, (visitor, key), next);
    begin_sign_up(&cx, known, proved.then_some(take)).await
}

/// Takes the proof of an address out of a booking, so that it begins one sign-up, and hands the booking on to the
/// browser's next token. Says whether the proof was still there.
fn take_proof(tx: &mut Tx<'_>, (visitor, key): (TokenHash, BookingKey), next: TokenHash) -> Result<bool> {
    let Some(booking) = rows::booking(tx, visitor, key)?.filter(|booking| booking.proved.is_some()) else {
        return Ok(false);
    };
    rows::end_booking(tx, visitor, key, &booking)?;
    rows::put_booking(tx, next, key, &Booking { proved: None, ..booking })?;
    Ok(true)
}

/// The ties of reservations to accounts.
pub struct Reservations;

impl Ties for Reservations {
    fn made(&self, tx: &mut Tx<'_>, account: &Account, origin: &Origin) -> Result<()> {
        let Some(id) = ReservationId::parse(&origin.0) else { return Ok(()) };
        // It was booked with the very address that the account has proved; a reservation of another one stays where it is.
        let booked_with = rows::find(tx, id)?.map(|reservation| reservation.visitor.address.key());
        if booked_with == Some(account.address.key()) {
            ownership::adopt(tx, id, account.id)?;
            // It is seen by whoever signs in from now on, and by no older token of the browser that booked it.
            rows::forget_bookings(tx, Tie::Reservation(id))?;
        }
        Ok(())
    }

    fn moved(&self, tx: &mut Tx<'_>, account: &Account, former: &EmailAddress) -> Result<()> {
        ownership::readdress(tx, account, former)
    }

    fn leaving(&self, cx: &Cx, r: &dyn Reader, account: AccountId) -> Result<Markup> {
        Ok(page::leaving::show(cx, &holdings::coming(r, account)?))
    }

    fn left(&self, work: &mut Work<'_>, account: &Account, cancel_coming: bool) -> Result<()> {
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
            ownership::part(work, link.id)?;
            clinic::rows::remove_link(work, account.id, &link.clinic)?;
        }
        rows::forget_bookings(work, Tie::Account(account.id))
    }
}
