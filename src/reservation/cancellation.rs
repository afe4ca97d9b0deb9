//! 予約をキャンセル: the reservation is cancelled, its place is given back, and the patient is told by mail.

use super::access::{Access, NotChanged};
use super::change::Refusal;
use super::model::Reservation;
use super::{letter, rows};
use crate::clinic;
use crate::work::{Actor, Outcome, Refuse, Work};

/// Cancels the reservation that is opened by `access`; `digits` is what was typed to prove it.
///
/// # Errors
/// Refused by its deadline, or when nothing is proved; denied when it is not there.
pub fn cancel(work: &mut Work<'_>, access: &Access, digits: &str) -> Outcome<Reservation, NotChanged> {
    let old = access.admit::<NotChanged>(work, digits)?;
    let by = access.actor(work);
    with_mail(work, &old, by).map_err(|stop| stop.map(NotChanged::Refused))
}

/// Cancels a reservation, as read in this work, and tells it to the address that it was booked with.
///
/// # Errors
/// Refused by its deadline.
pub fn with_mail(work: &mut Work<'_>, old: &Reservation, by: Actor) -> Outcome<Reservation, Refusal> {
    let new = without_mail(work, old, by)?;
    if let Some(clinic) = clinic::rows::find(work, &new.clinic)? {
        let head = work.letterhead(new.attendee.lang);
        letter::post(work, &letter::cancelled(&head, &clinic, &new))?;
    }
    Ok(new)
}

/// Cancels a reservation, as read in this write, for its patient, and gives its place back.
///
/// # Errors
/// Refused when it cannot be cancelled any more.
pub fn without_mail(work: &mut Work<'_>, old: &Reservation, by: Actor) -> Outcome<Reservation, Refusal> {
    let new = old.clone().cancelled(work.now(), by).or_refuse()?;
    rows::put(work, &new)?;
    work.record(new.event("cancelled", by));
    Ok(new)
}
