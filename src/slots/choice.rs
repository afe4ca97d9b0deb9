//! Choosing a slot, which may be held for somebody who is typing. A hold is a courtesy; nothing relies on one.

use super::arrangement::Spacing;
use super::asker::Asker;
use super::offer::Offer;
use super::query::{Participant, all_free, free};
use super::reason::Reason;
use super::rows;
use super::slot::{BookingKey, Slot, WantedSlot};
use crate::clinic::Clinic;
use crate::clock::Moment;
use crate::store;
use crate::work::{Outcome, Work};

/// Chooses a free slot for a booking under way. It is held for the booking until a moment; without one, the booking holds no
/// slot of that day any more.
///
/// # Errors
/// Refused when the slot cannot be booked.
pub fn choose(
    work: &mut Work<'_>,
    offer: Offer<'_>,
    asker: Asker<'_>,
    wanted: WantedSlot,
    held_until: Option<Moment>,
) -> Outcome<Slot, Reason> {
    let asker = Asker { key: Some(wanted.key), ..asker };
    let slot = free(work, offer, asker, wanted)?;
    hold(work, offer.clinic, wanted.key, std::slice::from_ref(&slot), held_until)?;
    Ok(slot)
}

/// Chooses free slots of one day for several people who come together, the first one at the wanted start. They are held as one is.
///
/// # Errors
/// Refused when they cannot all be booked.
pub fn choose_together(
    work: &mut Work<'_>,
    people: &[Participant<'_>],
    spacing: Spacing,
    wanted: WantedSlot,
    held_until: Option<Moment>,
) -> Outcome<Vec<Slot>, Reason> {
    let mut people = people.to_vec();
    people.iter_mut().for_each(|one| one.asker.key = Some(wanted.key));
    let slots = all_free(work, &people, spacing, wanted.day, wanted.start)?;
    if let Some(first) = people.first() {
        hold(work, first.offer.clinic, wanted.key, &slots, held_until)?;
    }
    Ok(slots)
}

fn hold(
    work: &mut Work<'_>,
    clinic: &Clinic,
    key: BookingKey,
    slots: &[Slot],
    until: Option<Moment>,
) -> store::Result<()> {
    match (until, slots.first()) {
        (Some(until), _) => rows::hold(work, &clinic.id, key, slots, until),
        (None, Some(first)) => rows::release(work, &clinic.id, key, first.day),
        (None, None) => Ok(()),
    }
}
