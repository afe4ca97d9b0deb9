//! Keeping a slot for somebody who is typing. A hold is a courtesy; nothing relies on one.

use super::availability::{Offer, Reason};
use super::query::{Asker, free};
use super::rows;
use super::slot::{Slot, WantedSlot};
use crate::clock::Moment;
use crate::work::{Outcome, Work};

/// Keeps a slot for a booking under way until a moment, if it is free. Without one, the booking keeps none of that day.
///
/// # Errors
/// Refused when the slot cannot be booked.
pub fn hold(
    work: &mut Work<'_>,
    offer: Offer<'_>,
    asker: Asker<'_>,
    wanted: WantedSlot,
    until: Option<Moment>,
) -> Outcome<Slot, Reason> {
    let asker = Asker { key: Some(wanted.key), ..asker };
    let slot = free(work, offer, asker, wanted)?;
    match until {
        Some(until) => rows::hold(work, &offer.clinic.id, wanted.key, &slot, until)?,
        None => rows::release(work, &offer.clinic.id, wanted.key, &slot)?,
    }
    Ok(slot)
}
