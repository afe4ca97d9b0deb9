//! When those who book for a minor are told that the person's own word is needed from full age on: a row for each, so that nobody is
//! looked for.

use super::booking_right::{FULL_AGE, told_on};
use super::model::AccountId;
use crate::clock::Moment;
use crate::person::{self, PersonId};
use crate::store::{Reader, Result, Table, Tx};
use time::{Date, Time, UtcOffset};

/// By when it is due. The account is who books for the person where they are not shared.
pub(super) const DUE: Table<(Moment, PersonId), AccountId> = Table::new("coming-of-age");

/// Japan's offset, and the hour at which mails are read.
const JST: UtcOffset = match UtcOffset::from_hms(9, 0, 0) {
    Ok(offset) => offset,
    Err(_) => UtcOffset::UTC,
};
const HOUR: i64 = 9;

/// When it is due for somebody who was born then.
pub(super) fn due(born: Date) -> Moment {
    let midnight = told_on(born).with_time(Time::MIDNIGHT).assume_offset(JST);
    Moment::from_millis(midnight.unix_timestamp() * 1000).plus_hours(HOUR)
}

/// Notes that an account books for a minor; nothing is noted of an adult.
pub(super) fn note(tx: &mut Tx<'_>, account: AccountId, id: PersonId, born: Date) -> Result<()> {
    if person::has_reached(born, FULL_AGE, tx.now().jst_date()) {
        return Ok(());
    }
    DUE.put(tx, &(due(born), id), &account)
}

/// Notes it of a minor who was stored before there were such notes. Whose day has passed was told, or is on the pages.
///
/// # Errors
/// What the store says.
pub fn note_belated(tx: &mut Tx<'_>, account: AccountId, id: PersonId, born: Date) -> Result<()> {
    let row = (due(born), id);
    if tx.now() < row.0 && DUE.get(tx, &row)?.is_none() {
        DUE.put(tx, &row, &account)?;
    }
    Ok(())
}

/// Notes that nobody is to be told any more.
pub(super) fn drop_note(tx: &mut Tx<'_>, id: PersonId, born: Date) -> Result<bool> {
    DUE.delete(tx, &(due(born), id))
}

/// What is due by now, at most so many.
///
/// # Errors
/// What the store says.
pub fn due_by_now(r: &dyn Reader, limit: usize) -> Result<Vec<(Moment, PersonId)>> {
    let now = r.now();
    let first = DUE.keys(r, .., limit)?;
    Ok(first.into_iter().take_while(|(due, _)| *due <= now).collect())
}

/// Takes a row away; gives the account that it names.
///
/// # Errors
/// What the store says.
pub fn take(tx: &mut Tx<'_>, row: (Moment, PersonId)) -> Result<Option<AccountId>> {
    let account = DUE.get(tx, &row)?;
    DUE.delete(tx, &row)?;
    Ok(account)
}
