//! The tables of a clinic's records, and how one is made, corrected and found inside a given transaction.

use super::model::{PatientId, PatientRecord, Seen};
use super::sought::{beginnings, namesakes, words_of};
use crate::clinic::ClinicId;
use crate::store::{Reader, Result, Table, Tx};

pub(super) const RECORDS: Table<(ClinicId, PatientId), PatientRecord> = Table::new("patient");
/// The words under which each record is found.
pub(super) const BY_WORD: Table<(ClinicId, String, PatientId), ()> = Table::new("patient-by-word");

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 2] = [RECORDS.name(), BY_WORD.name()];

/// More people than have the same name at a clinic.
const MOST_NAMESAKES: usize = 50;

/// A record that was searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The record.
    pub record: PatientRecord,
    /// Whether what was typed is all of a word, and not only its beginning.
    pub exact: bool,
}

/// A record of the clinic.
///
/// # Errors
/// What the store says.
pub fn find(r: &dyn Reader, clinic: &ClinicId, id: PatientId) -> Result<Option<PatientRecord>> {
    RECORDS.get(r, &(clinic.clone(), id))
}

/// The record of somebody who is booked; a new one where the clinic has none of them. What it has stays as it is: anybody can
/// book under another's name.
///
/// # Errors
/// What the store says.
pub fn remember(tx: &mut Tx<'_>, clinic: &ClinicId, seen: Seen) -> Result<PatientId> {
    if let Some(known) = known(tx, clinic, &seen)? {
        return Ok(known.id);
    }
    let Seen { details, chart_number, address, lang } = seen;
    let (id, clinic, since) = (PatientId::mint(), clinic.clone(), tx.now());
    let record = PatientRecord { id, clinic, details, chart_number, address, lang, since };
    put(tx, &record)?;
    Ok(id)
}

/// Puts what the clinic's staff know of somebody in the place of what a record says.
///
/// # Errors
/// What the store says.
pub fn correct(tx: &mut Tx<'_>, before: &PatientRecord, now: Seen) -> Result<PatientRecord> {
    let Seen { details, chart_number, address, lang } = now;
    let after = PatientRecord { details, chart_number, address, lang, ..before.clone() };
    if after != *before {
        put(tx, &after)?;
    }
    Ok(after)
}

/// The record that the clinic has of somebody.
fn known(r: &dyn Reader, clinic: &ClinicId, seen: &Seen) -> Result<Option<PatientRecord>> {
    let Some(word) = namesakes(&seen.details.name, &seen.details.kana) else { return Ok(None) };
    for ((_, _, id), ()) in BY_WORD.prefix(r, &(clinic.clone(), word), MOST_NAMESAKES)? {
        if let Some(record) = find(r, clinic, id)?.filter(|record| record.is_of(&seen.details)) {
            return Ok(Some(record));
        }
    }
    Ok(None)
}

/// At most `limit` records that are meant by what was typed; those that it names exactly come first.
///
/// # Errors
/// What the store says.
pub fn search(r: &dyn Reader, clinic: &ClinicId, typed: &str, limit: usize) -> Result<Vec<Found>> {
    let mut found: Vec<Found> = Vec::new();
    for beginning in beginnings(typed, r.now().jst_date()) {
        let from = (clinic.clone(), beginning.clone(), PatientId::FIRST);
        let until = (clinic.clone(), format!("{beginning}{}", char::MAX), PatientId::LAST);
        for ((_, word, id), ()) in BY_WORD.range(r, from..=until, limit)? {
            let exact = word == beginning;
            match found.iter_mut().find(|known| known.record.id == id) {
                Some(known) => known.exact |= exact,
                None => found.extend(find(r, clinic, id)?.map(|record| Found { record, exact })),
            }
        }
    }
    found.sort_by_key(|one| !one.exact);
    found.truncate(limit);
    Ok(found)
}

fn put(tx: &mut Tx<'_>, record: &PatientRecord) -> Result<()> {
    let key = |word: String| (record.clinic.clone(), word, record.id);
    let words = words_of(record);
    if let Some(before) = find(tx, &record.clinic, record.id)? {
        for word in words_of(&before).into_iter().filter(|word| !words.contains(word)) {
            BY_WORD.delete(tx, &key(word))?;
        }
    }
    for word in words {
        BY_WORD.put(tx, &key(word), &())?;
    }
    RECORDS.put(tx, &(record.clinic.clone(), record.id), record)
}
