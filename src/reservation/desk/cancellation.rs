//! Cancelling a visit at the desk: until the consultation begins, with a reason.

use super::change::{SeenVisit, as_seen, store_and_tell};
use super::insistence::Insisted;
use super::model::{DeskAct, NotAtDesk};
use super::told::take_back;
use crate::clinic::Clinic;
use crate::reservation::model::Reservation;
use crate::reservation::status::Status;
use crate::work::{Outcome, Refuse, Work};

/// Cancels a visit before the consultation begins, and gives its place back. The patient is told by mail, if `tell` says so and
/// they have an address.
///
/// # Errors
/// Refused without a reason, when the visit was cancelled already, or once the consultation has begun.
pub fn cancel(
    work: &mut Work<'_>,
    clinic: &Clinic,
    visit: &SeenVisit,
    reason: &str,
    tell: bool,
) -> Outcome<Reservation, NotAtDesk> {
    let old = as_seen(work, visit)?;
    match old.status {
        Status::Cancelled { .. } => return Err(NotAtDesk::Cancelled).or_refuse(),
        Status::InConsultation | Status::Fulfilled => return Err(NotAtDesk::Begun).or_refuse(),
        Status::Booked | Status::Arrived | Status::NoShow => {}
    }
    if reason.is_empty() {
        return Err(NotAtDesk::NoReason).or_refuse();
    }
    let before = take_back(work, &old)?;
    let (act, reason) = (DeskAct::Cancelled { from: old.status }, Some(reason.to_owned()));
    let status = Status::Cancelled { at: work.now(), by: Some(work.caller().actor) };
    let new = Reservation { status, reminder: None, ..old };
    let new = new.noting(work, act, Insisted { reason, against: Vec::new() });
    store_and_tell(work, clinic, before, new, tell, "cancelled")
}
