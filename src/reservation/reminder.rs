//! Reminding patients of their visits: each due row becomes a letter or nothing, and is gone, in one write.
//!
//! Exactly once follows from that: after a crash the row is either still there, without its letter, or gone with it.
//! When somebody is to be reminded was decided at booking; how often this is called, by whoever runs it.

use super::{Reservation, ReservationId, letter, path, store as rows};
use crate::clinic;
use crate::clock::Moment;
use crate::secret::Token;
use crate::store::{Error, Result, Tx};
use crate::web::Floor;
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
    let due = floor.store.read_blocking(now, |r| rows::due_reminders(r, limit))?;
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
    let own = Arc::clone(floor);
    let written = floor.store.write(now, move |tx| match rows::take_reminder(tx, row)? {
        Some(reservation) if reservation.is_coming(now) => write(tx, &own, &reservation),
        _ => Ok(false),
    });
    match written.await {
        Err(error @ (Error::Corrupt { .. } | Error::TooLarge { .. })) => {
            floor.log.error("reminder_dropped").with("why", error).write();
            floor.store.write(now, move |tx| rows::drop_reminder(tx, row)).await.map(|_| false)
        }
        written => written,
    }
}

/// Writes the letter to a patient who is still to come; says whether there is a clinic to write for.
fn write(tx: &mut Tx<'_>, floor: &Floor, reservation: &Reservation) -> Result<bool> {
    let now = tx.now();
    let Some(clinic) = clinic::store::find(tx, &reservation.clinic)? else { return Ok(false) };
    let token = Token::mint();
    rows::put_token(tx, &token, reservation)?;
    let url = floor.config.url(&path::of_receipt(path::RECEIPT, &token.text()));
    let head = floor.letterhead(reservation.visitor.lang);
    letter::post(tx, &letter::reminder(&head, &clinic, reservation, &url, now))?;
    Ok(true)
}
