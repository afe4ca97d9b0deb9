//! Moving a reservation to another time inside one write: the old slot is given up in that write, or not at all. Letters are
//! written by the callers.

use super::change::Refusal;
use super::model::{Attendee, Deadlines, Reservation};
use super::{desk, rows};
use crate::account::BookingRight;
use crate::slots::{self, Asker, Offer, Reason, Slot, WantedSlot, free};
use crate::work::{Actor, Outcome, Refuse, Work};

impl Reservation {
    /// Who asks for another time for it: its patient, who would give up its place.
    pub fn asker(&self) -> Asker<'_> {
        let Attendee { person, person_id, address, .. } = &self.attendee;
        let instead_of = self.holds_place().then_some(&self.slot);
        Asker {
            person: Some(person.identity()),
            person_id: *person_id,
            address: address.as_ref(),
            key: None,
            instead_of,
            shown: None,
            right: BookingRight::Unasked,
            knows_visits: true,
        }
    }
}

/// Why a reservation was not moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMoved {
    /// It may not be, whatever the slot.
    Refused(Refusal),
    /// The new slot cannot be booked.
    Slot(Reason),
}

impl From<Refusal> for NotMoved {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Reason> for NotMoved {
    fn from(reason: Reason) -> Self {
        Self::Slot(reason)
    }
}

/// Moves a reservation, as read in this write, to another slot of its menu; the old one is given up in the same write, or
/// not at all. One that is there already stays as it is. `shown` is the slot that its patient has seen: it gets the same unit, where that
/// is still free.
///
/// # Errors
/// Refused when the reservation or the slot does not allow it.
pub fn reschedule(
    work: &mut Work<'_>,
    offer: Offer<'_>,
    old: &Reservation,
    wanted: WantedSlot,
    shown: Option<&Slot>,
    by: Actor,
) -> Outcome<Reservation, NotMoved> {
    let now = work.now();
    old.may_change(now).or_refuse()?;
    if old.clinic != offer.clinic.id || old.slot.menu != offer.menu.id {
        return Err(Reason::NoSuchSlot).or_refuse();
    }
    let asker = Asker { key: Some(wanted.key), shown, knows_visits: by != Actor::Guest, ..old.asker() };
    let slot = free(work, offer, asker, wanted)?;
    slots::rows::release(work, &old.clinic, wanted.key, slot.day)?;
    if old.slot.is_same(&slot) {
        return Ok(old.clone());
    }
    let deadlines = Deadlines::of(offer.menu, slot.starts());
    let new =
        old.clone().moved(now, by, slot, deadlines).or_refuse()?.with_reminder(offer.clinic.booking.reminder, now);
    desk::take_back(work, old)?;
    rows::put(work, &new)?;
    work.record(new.event("moved", by));
    Ok(new)
}
