//! 元に戻す: what the staff did last is taken back on the day on which they did it. Within the minute in which its mail rests, nobody
//! is told of either.

use super::change::{SeenVisit, as_seen, new_objections, store_and_tell};
use super::insistence::Insistence;
use super::model::{DeskAct, DeskChange, KnownToPatient, NotAtDesk};
use super::told::{REST_SECONDS, take_back_untold};
use crate::clock::Moment;
use crate::reservation::model::Reservation;
use crate::reservation::status::Status;
use crate::slots::{DeskVisit, Objection, Offer, Offers, objections, with_free_unit};
use crate::store::{self, Reader};
use crate::work::{Outcome, Refuse, Work};

impl Reservation {
    /// Whether it is a booking of the staff that they took back at once, before anybody was told of it: nothing of it has to be seen any
    /// more. One that stood for longer may have been told at the desk or by phone.
    pub fn was_taken_back(&self) -> bool {
        let is_undone = |change: &DeskChange| change.undone && matches!(change.act, DeskAct::Booked(_));
        let is_untold = self.told_later.as_ref().is_some_and(|later| later.before == KnownToPatient::Nothing);
        let at_once =
            matches!(self.status, Status::Cancelled { at, .. } if at.seconds_since(self.booked) <= REST_SECONDS);
        at_once && is_untold && self.desk.iter().any(is_undone)
    }

    /// What the staff did last, if they can take it back: on the same day, and unless the visit has come further or its patient has
    /// changed it since.
    pub fn undoable(&self, now: Moment) -> Option<&DeskChange> {
        let last = self.desk.iter().rfind(|change| !change.undone && change.can_be_undone())?;
        let is_today = last.at.jst_date() == now.jst_date();
        let is_last = self
            .desk
            .iter()
            .all(|change| change.at <= last.at || matches!(change.act, DeskAct::Corrected | DeskAct::Swapped));
        let has_come_further = self.steps.iter().any(|step| last.at < step.at);
        // What the patient did since stands.
        let was_moved = self.history.last().is_some_and(|moved| last.at < moved.at);
        let was_cancelled = matches!(self.status, Status::Cancelled { at, .. } if last.at < at);
        (is_today && is_last && !has_come_further && !was_moved && !was_cancelled).then_some(last)
    }
}

/// What stands against taking this back.
fn undo_objections(
    r: &dyn Reader,
    old: &Reservation,
    offer: Offer<'_>,
    act: &DeskAct,
) -> store::Result<Vec<Objection>> {
    let slot = match act {
        DeskAct::UnitChanged { from, .. } | DeskAct::LengthChanged { from, .. } => {
            return new_objections(r, old, offer, &from.clone().asking(from.unit_name()));
        }
        DeskAct::Moved { from } => from,
        DeskAct::Cancelled { .. } => &old.slot,
        // A visit that is given up takes no place.
        _ => return Ok(Vec::new()),
    };
    let instead_of = old.holds_place().then(|| old.place());
    let person = Some(old.attendee.person.identity());
    objections(r, DeskVisit { offer, slot, person, instead_of, is_now: true })
}

/// Takes back what the staff did last. The place that it had before may have gone meanwhile: that is an objection like any other.
///
/// # Errors
/// Refused with what stands against it, or when there is nothing to take back.
pub fn undo(
    work: &mut Work<'_>,
    offers: &Offers,
    visit: &SeenVisit,
    insistence: &Insistence,
) -> Outcome<Reservation, NotAtDesk> {
    let old = as_seen(work, visit)?;
    let now = work.now();
    let change = old.undoable(now).cloned().ok_or(NotAtDesk::NothingToUndo).or_refuse()?;
    let (from, status) = match &change.act {
        DeskAct::Moved { from } | DeskAct::UnitChanged { from, .. } | DeskAct::LengthChanged { from, .. } => {
            (Some(from), old.status)
        }
        DeskAct::Cancelled { from } => (None, *from),
        DeskAct::Booked(_) => (None, Status::Cancelled { at: now, by: Some(work.caller().actor) }),
        // None of these is undoable.
        DeskAct::Undone | DeskAct::Corrected | DeskAct::Swapped => return Err(NotAtDesk::NothingToUndo).or_refuse(),
    };
    let slot = from.unwrap_or(&old.slot);
    // A menu that the clinic no longer has leaves no place to come back to.
    let offer = offers.any(&slot.menu).ok_or(NotAtDesk::NothingToUndo).or_refuse()?;
    let insisted = insistence.against(undo_objections(work, &old, offer, &change.act)?).or_refuse()?;
    let given_up = old.holds_place().then(|| old.slot.clone());
    let slot = match change.act {
        DeskAct::Moved { .. } | DeskAct::Cancelled { .. } => {
            with_free_unit(work, offer, slot.clone(), given_up.as_ref())?
        }
        // What is given up takes no place, and who had another unit or another length gets that very one again.
        _ => slot.clone(),
    };
    let before = take_back_untold(work, &old)?;
    let back = match from {
        Some(_) => old.at(work, offer, slot, &before),
        None => Reservation { slot, ..old },
    };
    let mut new = Reservation { status, ..back }.with_reminder(offer.clinic.booking.reminder, now);
    if let Some(taken_back) = new.desk.iter_mut().rfind(|one| one.at == change.at && one.act == change.act) {
        taken_back.undone = true;
    }
    let new = new.noting(work, DeskAct::Undone, insisted);
    store_and_tell(work, offer.clinic, before, new, true, "undone")
}
