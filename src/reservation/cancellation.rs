//! 予約をキャンセル: the reservation is cancelled, its place is given back, and the patient is told by mail.

use super::access::{Access, NotDone};
use super::change::Refusal;
use super::model::Reservation;
use super::{ledger, letter};
use crate::clinic;
use crate::work::{Outcome, Refuse, Work};

/// Cancels the reservation that is opened by `access`; `digits` is what was typed to prove it.
///
/// # Errors
/// Refused by its deadline, or when nothing is proved; denied when it is not there.
pub fn cancel(work: &mut Work<'_>, access: &Access, digits: &str) -> Outcome<Reservation, NotDone> {
    let old = access.admit::<NotDone>(work, digits)?;
    with_mail(work, &old).map_err(|stop| stop.map(NotDone::Refused))
}

/// Cancels a reservation, as read in this work, and tells it to the address that it was booked with.
///
/// # Errors
/// Refused by its deadline.
pub fn with_mail(work: &mut Work<'_>, old: &Reservation) -> Outcome<Reservation, Refusal> {
    let new = ledger::cancel(work, old)?.or_refuse()?;
    if let Some(clinic) = clinic::rows::find(work, &new.clinic)? {
        let head = work.letterhead(new.visitor.lang);
        letter::post(work, &letter::cancelled(&head, &clinic, &new))?;
    }
    Ok(new)
}
