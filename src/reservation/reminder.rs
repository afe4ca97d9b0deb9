//! Reminding patients of their visits: each due row becomes a letter or nothing, and is gone, in one write. Those who come
//! together get one letter, in which the rows of all end.
//!
//! Exactly once follows from that: after a crash a row is either still there, without its letter, or gone with it.
//! When somebody is to be reminded was decided at booking.

use super::due_reminders::{drop_reminder, due_reminders, take_reminder};
use super::letter::{self, WithUrl};
use super::model::{Reservation, ReservationId};
use super::telling::tell_others;
use super::{group, path, rows};
use crate::clinic;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::Letterhead;
use crate::store::{Error, Result};
use crate::web::Floor;
use crate::work::{Actor, Caller, Outcome, Settled, Work};
use std::convert::Infallible;
use std::sync::Arc;

/// What one go did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reminded {
    /// How many rows were due.
    pub due: usize,
    /// How many letters were written.
    pub letters: usize,
}

/// Deals with at most `limit` reminders that are due, and wakes the mail worker.
///
/// A reminder that cannot be written, because its rows are damaged or its letter is too large, is dropped and logged: it
/// must not hold up those of others.
///
/// # Errors
/// What the store says; the rows that were not dealt with are due again.
pub async fn remind(floor: &Arc<Floor>, limit: usize) -> Result<Reminded> {
    let now = floor.clock.now();
    let due = floor.store.read(now, |r| due_reminders(r, limit)).await?;
    let mut letters = 0;
    for (at, id) in &due {
        letters += usize::from(one(floor, now, (*at, *id)).await?);
    }
    if letters > 0 {
        floor.doorbell.ring();
    }
    Ok(Reminded { due: due.len(), letters })
}

/// Deals with one due row; says whether there is a letter.
async fn one(floor: &Arc<Floor>, now: Moment, row: (Moment, ReservationId)) -> Result<bool> {
    let by_itself = Caller::without_browser(Actor::System, Lang::Ja);
    match floor.work(by_itself, move |work| write(work, row)).await {
        Ok(settled) => Ok(matches!(settled, Settled::Done(true))),
        Err(error @ (Error::Corrupt { .. } | Error::TooLarge { .. })) => {
            floor.log.error("reminder_dropped").with("why", error).write();
            floor.store.write(now, move |tx| drop_reminder(tx, row)).await.map(|_| false)
        }
        Err(error) => Err(error),
    }
}

/// Takes a due row away and writes the letter to a patient who is still to come, together with those who come along on that day;
/// says whether there is one.
fn write(work: &mut Work<'_>, row: (Moment, ReservationId)) -> Outcome<bool, Infallible> {
    let now = work.now();
    let due = take_reminder(work, row)?.filter(|reservation| reservation.is_coming(now));
    let Some(reservation) = due else { return Ok(false) };
    let Some(clinic) = clinic::rows::find(work, &reservation.clinic)? else { return Ok(false) };
    let mut all = along(work, &reservation, row.0)?;
    let lang = reservation.attendee.lang;
    all.push(reservation);
    all.sort_by_key(|of| (of.slot.starts(), of.id));
    let mut with_urls: Vec<WithUrl> = Vec::with_capacity(all.len());
    for of in &all {
        let token = rows::issue_token(work, of)?;
        with_urls.push((of.clone(), work.link(&path::of_receipt(path::RECEIPT, &token.text()))));
    }
    let reminder = |head: &Letterhead, of: &[WithUrl]| letter::reminder_of_all(head, &clinic, of, now);
    let letter = reminder(&work.letterhead(lang), &with_urls);
    letter::post(work, letter.as_ref())?;
    tell_others(work, &all, reminder)?;
    Ok(true)
}

/// Deletes the due rows of everybody whom the same letter reminds. A damaged row does not keep the others from their letter.
fn along(work: &mut Work<'_>, of: &Reservation, due: Moment) -> Result<Vec<Reservation>> {
    let found = match group::reminded_along(work, of, due) {
        Err(Error::Corrupt { .. }) => Vec::new(),
        found => found?,
    };
    let mut taken = Vec::with_capacity(found.len());
    for other in found {
        taken.extend(take_reminder(work, (due, other.id))?);
    }
    Ok(taken)
}
