//! What changes at the desk have in common: they are made to the reservation that was seen and are noted with it, and most are told
//! to its patient.

use super::insistence::Insisted;
use super::model::{DeskAct, DeskChange, KnownToPatient, NotAtDesk};
use super::told::{tell, untold};
use crate::clinic::{Clinic, ClinicId};
use crate::reservation::attendance;
use crate::reservation::model::{Reservation, ReservationId};
use crate::reservation::rows;
use crate::slots::{DeskVisit, Objection, Offer, Slot, objections, objections_beyond};
use crate::store::{self, Reader};
use crate::work::{Denied, Outcome, Refuse, Work};

/// How many changes are kept with a reservation: a row holds a bounded story.
const MOST_CHANGES: usize = 20;

/// Which reservation the staff change, as they saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenVisit {
    /// At which clinic they work.
    pub clinic: ClinicId,
    /// The reservation.
    pub id: ReservationId,
    /// Its [`Reservation::sequence`] when the page was shown.
    pub sequence: u32,
}

/// That reservation.
///
/// # Errors
/// Refused when it has changed since; denied when it is not one of the clinic's.
pub(super) fn as_seen(work: &Work<'_>, seen: &SeenVisit) -> Outcome<Reservation, NotAtDesk> {
    let found = attendance::of_clinic(work, &seen.clinic, seen.id)?.ok_or(Denied::NotFound)?;
    match found.sequence == seen.sequence {
        true => Ok(found),
        false => Err(NotAtDesk::Changed).or_refuse(),
    }
}

/// What stands against another unit or another length of a visit that keeps its time, and did not stand against the visit before.
///
/// # Errors
/// What the store says.
pub(super) fn new_objections(
    r: &dyn Reader,
    old: &Reservation,
    offer: Offer<'_>,
    slot: &Slot,
) -> store::Result<Vec<Objection>> {
    let person = Some(old.attendee.person.identity());
    let instead_of = old.holds_place().then(|| old.place());
    let visit = |slot| DeskVisit { offer, slot, person, instead_of, is_now: true };
    let before = old.slot.clone().asking(old.slot.unit_name());
    let stood = objections(r, visit(&before))?;
    let mut new = objections(r, visit(slot))?;
    new.retain(|one| !stood.contains(one));
    for one in objections_beyond(r, visit(slot), old.slot.minutes)? {
        // Of a kind, what is said of the whole visit says it of its end as well.
        if new.iter().all(|known| known.word() != one.word()) {
            new.push(one);
        }
    }
    Ok(new)
}

/// Stores a reservation that the staff have changed, and writes the mails that rest.
pub(super) fn store_and_tell(
    work: &mut Work<'_>,
    clinic: &Clinic,
    before: KnownToPatient,
    mut new: Reservation,
    wants_mail: bool,
    what: &'static str,
) -> Outcome<Reservation, NotAtDesk> {
    new.told_later = Some(match wants_mail {
        true => tell(work, clinic, before, &new)?,
        false => untold(before),
    });
    rows::put(work, &new)?;
    work.record(new.event(what, work.caller().actor));
    Ok(new)
}

impl Reservation {
    /// With what the staff did, noted as they insisted on it. Calendars take the entry for a newer one.
    pub(super) fn noting(mut self, work: &Work<'_>, act: DeskAct, insisted: Insisted) -> Self {
        let Insisted { reason, against } = insisted;
        self.desk.push(DeskChange { act, at: work.now(), staff: work.caller().staff, reason, against, undone: false });
        if self.desk.len() > MOST_CHANGES {
            self.desk.remove(0);
        }
        let sequence = self.sequence.saturating_add(1);
        Self { sequence, ..self }
    }
}
