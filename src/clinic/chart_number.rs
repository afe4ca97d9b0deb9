//! 診察券番号 of the people whom accounts book for, as they were typed at the last booking at a clinic.

use super::ClinicId;
use crate::account::care;
use crate::person::PersonId;
use crate::store::{Finding, Reader, Result, Table, Tx};

pub(super) const NUMBERS: Table<(PersonId, ClinicId), String> = Table::new("chart-number");

/// The most characters of a number.
pub const LONGEST: usize = 20;

/// More clinics than a person goes to.
const MOST: usize = 1_000;

/// The number of a person at a clinic, if one was given there.
pub fn find(r: &dyn Reader, person: PersonId, clinic: &ClinicId) -> Result<Option<String>> {
    NUMBERS.get(r, &(person, clinic.clone()))
}

/// Keeps the number that was given for a person at a clinic.
pub fn put(tx: &mut Tx<'_>, person: PersonId, clinic: &ClinicId, number: &str) -> Result<()> {
    NUMBERS.put(tx, &(person, clinic.clone()), &number.to_owned())
}

/// Forgets the numbers of a person.
pub fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    for (key, _) in NUMBERS.prefix(tx, &person, MOST)? {
        NUMBERS.delete(tx, &key)?;
    }
    Ok(())
}

/// Gives the numbers of a person to another one, who turned out to be the same; those that the other one has stay.
pub fn pass_on(tx: &mut Tx<'_>, from: PersonId, to: PersonId) -> Result<()> {
    for ((_, clinic), number) in NUMBERS.prefix(tx, &from, MOST)? {
        if find(tx, to, &clinic)?.is_none() {
            put(tx, to, &clinic, &number)?;
        }
    }
    forget(tx, from)
}

/// Whether each number is of somebody for whom an account books, for `mypage check`.
///
/// # Errors
/// When a row cannot be read.
pub fn check_people(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut found = Vec::new();
    NUMBERS.each(r, |(person, _), _| {
        if !care::is_known(r, *person)? {
            found.push(NUMBERS.finding("is of a person who is not there"));
        }
        Ok(())
    })?;
    Ok(found)
}
