//! What is taken of a clinic's days: one row a day for the places, one a person for the limit of visits, one for the interval
//! between them (`visits`), and the slots that bookings under way hold.
//!
//! A place is taken in the row of its day, which the booking has read, so that two bookings of the last one cannot both be
//! stored. A held slot counts as taken for everybody else. Nothing relies on it: what is booked is looked at again.

use super::occupancy::Taken;
use super::offer::Offer;
use super::place::{Place, PlaceId};
use super::slot::{BookingKey, Slot};
use super::suspension::Suspension;
use super::visits;
use crate::clinic::{ClinicId, MenuId, rows::MOST_MENUS};
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::person::Identity;
use crate::secret::TokenHash;
use crate::store::{Decoded, Expiring, Reader, Result, Table, Tx, WatchedRows};
use std::collections::BTreeMap;
use std::ops::{Bound, RangeInclusive};
use time::Date;

/// The places taken on a day; `check` compares them with what takes them.
pub const TAKEN: Table<(ClinicId, Date), Taken> = Table::new("slot-taken");
/// The same for the pages that show a month of them again and again.
static DECODED_TAKEN: Decoded<(ClinicId, Date), Taken> = Decoded::of(TAKEN);
/// The visits of a person with an address that are still to come; `check` compares them with what takes the places.
pub const COMING: Table<(ClinicId, TokenHash, MenuId), ComingVisits> = Table::new("slot-coming");
/// What the staff have stopped on a day.
const SUSPENSIONS: Table<(ClinicId, Date), Vec<Suspension>> = Table::new("slot-suspension");
const HOLDS: Expiring<(ClinicId, Date, BookingKey), Vec<Slot>> = Expiring::new("slot-hold");

/// When each visit of a person with an address starts, and what took its place.
pub type ComingVisits = Vec<(Moment, PlaceId)>;

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 4] = [TAKEN.name(), COMING.name(), visits::VISITS.name(), SUSPENSIONS.name()];

/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 1] = [HOLDS.name()];

/// How many holds are read at a time.
const PAGE: usize = 500;

impl Place<'_> {
    /// The key of [`COMING`] under which its visit counts.
    pub fn coming_key(&self) -> (ClinicId, TokenHash, MenuId) {
        (self.clinic.clone(), person_key(self.person, self.address), self.slot.menu.clone())
    }
}

/// Takes a place; whether it is free has been decided in this write.
pub fn take(tx: &mut Tx<'_>, place: &Place<'_>) -> Result<()> {
    change_taken(tx, place, |taken| taken.add(place.slot))?;
    visits::add(tx, place)?;
    change_coming(tx, place, |coming| coming.push((place.slot.starts(), place.id)))
}

/// Gives a place back.
pub fn give_back(tx: &mut Tx<'_>, place: &Place<'_>) -> Result<()> {
    change_taken(tx, place, |taken| {
        taken.remove(place.slot);
    })?;
    visits::remove(tx, place)?;
    change_coming(tx, place, |coming| coming.retain(|(_, other)| *other != place.id))
}

fn change_taken(tx: &mut Tx<'_>, place: &Place<'_>, change: impl FnOnce(&mut Taken)) -> Result<()> {
    let key = (place.clinic.clone(), place.slot.day);
    let mut taken = TAKEN.get(tx, &key)?.unwrap_or_default();
    change(&mut taken);
    if taken.is_empty() { TAKEN.delete(tx, &key).map(drop) } else { TAKEN.put(tx, &key, &taken) }
}

fn change_coming(tx: &mut Tx<'_>, place: &Place<'_>, change: impl FnOnce(&mut ComingVisits)) -> Result<()> {
    let key = place.coming_key();
    let mut coming = COMING.get(tx, &key)?.unwrap_or_default();
    coming.retain(|(start, _)| place.since < *start);
    change(&mut coming);
    if coming.is_empty() { COMING.delete(tx, &key).map(drop) } else { COMING.put(tx, &key, &coming) }
}

/// Under which name the visits of a person are found that were booked with the same mail address. Without the address, anybody
/// who knows somebody's name and birthday could ask whether they are expected at the clinic.
fn person_key(person: Identity<'_>, address: Option<&EmailAddress>) -> TokenHash {
    let address = address.map(|address| address.key().to_string()).unwrap_or_default();
    TokenHash::of_text(&format!("{}\n{address}", person.text()))
}

/// The visits of a menu that a person has before them and that were booked with this address.
pub(super) fn coming_of_menu(
    r: &dyn Reader,
    clinic: &ClinicId,
    menu: &MenuId,
    person: Identity<'_>,
    address: &EmailAddress,
) -> Result<ComingVisits> {
    let now = r.now();
    let mut coming =
        COMING.get(r, &(clinic.clone(), person_key(person, Some(address)), menu.clone()))?.unwrap_or_default();
    coming.retain(|(start, _)| now < *start);
    Ok(coming)
}

/// The same of all menus of a clinic.
pub(super) fn coming_at_clinic(
    r: &dyn Reader,
    clinic: &ClinicId,
    person: Identity<'_>,
    address: &EmailAddress,
) -> Result<ComingVisits> {
    let of_person = COMING.prefix(r, &(clinic.clone(), person_key(person, Some(address))), MOST_MENUS)?;
    let mut visits: ComingVisits = of_person.into_iter().flat_map(|(_, visits)| visits).collect();
    visits.retain(|(start, _)| r.now() < *start);
    Ok(visits)
}

/// What is taken on each of these days, reservations and the holds of others, in the order of the days. `own` is a
/// booking whose hold does not count.
pub fn taken(
    r: &dyn Reader,
    clinic: &ClinicId,
    days: RangeInclusive<Date>,
    own: Option<BookingKey>,
) -> Result<BTreeMap<Date, Taken>> {
    if days.is_empty() {
        return Ok(BTreeMap::new());
    }
    let (first, last) = (*days.start(), *days.end());
    // One row a day at most.
    let limit = usize::try_from((last - first).whole_days() + 1).unwrap_or(0);
    let rows = DECODED_TAKEN.range(r, (clinic.clone(), first)..=(clinic.clone(), last), limit)?;
    let mut taken: BTreeMap<Date, Taken> =
        rows.into_iter().map(|((_, day), taken)| (day, Taken::clone(&taken))).collect();
    for ((_, day), suspended) in SUSPENSIONS.range(r, (clinic.clone(), first)..=(clinic.clone(), last), limit)? {
        taken.entry(day).or_default().suspend(suspended);
    }
    add_held(r, clinic, days, own, &mut taken)?;
    Ok(taken)
}

/// What the staff have stopped on a day, what was taken back included.
pub fn suspensions_of(r: &dyn Reader, clinic: &ClinicId, day: Date) -> Result<Vec<Suspension>> {
    Ok(SUSPENSIONS.get(r, &(clinic.clone(), day))?.unwrap_or_default())
}

/// Stores it.
pub(super) fn put_suspensions(tx: &mut Tx<'_>, clinic: &ClinicId, day: Date, all: &[Suspension]) -> Result<()> {
    SUSPENSIONS.put(tx, &(clinic.clone(), day), &all.to_vec())
}

/// With that row among those that are watched.
pub fn watched(rows: WatchedRows, clinic: &ClinicId, day: Date) -> Result<WatchedRows> {
    let key = (clinic.clone(), day);
    rows.and(&SUSPENSIONS, &key..=&key)
}

/// How many places of a menu are held on a day, with the unit that is asked for.
pub fn held(r: &dyn Reader, offer: Offer<'_>, day: Date) -> Result<u32> {
    let mut held = 0;
    let counts = |slot: &Slot| slot.menu == offer.menu.id && (offer.unit.is_none() || slot.unit_name() == offer.unit);
    each_held(r, &offer.clinic.id, day..=day, |_, _, slot| held += u32::from(counts(slot)))?;
    Ok(held)
}

/// Adds what is held on these days. `own` is a booking whose hold does not count.
fn add_held(
    r: &dyn Reader,
    clinic: &ClinicId,
    days: RangeInclusive<Date>,
    own: Option<BookingKey>,
    taken: &mut BTreeMap<Date, Taken>,
) -> Result<()> {
    each_held(r, clinic, days, |key, day, slot| {
        if Some(key) != own {
            taken.entry(day).or_default().add(slot);
        }
    })
}

fn each_held(
    r: &dyn Reader,
    clinic: &ClinicId,
    days: RangeInclusive<Date>,
    mut look: impl FnMut(BookingKey, Date, &Slot),
) -> Result<()> {
    let mut from = Bound::Included((clinic.clone(), *days.start(), BookingKey::FIRST));
    let until = (clinic.clone(), *days.end(), BookingKey::LAST);
    // A hold was a free place when it was made, so that there are never many more of them than places.
    loop {
        let page = HOLDS.range(r, (from, Bound::Included(until.clone())), PAGE)?;
        for ((_, day, key), slots) in &page {
            slots.iter().for_each(|slot| look(*key, *day, slot));
        }
        match page.into_iter().last() {
            Some((last, _)) => from = Bound::Excluded(last),
            None => return Ok(()),
        }
    }
}

/// Keeps slots of one day for a booking until `ends`, in the place of those that it held that day; they count as taken for
/// everybody else.
pub fn hold(tx: &mut Tx<'_>, clinic: &ClinicId, key: BookingKey, slots: &[Slot], ends: Moment) -> Result<()> {
    match slots.first() {
        Some(first) => HOLDS.put(tx, &(clinic.clone(), first.day, key), slots.to_vec(), ends),
        None => Ok(()),
    }
}

/// Gives back what is held for a booking on a day.
pub fn release(tx: &mut Tx<'_>, clinic: &ClinicId, key: BookingKey, day: Date) -> Result<()> {
    HOLDS.delete(tx, &(clinic.clone(), day, key))
}
