//! Bookings under way and the slots that they hold, until they end by themselves.
//!
//! A held slot counts as taken for everybody else. Nothing relies on it: what is booked is looked at again.

use super::tie::{self, Tie};
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::reservation::model::Slot;
use crate::reservation::occupancy::Taken;
use crate::reservation::progress::{Booking, BookingKey};
use crate::secret::TokenHash;
use crate::store::{Expiring, Reader, Result, Tx};
use std::collections::BTreeMap;
use std::ops::{Bound, RangeInclusive};
use time::Date;

const HOLDS: Expiring<(ClinicId, Date, BookingKey), Slot> = Expiring::new("reservation-hold");
const BOOKINGS: Expiring<(TokenHash, BookingKey), Booking> = Expiring::new("reservation-booking");

/// The names of both tables.
pub(super) const TABLES: [&str; 2] = [HOLDS.name(), BOOKINGS.name()];

/// For how long what was chosen and typed is kept.
const BOOKING_HOURS: i64 = 24;
/// How many bookings one visitor has under way at most; of more, the one that was left alone longest is forgotten.
const MOST_BOOKINGS: usize = 5;
/// How many holds are read at a time.
const PAGE: usize = 500;

/// Adds what is held on these days. `own` is a booking whose hold does not count.
pub(super) fn add_held(
    r: &dyn Reader,
    clinic: &ClinicId,
    days: RangeInclusive<Date>,
    own: Option<BookingKey>,
    taken: &mut BTreeMap<Date, Taken>,
) -> Result<()> {
    let mut from = Bound::Included((clinic.clone(), *days.start(), BookingKey::FIRST));
    let until = (clinic.clone(), *days.end(), BookingKey::LAST);
    // A hold was a free place when it was made, so that there are never many more of them than places.
    loop {
        let page = HOLDS.range(r, (from, Bound::Included(until.clone())), PAGE)?;
        for ((_, day, _), slot) in page.iter().filter(|((_, _, key), _)| Some(*key) != own) {
            taken.entry(*day).or_default().add(slot);
        }
        match page.into_iter().last() {
            Some((last, _)) => from = Bound::Excluded(last),
            None => return Ok(()),
        }
    }
}

/// Keeps a slot for a booking until `ends`; it counts as taken for everybody else.
pub(in crate::reservation) fn hold(
    tx: &mut Tx<'_>,
    clinic: &ClinicId,
    key: BookingKey,
    slot: &Slot,
    ends: Moment,
) -> Result<()> {
    HOLDS.put(tx, &(clinic.clone(), slot.day, key), slot.clone(), ends)
}

/// Gives a kept slot back.
pub(in crate::reservation) fn release(tx: &mut Tx<'_>, clinic: &ClinicId, key: BookingKey, slot: &Slot) -> Result<()> {
    HOLDS.delete(tx, &(clinic.clone(), slot.day, key))
}

/// A visitor's booking under way, or done not long ago.
pub fn booking(r: &dyn Reader, visitor: TokenHash, key: BookingKey) -> Result<Option<Booking>> {
    BOOKINGS.get(r, &(visitor, key))
}

/// A visitor's bookings at a clinic that are to become new reservations.
pub fn unfinished_bookings(
    r: &dyn Reader,
    visitor: TokenHash,
    clinic: &ClinicId,
) -> Result<Vec<(BookingKey, Booking)>> {
    let own = BOOKINGS.prefix(r, &visitor, MOST_BOOKINGS)?;
    let unfinished =
        |(_, booking): &(_, Booking)| booking.clinic == *clinic && booking.moving.is_none() && booking.booked.is_none();
    Ok(own.into_iter().map(|((_, key), booking)| (key, booking)).filter(unfinished).collect())
}

/// Keeps a booking under way, and gives back the slot that it held before and does not hold any more. When the visitor
/// has too many, others of theirs are forgotten with their slots.
pub fn put_booking(tx: &mut Tx<'_>, visitor: TokenHash, key: BookingKey, booking: &Booking) -> Result<()> {
    let now = tx.now();
    match BOOKINGS.get(tx, &(visitor, key))? {
        Some(before) => {
            tie::delete(tx, (visitor, key), &before)?;
            // One booking holds one slot a day, so that a new slot on the same day has taken the old one's place.
            let held = booking.slot.as_ref().filter(|_| booking.booked.is_none()).map(|slot| slot.day);
            if let Some(old) = before.slot.filter(|old| Some(old.day) != held) {
                release(tx, &before.clinic, key, &old)?;
            }
        }
        None => make_way(tx, visitor)?,
    }
    let ends = now.plus_hours(BOOKING_HOURS);
    tie::put(tx, (visitor, key), booking, ends)?;
    BOOKINGS.put(tx, &(visitor, key), booking.clone(), ends)
}

/// Forgets the booking that the visitor has left alone longest, when they cannot have one more.
fn make_way(tx: &mut Tx<'_>, visitor: TokenHash) -> Result<()> {
    let all = BOOKINGS.prefix(tx, &visitor, MOST_BOOKINGS)?;
    if all.len() < MOST_BOOKINGS {
        return Ok(());
    }
    let mut oldest = None;
    for ((_, key), booking) in all {
        let ends = BOOKINGS.ends(tx, &(visitor, key))?;
        if oldest.as_ref().is_none_or(|(first, _, _)| ends < *first) {
            oldest = Some((ends, key, booking));
        }
    }
    match oldest {
        Some((_, key, booking)) => end_booking(tx, visitor, key, &booking),
        None => Ok(()),
    }
}

/// Forgets a booking under way, and gives its slot back.
pub fn end_booking(tx: &mut Tx<'_>, visitor: TokenHash, key: BookingKey, booking: &Booking) -> Result<()> {
    if let Some(slot) = &booking.slot {
        release(tx, &booking.clinic, key, slot)?;
    }
    tie::delete(tx, (visitor, key), booking)?;
    BOOKINGS.delete(tx, &(visitor, key))
}

/// Forgets every booking that belongs to an account or became a reservation, in whichever browser, and gives their slots
/// back.
pub fn forget_bookings(tx: &mut Tx<'_>, of: Tie) -> Result<()> {
    loop {
        let page = tie::bookings(tx, of, PAGE)?;
        if page.is_empty() {
            return Ok(());
        }
        for (visitor, key) in page {
            if let Some(booking) = BOOKINGS.get(tx, &(visitor, key))?.filter(|booking| of.holds(booking)) {
                end_booking(tx, visitor, key, &booking)?;
            }
            tie::drop_entry(tx, of, (visitor, key))?;
        }
    }
}
