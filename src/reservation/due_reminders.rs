//! The reminders that are due, as their rows have them.

use super::model::{Reservation, ReservationId};
use super::rows::{REMINDERS, RESERVATIONS, find};
use crate::clock::Moment;
use crate::store::{Reader, Result, Tx};

/// At most `limit` reservations whose patients are to be reminded by now.
pub fn due_reminders(r: &dyn Reader, limit: usize) -> Result<Vec<(Moment, ReservationId)>> {
    let now = r.now();
    let until = (Moment::from_millis(now.millis().saturating_add(1)), ReservationId::FIRST);
    Ok(REMINDERS.range(r, ..until, limit)?.into_iter().map(|(key, ())| key).collect())
}

/// Takes a reminder off the list; says whether it was on it.
pub(super) fn drop_reminder(tx: &mut Tx<'_>, row: (Moment, ReservationId)) -> Result<bool> {
    REMINDERS.delete(tx, &row)
}

/// Takes a reminder off the list and gives its reservation, which from then on waits for none. `None` when somebody else
/// took it, or the reservation is to be reminded at another moment.
pub(super) fn take_reminder(tx: &mut Tx<'_>, row: (Moment, ReservationId)) -> Result<Option<Reservation>> {
    let (due, id) = row;
    if !drop_reminder(tx, row)? {
        return Ok(None);
    }
    let Some(reservation) = find(tx, id)?.filter(|found| found.is_expected() && found.reminder == Some(due)) else {
        return Ok(None);
    };
    // From the reminder the patient knows the visit as it stands.
    let reminded = Reservation { reminder: None, told_later: None, ..reservation };
    RESERVATIONS.put(tx, &id, &reminded)?;
    Ok(Some(reminded))
}
