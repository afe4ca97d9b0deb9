//! 上記の情報でアカウント作成: an account is made out of what was booked in this browser.
//!
//! An address is never taken over by somebody who has not proved it.

use super::booked::booked;
use super::opened::open;
use crate::account::{KnownPerson, MaybePatient, Origin, Ties, begin_sign_up, path};
use crate::booking::model::Purpose;
use crate::booking::path as booking_path;
use crate::booking::{prefill, rows};
use crate::mail::EmailAddress;
use crate::person::Draft;
use crate::reservation::{Attendee, along_with};
use crate::secret::TokenHash;
use crate::store::{Result, Tx};
use crate::web::{Cx, Failure};
use crate::work::Work;

/// 上記の情報でアカウント作成: begins a sign-up with what was booked in this browser.
pub async fn begin(cx: Cx, me: MaybePatient, ties: &'static dyn Ties) -> crate::web::Result {
    let under_way = open(&cx, &me).await?;
    // Somebody who moved a reservation by the URL of a mail has not typed who it is for.
    under_way.booking.form().ok_or(Failure::NotFound)?;
    let reservation = booked(&cx, &under_way).await?.here().ok_or(Failure::NotFound)?;
    // It is theirs already, or is not to be made anybody else's.
    if me.account.is_some() || reservation.link.is_some() {
        return Ok(cx.go_to(path::DASHBOARD));
    }
    // The device may be somebody else's by now: the page has no such button any more, and tells no address.
    if prefill::is_unnamed(&reservation, cx.now) {
        return Ok(cx.go_to(under_way.path(booking_path::BOOKED)));
    }
    let address = reservation.attendee.address.clone().ok_or(Failure::NotFound)?;
    let proved = under_way.has_proved(&address);
    let of = address.clone();
    let along = cx.read(|r| along_with(r, &reservation)).await?;
    let all = || std::iter::once(&reservation).chain(&along).map(|of| &of.attendee);
    let is_relative = |of: &&Attendee| of.relation_to_guest(cx.now.jst_date()).is_some();
    let relatives = all().filter(is_relative).map(|of| of.person.full_name()).collect();
    // A guest who does not come along has given only a phone number and an address of their own.
    let person = match all().find(|of| !is_relative(of)).and_then(|own| own.person.person()) {
        Some(own) => Draft::of(&own),
        None => Draft::of_contact(reservation.attendee.person.contact()),
    };
    let known = KnownPerson { address, person, relatives, origin: Origin(reservation.id.text()) };
    let visitor = cx.visitor();
    let take = move |work: &mut Work<'_>| take_proof(work, visitor, &of);
    begin_sign_up(&cx, known, proved.then_some(take), ties).await
}

/// Takes the proof of an address out of all bookings of the browser, so that it begins one sign-up. Says whether the proof
/// was still there.
fn take_proof(tx: &mut Tx<'_>, visitor: TokenHash, address: &EmailAddress) -> Result<bool> {
    if !rows::proved(tx, visitor)?.iter().any(|proved| proved.is(address)) {
        return Ok(false);
    }
    for (key, mut booking, ends) in rows::bookings_of(tx, visitor)? {
        if let Purpose::New(form) = &mut booking.purpose
            && form.proved.take_if(|proved| proved.is(address)).is_some()
        {
            rows::put_until(tx, visitor, key, &booking, ends)?;
        }
    }
    Ok(true)
}
