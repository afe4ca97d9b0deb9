//! Whom no mail has reached, and that the staff have called them.

use super::patient_call::PatientCall;
use super::rows;
use crate::clinic::{Clinic, ClinicId};
use crate::mail::failed;
use crate::reservation::attendance::{self, NotSet};
use crate::reservation::{Reservation, ReservationId};
use crate::store::{Reader, Result};
use crate::work::{Denied, Event, Outcome, Work};
use std::collections::BTreeSet;

/// A visit about which a mail was given up.
#[derive(Clone, Debug)]
pub struct Unreached {
    /// The visit.
    pub visit: Reservation,
    /// Why, as the mail server said it.
    pub why: String,
}

/// How many mails that were given up are looked at, the newest first.
const MAILS: usize = 200;

/// Visits still to come about which a mail was given up after the patient was called last, the soonest first. Later mails about them
/// may have arrived.
///
/// # Errors
/// What the store says.
pub fn of_clinic(r: &dyn Reader, clinic: &Clinic) -> Result<Vec<Unreached>> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for mail in failed::list(r, MAILS)? {
        let Some(id) = mail.about.as_deref().and_then(ReservationId::parse).filter(|id| seen.insert(*id)) else {
            continue;
        };
        if rows::call(r, &clinic.id, id)?.is_some_and(|call| mail.at <= call.at) {
            continue;
        }
        let visit = attendance::of_clinic(r, &clinic.id, id)?.filter(|visit| visit.is_coming(r.now()));
        found.extend(visit.map(|visit| Unreached { visit, why: mail.why }));
    }
    found.sort_by_key(|one| one.visit.slot.starts());
    Ok(found)
}

/// Notes that the patient of a visit was called.
///
/// # Errors
/// Denied where the clinic has no such visit.
pub fn note_call(work: &mut Work<'_>, clinic: &ClinicId, id: ReservationId) -> Outcome<(), NotSet> {
    let visit = attendance::of_clinic(work, clinic, id)?.ok_or(Denied::NotFound)?;
    let call = PatientCall { at: work.now(), by: work.caller().staff };
    rows::put_call(work, &visit, call)?;
    work.record(Event::of("patient_called").with("clinic", clinic.as_str()).with("reservation", visit.id.text()));
    Ok(())
}
