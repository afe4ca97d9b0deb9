//! 受診者の変更: a visit that was booked for the wrong person, such as a brother, becomes that of another patient of the clinic.

use super::change::{SeenVisit, as_seen};
use super::correction::readdressed;
use super::insistence::Insistence;
use super::model::{DeskAct, NotAtDesk};
use crate::patient::{self, PatientId};
use crate::reservation::model::{Attendee, Reservation};
use crate::reservation::rows;
use crate::slots::{DeskVisit, Offers, objections};
use crate::work::{Denied, Outcome, Refuse, Work};

impl Reservation {
    /// Whether it can be given to another patient: one that is under an account is for the account's own people.
    pub fn can_be_swapped(&self) -> bool {
        self.is_expected() && self.link.is_none()
    }
}

/// Gives a visit to another patient of the clinic. Its mails go where that patient's mails go, and the URLs of earlier mails open
/// nothing any more.
///
/// # Errors
/// Refused with what stands against it, or when it is under an account or over; denied when there is no such patient.
pub fn swap(
    work: &mut Work<'_>,
    offers: &Offers,
    visit: &SeenVisit,
    to: PatientId,
    insistence: &Insistence,
) -> Outcome<Reservation, NotAtDesk> {
    let old = as_seen(work, visit)?;
    if !old.can_be_swapped() {
        return Err(NotAtDesk::Begun).or_refuse();
    }
    let record = patient::find(work, &old.clinic, to)?.ok_or(Denied::NotFound)?;
    if old.patient == Some(to) {
        return Ok(old);
    }
    let person = Some(record.details.identity());
    let instead_of = Some(old.place());
    let against = match offers.any(&old.slot.menu) {
        Some(offer) => objections(work, DeskVisit { offer, slot: &old.slot, person, instead_of, is_now: true })?,
        None => Vec::new(),
    };
    let insisted = insistence.against(against).or_refuse()?;
    let new = readdressed(work, &offers.clinic, old, Attendee::of(record.seen()), to)?.noting(
        work,
        DeskAct::Swapped,
        insisted,
    );
    rows::put(work, &new)?;
    work.record(new.event("attendee_changed", work.caller().actor));
    Ok(new)
}
