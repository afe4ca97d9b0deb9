//! The console's tables, and the queries over them inside a given transaction.

use super::day_closing::DayClosings;
use super::day_note::DayNote;
use super::patient_call::PatientCall;
use crate::clinic::ClinicId;
use crate::reservation::{Reservation, ReservationId};
use crate::store::{Expiring, Reader, Result, Table, Tx, WatchedRows};
use time::Date;

const NOTES: Table<(ClinicId, Date), DayNote> = Table::new("console-day-note");
const CLOSINGS: Table<(ClinicId, Date), DayClosings> = Table::new("console-day-closing");
const CALLS: Expiring<(ClinicId, ReservationId), PatientCall> = Expiring::new("console-patient-call");

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 2] = [NOTES.name(), CLOSINGS.name()];

/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 1] = [CALLS.name()];

/// What the staff share about a day; empty where nobody has written anything.
pub fn note(r: &dyn Reader, clinic: &ClinicId, day: Date) -> Result<DayNote> {
    Ok(NOTES.get(r, &(clinic.clone(), day))?.unwrap_or_default())
}

/// Stores it.
pub fn put_note(tx: &mut Tx<'_>, clinic: &ClinicId, day: Date, note: &DayNote) -> Result<()> {
    NOTES.put(tx, &(clinic.clone(), day), note)
}

/// How a day was closed; empty where it was not.
pub fn closings(r: &dyn Reader, clinic: &ClinicId, day: Date) -> Result<DayClosings> {
    Ok(CLOSINGS.get(r, &(clinic.clone(), day))?.unwrap_or_default())
}

/// Stores it.
pub fn put_closings(tx: &mut Tx<'_>, clinic: &ClinicId, day: Date, closings: &DayClosings) -> Result<()> {
    CLOSINGS.put(tx, &(clinic.clone(), day), closings)
}

/// When the staff called the patient of a visit last, until it begins.
pub fn call(r: &dyn Reader, clinic: &ClinicId, id: ReservationId) -> Result<Option<PatientCall>> {
    CALLS.get(r, &(clinic.clone(), id))
}

/// Stores it.
pub fn put_call(tx: &mut Tx<'_>, of: &Reservation, call: PatientCall) -> Result<()> {
    CALLS.put(tx, &(of.clinic.clone(), of.id), call, of.slot.starts())
}

/// These watched rows, and with them the note of a day and how it was closed.
pub fn watched(rows: WatchedRows, clinic: &ClinicId, day: Date) -> Result<WatchedRows> {
    let key = (clinic.clone(), day);
    rows.and(&NOTES, &key..=&key)?.and(&CLOSINGS, &key..=&key)
}
