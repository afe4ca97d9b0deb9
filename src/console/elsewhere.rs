//! The visits on other days of whom the search of a day's book may mean: they are found as the box of the desk finds patients, and by
//! 予約番号.

use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::patient;
use crate::reservation::{ReservationId, rows};
use crate::slots::visits;
use crate::store::{Reader, Result};
use time::Date;

/// Somebody's visit on another day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitElsewhere {
    /// The visit.
    pub id: ReservationId,
    /// When it starts.
    pub starts: Moment,
    /// Who comes.
    pub name: String,
}

/// How many patients are looked at, and how many of their visits are shown.
const PATIENTS: usize = 5;
const SHOWN: usize = 6;

/// Those still to come, the soonest first; then past ones, the latest first.
///
/// # Errors
/// What the store says.
pub fn elsewhere(r: &dyn Reader, clinic: &ClinicId, day: Date, typed: &str) -> Result<Vec<VisitElsewhere>> {
    let mut found: Vec<VisitElsewhere> = Vec::new();
    let of_number = rows::of_number(r, clinic, typed)?;
    found.extend(of_number.map(|visit| VisitElsewhere {
        id: visit.id,
        starts: visit.slot.starts(),
        name: visit.attendee.person.full_name(),
    }));
    for patient in patient::search(r, clinic, typed, PATIENTS)? {
        let details = patient.record.details;
        for (visit, _) in visits::all_of(r, clinic, details.identity(), None)? {
            let id = visit.id.cast();
            if found.iter().all(|known| known.id != id) {
                found.push(VisitElsewhere { id, starts: visit.starts, name: details.full_name() });
            }
        }
    }
    found.retain(|visit| visit.starts.jst_date() != day);
    found.sort_by_key(|visit| (visit.starts < r.now(), r.now().seconds_since(visit.starts).abs()));
    found.truncate(SHOWN);
    Ok(found)
}
