//! Bookings under way, until they end by themselves.

use super::model::{Booking, Details, ProvedAddress};
use super::path;
use crate::account::AccountId;
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::person::PersonId;
use crate::secret::TokenHash;
use crate::session::kept_form;
use crate::slots::{self, BookingKey};
use crate::store::{Expiring, Reader, Result, Tx};

const BOOKINGS: Expiring<(TokenHash, BookingKey), Booking> = Expiring::new("booking");
/// The bookings that were begun under an account, in whichever browser.
const BY_ACCOUNT: Expiring<(AccountId, TokenHash, BookingKey), ()> = Expiring::new("booking-by-account");

/// The names of this feature's tables, whose rows end by themselves.
pub const EXPIRING: [&str; 2] = [BOOKINGS.name(), BY_ACCOUNT.name()];

/// For how long what was chosen and typed is kept.
const BOOKING_HOURS: i64 = 24;
/// How many bookings one visitor has under way at most; of more, the one that was left alone longest is forgotten.
const MOST_BOOKINGS: usize = 5;
/// How many bookings of an account are read at a time.
const PAGE: usize = 500;

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
    let unfinished = |(_, booking): &(_, Booking)| booking.clinic == *clinic && booking.is_unfinished();
    Ok(own.into_iter().map(|((_, key), booking)| (key, booking)).filter(unfinished).collect())
}

/// Keeps a booking under way, and gives back the slot that it held before and does not hold any more. When the visitor
/// has too many, others of theirs are forgotten with their slots.
pub fn put_booking(tx: &mut Tx<'_>, visitor: TokenHash, key: BookingKey, booking: &Booking) -> Result<()> {
    match BOOKINGS.get(tx, &(visitor, key))? {
        Some(before) => {
            // One booking holds one slot a day, so that a new slot on the same day has taken the old one's place.
            let held = booking.slot().map(|slot| slot.day);
            if let Some(old) = before.slot().filter(|old| Some(old.day) != held) {
                slots::rows::release(tx, &before.clinic, key, old.day)?;
            }
        }
        None => make_way(tx, visitor)?,
    }
    let ends = tx.now().plus_hours(BOOKING_HOURS);
    put_until(tx, visitor, key, booking, ends)
}

/// Keeps a booking until `ends`.
pub fn put_until(tx: &mut Tx<'_>, visitor: TokenHash, key: BookingKey, booking: &Booking, ends: Moment) -> Result<()> {
    list_by_account(tx, visitor, key, booking.account, ends)?;
    BOOKINGS.put(tx, &(visitor, key), booking.clone(), ends)
}

/// All bookings of a visitor, done or not, with their ends.
pub fn bookings_of(r: &dyn Reader, visitor: TokenHash) -> Result<Vec<(BookingKey, Booking, Moment)>> {
    let own = BOOKINGS.prefix_with_ends(r, &visitor, MOST_BOOKINGS)?;
    Ok(own.into_iter().map(|((_, key), booking, ends)| (key, booking, ends)).collect())
}

/// Lists a booking, which is kept until `ends`, under its account. The entry is kept for longer, so that it is not written
/// anew at each step of the booking.
fn list_by_account(
    tx: &mut Tx<'_>,
    visitor: TokenHash,
    key: BookingKey,
    account: Option<AccountId>,
    ends: Moment,
) -> Result<()> {
    let Some(account) = account else { return Ok(()) };
    let entry = (account, visitor, key);
    if BY_ACCOUNT.ends(tx, &entry)?.is_some_and(|listed_until| ends <= listed_until) {
        return Ok(());
    }
    BY_ACCOUNT.put(tx, &entry, (), ends.plus_hours(BOOKING_HOURS))
}

/// The addresses that a visitor has proved within the last hour, in whichever booking: a family books one after the other.
pub fn proved(r: &dyn Reader, visitor: TokenHash) -> Result<Vec<ProvedAddress>> {
    let own = bookings_of(r, visitor)?.into_iter().filter_map(|(_, booking, _)| booking.proved().cloned());
    Ok(own.filter(|proved| r.now() < proved.ends()).collect())
}

/// Takes every code and every proof of an address from bookings under way that had ended at a moment, although the clock has been
/// set back since.
pub fn end_proofs(tx: &mut Tx<'_>, then: Moment) -> Result<()> {
    let mut over = Vec::new();
    BOOKINGS.each_live(tx, |key, booking, _| {
        if booking.form().is_some_and(|form| form.has_ended_proof(then)) {
            over.push(*key);
        }
        Ok(())
    })?;
    over.iter().try_for_each(|key| BOOKINGS.amend(tx, key, |booking| booking.end_proofs(then)))
}

/// Forgets the booking that the visitor has left alone longest, when they cannot have one more.
fn make_way(tx: &mut Tx<'_>, visitor: TokenHash) -> Result<()> {
    let all = bookings_of(tx, visitor)?;
    if all.len() < MOST_BOOKINGS {
        return Ok(());
    }
    match all.into_iter().min_by_key(|(_, _, ends)| *ends) {
        Some((key, booking, _)) => end_booking(tx, visitor, key, &booking),
        None => Ok(()),
    }
}

/// Forgets a booking under way, and gives its slot back.
pub fn end_booking(tx: &mut Tx<'_>, visitor: TokenHash, key: BookingKey, booking: &Booking) -> Result<()> {
    give_back(tx, key, booking)?;
    forget_kept_form(tx, visitor, key, booking)?;
    forget_booking(tx, visitor, key, booking)
}

/// Forgets what was typed of 受診者 and not received.
pub fn forget_kept_form(tx: &mut Tx<'_>, visitor: TokenHash, key: BookingKey, booking: &Booking) -> Result<()> {
    let people = booking.form().map_or(1, Details::people);
    for route in (0..people).map(path::person).chain([path::RELATIVE]) {
        kept_form::forget(tx, visitor, &path::of_booking(route, &booking.clinic, key))?;
    }
    Ok(())
}

/// Gives the slot of a booking back.
pub fn give_back(tx: &mut Tx<'_>, key: BookingKey, booking: &Booking) -> Result<()> {
    match booking.slot() {
        Some(slot) => slots::rows::release(tx, &booking.clinic, key, slot.day),
        None => Ok(()),
    }
}

/// Forgets a booking under way; its slot stays kept.
pub fn forget_booking(tx: &mut Tx<'_>, visitor: TokenHash, key: BookingKey, booking: &Booking) -> Result<()> {
    if let Some(account) = booking.account {
        BY_ACCOUNT.delete(tx, &(account, visitor, key))?;
    }
    BOOKINGS.delete(tx, &(visitor, key))
}

/// Forgets the bookings under way, in whichever browser, for a person whom an account books for no longer, and gives their slots
/// back. An account has far fewer than a page of them.
pub fn forget_person(tx: &mut Tx<'_>, account: AccountId, person: PersonId) -> Result<()> {
    for ((_, visitor, key), ()) in BY_ACCOUNT.stored_prefix(tx, &account, PAGE)? {
        let booking = BOOKINGS.stored(tx, &(visitor, key))?;
        if let Some(booking) = booking.filter(|booking| booking.people().any(|who| who == person)) {
            end_booking(tx, visitor, key, &booking)?;
        }
    }
    Ok(())
}

/// Forgets every booking that was begun under an account, in whichever browser, and gives their slots back: those that
/// have ended too, since what was typed in them may not have been swept yet.
pub fn forget_bookings(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    loop {
        let page = BY_ACCOUNT.stored_prefix(tx, &account, PAGE)?;
        if page.is_empty() {
            return Ok(());
        }
        for (entry, ()) in page {
            let (_, visitor, key) = entry;
            if let Some(booking) = BOOKINGS.stored(tx, &(visitor, key))? {
                end_booking(tx, visitor, key, &booking)?;
            }
            BY_ACCOUNT.delete(tx, &entry)?;
        }
    }
}
