//! The console's tables, and the queries over them inside a given transaction.

use super::day_note::DayNote;
use crate::clinic::ClinicId;
use crate::store::{Reader, Result, Table, Tx, WatchedRows};
use time::Date;

const NOTES: Table<(ClinicId, Date), DayNote> = Table::new("console-day-note");

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 1] = [NOTES.name()];

/// What the staff share about a day; empty where nobody has written anything.
pub fn note(r: &dyn Reader, clinic: &ClinicId, day: Date) -> Result<DayNote> {
    Ok(NOTES.get(r, &(clinic.clone(), day))?.unwrap_or_default())
}

/// Stores it.
pub fn put_note(tx: &mut Tx<'_>, clinic: &ClinicId, day: Date, note: &DayNote) -> Result<()> {
    NOTES.put(tx, &(clinic.clone(), day), note)
}

/// These watched rows, and with them the note of a day.
pub fn watched(rows: WatchedRows, clinic: &ClinicId, day: Date) -> Result<WatchedRows> {
    let key = (clinic.clone(), day);
    rows.and(&NOTES, &key..=&key)
}
