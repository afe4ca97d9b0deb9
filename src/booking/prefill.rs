//! What a guest's form of 受診者 is filled in with before somebody types: what they typed for the booking from which they have
//! gone on to this one. Nothing that was typed is replaced.

use super::filled::Typed;
use super::model::Booking;
use super::rows;
use crate::clock::Moment;
use crate::person::Draft;
use crate::reservation::{self, Reservation};
use crate::secret::TokenHash;
use crate::session::flash;
use crate::slots::BookingKey;
use crate::store::{Reader, Result};
use crate::work::Work;

/// For how many minutes after booking a guest's name and address are shown in the browser, and serve for the next booking.
const NAMED_MINUTES: i64 = 30;

/// What was filled in; the page says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefilled {
    /// Phone, postal address and mail address of what the same browser has just booked.
    Contact,
    /// What was typed for another booking that is not finished.
    Unfinished,
}

/// Whether a guest's name and address are not shown in the browser any more: the device may be somebody else's by now.
pub fn is_unnamed(booked: &Reservation, now: Moment) -> bool {
    booked.booked.plus_minutes(NAMED_MINUTES) <= now
}

/// By which name it is kept from which booking a guest wants to go on.
const SOURCE: &str = "next booking of";

/// Notes that a guest goes on from a booking, so that the form of the next one is filled in from it. Nothing of one person is
/// shown to the next at a shared device unless this was pressed a few minutes ago.
///
/// # Errors
/// What the store says.
pub fn goes_along(work: &mut Work<'_>, from: BookingKey) -> Result<()> {
    let visitor = work.visitor();
    flash::leave(work, visitor, SOURCE, &from.text())
}

/// What the form of a guest who went on from another booking is filled in with, for the person at a place in the group; `None` for
/// everybody else.
///
/// # Errors
/// What the store says.
pub fn gone_along(r: &dyn Reader, visitor: TokenHash, to: &Booking, at: usize) -> Result<Option<(Typed, Prefilled)>> {
    let Some(from) = flash::find(r, visitor, SOURCE)?.and_then(|text| BookingKey::parse(&text)) else {
        return Ok(None);
    };
    let source =
        rows::booking(r, visitor, from)?.filter(|source| source.account.is_none() && source.clinic == to.clinic);
    let Some(source) = source else { return Ok(None) };
    if let Some(typed) = source.form().and_then(|form| form.typed_of(at)).filter(|_| source.is_unfinished()) {
        return Ok(Some((typed.clone(), Prefilled::Unfinished)));
    }
    // How who books is reached is asked with the first.
    if 0 < at {
        return Ok(None);
    }
    let Some(done) = source.done().filter(|_| source.form().is_some()) else { return Ok(None) };
    let booked = reservation::rows::find(r, done.reservation)?.filter(|found| found.transfers == done.transfers);
    Ok(booked.filter(|found| !is_unnamed(found, r.now())).map(|booked| {
        let person = Draft::of_contact(booked.attendee.person.contact());
        let email = booked.attendee.address.as_ref().map(ToString::to_string).unwrap_or_default();
        (Typed { person, email, ..Typed::default() }, Prefilled::Contact)
    }))
}
