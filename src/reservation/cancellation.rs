//! 予約をキャンセル: the reservation is cancelled, its place is given back, and the patient is told by mail.

use super::access::{Access, NotChanged};
use super::change::Refusal;
use super::model::Reservation;
use super::telling::tell_others;
use super::{desk, group, letter, rows};
use crate::clinic;
use crate::work::{Actor, Outcome, Refuse, Work};
use std::slice;

/// Cancels the reservation that is opened by `access`, and where the `whole_group` is meant, all that were booked with it and are
/// still to come; `digits` is what was typed to prove it. All are cancelled or none.
///
/// # Errors
/// Refused by a deadline, or when nothing is proved; denied when it is not there.
pub fn cancel(work: &mut Work<'_>, access: &Access, digits: &str, whole_group: bool) -> Outcome<(), NotChanged> {
    let old = access.admit::<NotChanged>(work, digits)?;
    let by = access.actor(work);
    let others = if whole_group { group::companions(work, &old, access.account())? } else { Vec::new() };
    let cancelled = match others.is_empty() {
        true => with_mail(work, &old, by).map(drop),
        false => together(work, &[vec![old], others].concat(), by),
    };
    cancelled.map_err(|stop| stop.map(NotChanged::Refused))
}

/// Cancels reservations that were booked together, and tells it in one mail.
fn together(work: &mut Work<'_>, of: &[Reservation], by: Actor) -> Outcome<(), Refusal> {
    let mut cancelled = Vec::with_capacity(of.len());
    for old in of {
        cancelled.push(without_mail(work, old, by)?);
    }
    let Some(first) = cancelled.first() else { return Ok(()) };
    if let Some(clinic) = clinic::rows::find(work, &first.clinic)? {
        let head = work.letterhead(first.attendee.lang);
        let letter = letter::cancelled_together(&head, &clinic, &cancelled);
        letter::post(work, letter.as_ref())?;
        tell_others(work, &cancelled, |head, own| match own {
            [(one, _)] => letter::cancelled(head, &clinic, one),
            several => {
                let several: Vec<_> = several.iter().map(|(one, _)| one.clone()).collect();
                letter::cancelled_together(head, &clinic, &several)
            }
        })?;
    }
    Ok(())
}

/// Cancels a reservation, as read in this work, and tells it to the address that it was booked with.
///
/// # Errors
/// Refused by its deadline.
pub fn with_mail(work: &mut Work<'_>, old: &Reservation, by: Actor) -> Outcome<Reservation, Refusal> {
    let new = without_mail(work, old, by)?;
    if let Some(clinic) = clinic::rows::find(work, &new.clinic)? {
        let head = work.letterhead(new.attendee.lang);
        letter::post(work, letter::cancelled(&head, &clinic, &new).as_ref())?;
        tell_others(work, slice::from_ref(&new), |head, own| letter::cancelled(head, &clinic, &own.first()?.0))?;
    }
    Ok(new)
}

/// Cancels a reservation, as read in this write, for its patient, and gives its place back.
///
/// # Errors
/// Refused when it cannot be cancelled any more.
pub fn without_mail(work: &mut Work<'_>, old: &Reservation, by: Actor) -> Outcome<Reservation, Refusal> {
    let new = old.clone().cancelled(work.now(), by).or_refuse()?;
    desk::take_back(work, old)?;
    rows::put(work, &new)?;
    work.record(new.event("cancelled", by));
    Ok(new)
}
