//! Who comes, as the staff know it now: what was still to be asked for, and 診察券番号. The clinic's record says it from here on.

use super::change::{SeenVisit, as_seen};
use super::insistence::Insisted;
use super::model::{DeskAct, KnownToPatient, NotAtDesk, ToldLater};
use super::told::{take_back, tell};
use crate::clinic::Clinic;
use crate::patient::{self, PatientId, Seen};
use crate::reservation::model::{Attendee, Reservation};
use crate::reservation::rows;
use crate::store;
use crate::work::{Outcome, Work};

/// Replaces what was known of a visit's patient. A mail that still rests goes to the address as it is now.
///
/// # Errors
/// Refused when the visit has changed since it was seen.
pub fn correct(work: &mut Work<'_>, clinic: &Clinic, visit: &SeenVisit, now: &Seen) -> Outcome<Reservation, NotAtDesk> {
    let old = as_seen(work, visit)?;
    if old.attendee.seen() == *now {
        return Ok(old);
    }
    // Where the mails of an account go is the account's to say.
    let address = if old.link.is_some() { old.attendee.address.clone() } else { now.address.clone() };
    let now = Seen { address, ..now.clone() };
    let id = match old.patient {
        Some(id) => id,
        None => patient::remember(work, &old.clinic, now.clone())?,
    };
    if let Some(record) = patient::find(work, &old.clinic, id)? {
        patient::correct(work, &record, now.changed_from(&old.attendee.seen(), &record))?;
    }
    let attendee = old.attendee.clone().with(now);
    let new = readdressed(work, clinic, old, attendee, id)?.noting(work, DeskAct::Corrected, Insisted::default());
    rows::put(work, &new)?;
    work.record(new.event("attendee_changed", work.caller().actor));
    Ok(new)
}

/// The visit with this patient in the place of the one before. For another address, or another person, mails that rest are written
/// anew, the URLs of earlier ones open nothing any more, and the reminder is set again. A slip goes on opening the visit of who has
/// only said more.
pub(super) fn readdressed(
    work: &mut Work<'_>,
    clinic: &Clinic,
    old: Reservation,
    attendee: Attendee,
    patient: PatientId,
) -> store::Result<Reservation> {
    let before = &old.attendee;
    let is_same =
        attendee.person.identity() == before.person.identity() || before.person.is_completed_by(&attendee.person);
    if is_same && attendee.address == before.address {
        return Ok(Reservation { attendee, patient: Some(patient), ..old });
    }
    if is_same && before.address.is_none() {
        let new = Reservation { attendee, patient: Some(patient), ..old };
        return Ok(new.with_reminder(clinic.booking.reminder, work.now()));
    }
    let rests = old.told_later.as_ref().and_then(ToldLater::due).is_some_and(|due| work.now() < due);
    take_back(work, &old)?;
    let readdressed = old.readdressed.saturating_add(1);
    let new = Reservation { attendee, patient: Some(patient), readdressed, told_later: None, ..old };
    let mut new = new.with_reminder(clinic.booking.reminder, work.now());
    if rests {
        new.told_later = Some(tell(work, clinic, KnownToPatient::Nothing, &new)?);
    }
    Ok(new)
}
