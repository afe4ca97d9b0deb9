//! 上記の情報でアカウント作成: an account is made out of what was booked in this browser.
//!
//! An address is never taken over by somebody who has not proved it.

use super::booked::booked;
use super::opened::open;
use crate::account::{KnownPerson, MaybePatient, Origin, Ties, begin_sign_up, path};
use crate::booking::model::Purpose;
use crate::booking::rows;
use crate::person::Draft;
use crate::secret::TokenHash;
use crate::slots::BookingKey;
use crate::store::{Result, Tx};
use crate::web::{Cx, Failure};
use crate::work::Work;

/// 上記の情報でアカウント作成: begins a sign-up with what was booked in this browser.
pub async fn begin(cx: Cx, me: MaybePatient, ties: &'static dyn Ties) -> crate::web::Result {
    let under_way = open(&cx, &me).await?;
    // Somebody who moved a reservation by the URL of a mail has not typed who it is for.
    let form = under_way.booking.form().ok_or(Failure::NotFound)?;
    let reservation = booked(&cx, &under_way).await?.here().ok_or(Failure::NotFound)?;
    // It is theirs already, or is not to be made anybody else's.
    if me.account.is_some() || reservation.link.is_some() {
        return Ok(cx.go_to(path::DASHBOARD));
    }
    let address = reservation.attendee.address;
    let proved = form.proved.as_ref().is_some_and(|proved| proved.is(&address));
    let person = Draft::of(&reservation.attendee.person);
    let known = KnownPerson { address, person, origin: Origin(reservation.id.text()) };
    let (visitor, key) = (cx.visitor(), under_way.key);
    let take = move |work: &mut Work<'_>| take_proof(work, visitor, key);
    begin_sign_up(&cx, known, proved.then_some(take), ties).await
}

/// Takes the proof of a booking's address out of all bookings of the browser, so that it begins one sign-up. Says whether the
/// proof was still there.
fn take_proof(tx: &mut Tx<'_>, visitor: TokenHash, key: BookingKey) -> Result<bool> {
    let Some(taken) = rows::booking(tx, visitor, key)?.and_then(|booking| booking.proved().cloned()) else {
        return Ok(false);
    };
    for (key, mut booking, ends) in rows::bookings_of(tx, visitor)? {
        if let Purpose::New(form) = &mut booking.purpose
            && form.proved.take_if(|proved| proved.is(&taken.address)).is_some()
        {
            rows::put_until(tx, visitor, key, &booking, ends)?;
        }
    }
    Ok(true)
}
