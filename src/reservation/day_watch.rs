//! Watching a clinic's day: what an open book waits for.

use super::model::ReservationId;
use super::rows::BY_START;
use crate::clinic::{ClinicId, TimeOfDay};
use crate::store::{Result, WatchedRows};
use time::Date;

/// With a clinic's reservations of a day among the rows that are watched: whatever is stored of one takes it off its day and puts
/// it on again.
///
/// # Errors
/// What the store says.
pub fn watched(rows: WatchedRows, clinic: &ClinicId, day: Date) -> Result<WatchedRows> {
    let midnight = TimeOfDay::of_hour(0).on(day);
    let at = |moment| (clinic.clone(), moment, ReservationId::FIRST);
    rows.and(&BY_START, at(midnight)..at(midnight.plus_days(1)))
}
