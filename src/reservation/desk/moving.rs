//! Moving a visit at the desk, to any time and any menu. The old place is given up in the write that takes the new one.

use super::change::{SeenVisit, as_seen, new_objections, store_and_tell};
use super::insistence::Insistence;
use super::model::{DeskAct, KnownToPatient, NotAtDesk};
use super::told::take_back;
use crate::reservation::booked_menu::BookedMenu;
use crate::reservation::model::{Deadlines, Moved, Reservation};
use crate::slots::{DeskVisit, Objection, Offer, Slot, objections, with_free_unit};
use crate::store::{self, Reader};
use crate::work::{Outcome, Refuse, Work};

/// Where the staff move a visit.
#[derive(Clone, Debug)]
pub struct DeskMove {
    /// The visit.
    pub visit: SeenVisit,
    /// The new slot.
    pub slot: Slot,
    /// Why it is moved there all the same.
    pub insistence: Insistence,
    /// Whether the patient is told by mail, where they have an address.
    pub tell: bool,
}

/// Moves a visit. One that is there already stays as it is.
///
/// # Errors
/// Refused with what stands against it.
pub fn reschedule(work: &mut Work<'_>, offer: Offer<'_>, wanted: &DeskMove) -> Outcome<Reservation, NotAtDesk> {
    let old = as_seen(work, &wanted.visit)?;
    if !old.is_booked() {
        return Err(NotAtDesk::Cancelled).or_refuse();
    }
    if !old.is_expected() {
        return Err(NotAtDesk::Begun).or_refuse();
    }
    if old.slot.is_same(&wanted.slot) {
        return Ok(old);
    }
    let insisted = wanted.insistence.against(move_objections(work, &old, offer, &wanted.slot)?).or_refuse()?;
    let before = take_back(work, &old)?;
    let keeps_time = old.slot.starts_with(&wanted.slot);
    let owes = keeps_time && before.lacks(&old.slot);
    let slot = wanted.slot.clone().with_unit_of(Some(&old.slot));
    let slot = match keeps_time && slot.unit.is_some() {
        true => slot.asked_as(&old.slot),
        false => with_free_unit(work, offer, slot, Some(&old.slot))?,
    };
    let act = act(&old.slot, &slot);
    let new = old.at(work, offer, slot, &before);
    let new = new.with_reminder(offer.clinic.booking.reminder, work.now()).noting(work, act, insisted);
    // Another length is news to nobody, but what is still to be told is not forgotten for it.
    let tell = wanted.tell || owes;
    store_and_tell(work, offer.clinic, before, new, tell, "moved")
}

/// What stands against the move of a visit. Where the time stays, so does who sees the patient, unless the staff ask for another one.
///
/// # Errors
/// What the store says.
pub fn move_objections(
    r: &dyn Reader,
    old: &Reservation,
    offer: Offer<'_>,
    slot: &Slot,
) -> store::Result<Vec<Objection>> {
    if old.slot.starts_with(slot) {
        let unit = slot.asked_unit().or(old.slot.unit_name().filter(|_| slot.pool == old.slot.pool));
        return new_objections(r, old, offer, &slot.clone().asking(unit));
    }
    let person = Some(old.attendee.person.identity());
    objections(r, DeskVisit { offer, slot, person, instead_of: Some(old.place()), is_now: false })
}

/// What the move is.
fn act(old: &Slot, new: &Slot) -> DeskAct {
    let from = old.clone();
    match old.starts_with(new) {
        false => DeskAct::Moved { from },
        true if old.minutes != new.minutes => DeskAct::LengthChanged { from, to: new.minutes },
        true => DeskAct::UnitChanged { from, to: new.unit_name().cloned() },
    }
}

impl Reservation {
    /// The reservation in another slot, with the reminder that it had. A time that its patient was never told of leaves no trace in what they are told next.
    pub(super) fn at(mut self, work: &Work<'_>, offer: Offer<'_>, slot: Slot, before: &KnownToPatient) -> Self {
        let (now, by) = (work.now(), work.caller().actor);
        let known = match before {
            KnownToPatient::Booked(known) => known.clone(),
            KnownToPatient::Nothing | KnownToPatient::Cancelled => self.slot.clone(),
        };
        if !known.is_told_as(&self.slot) {
            self.history.pop();
        }
        if !known.is_told_as(&slot) {
            self.remember(Moved { from: known, at: now, by: Some(by) });
        }
        let deadlines = match slot.starts_with(&self.slot) {
            true => self.deadlines,
            false => Deadlines::of(offer.menu, slot.starts()),
        };
        let service = match slot.menu == self.slot.menu {
            true => self.service,
            false => BookedMenu::of(offer, self.service.visit),
        };
        Self { slot, service, deadlines, ..self }
    }
}
