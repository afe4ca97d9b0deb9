//! Choosing a slot, which may be held for somebody who is typing. A hold is a courtesy; nothing relies on one.

use super::availability::Offer;
use super::query::{Asker, free};
use super::reason::Reason;
use super::rows;
use super::slot::{Slot, WantedSlot};
use crate::clock::Moment;
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
    match held_until {
        Some(until) => rows::hold(work, &offer.clinic.id, wanted.key, &slot, until)?,
        None => rows::release(work, &offer.clinic.id, wanted.key, &slot)?,
    }
    Ok(slot)
}
