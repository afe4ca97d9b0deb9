//! Whether the words of the records are those under which they are found, for `mypage check`. Nothing is mended here.

use super::model::PatientId;
use super::rows::{BY_WORD, RECORDS};
use super::sought::words_of;
use crate::clinic::ClinicId;
use crate::store::{Finding, IndexTally, Reader, Result};
use std::iter::repeat_n;

/// Compares records and words in both directions.
///
/// # Errors
/// When a row cannot be read.
pub fn check_indexes(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut words = IndexTally::of(&BY_WORD);
    let mut misplaced = 0;
    count(r, &mut words, &mut misplaced)?;
    if !words.agrees() {
        words.look_closer();
        count(r, &mut words, &mut 0)?;
    }
    let strange = RECORDS.finding("holds a record under another's reference");
    let lacks = BY_WORD.finding("lacks a word, under which a patient is not found");
    let stray = BY_WORD.finding("names a patient who is not there or is not found by that word");
    let found = repeat_n(strange, misplaced).chain(repeat_n(lacks, words.missing()));
    Ok(found.chain(repeat_n(stray, words.strangers())).collect())
}

fn count(
    r: &dyn Reader,
    words: &mut IndexTally<(ClinicId, String, PatientId), ()>,
    misplaced: &mut usize,
) -> Result<()> {
    RECORDS.each(r, |(clinic, id), record| {
        *misplaced += usize::from(*clinic != record.clinic || *id != record.id);
        words_of(record).into_iter().try_for_each(|word| words.require(&(clinic.clone(), word, *id), &()))
    })?;
    words.find_all(r)
}
