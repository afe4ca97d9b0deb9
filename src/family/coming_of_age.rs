//! Telling those who book for a minor that the person comes of age: each due row becomes letters or nothing, and is gone, in one
//! write.

use super::{letter, path};
use crate::account::coming_of_age::{due_by_now, take};
use crate::account::{self, care, share};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::copy;
use crate::person::PersonId;
use crate::session;
use crate::store::{Error, Result};
use crate::web::Floor;
use crate::work::{Actor, Caller, Outcome, Settled, Work};
use std::convert::Infallible;
use std::sync::Arc;

/// Deals with at most `limit` rows that are due, and wakes the mail worker; says how many there were.
///
/// What cannot be written, because its rows are damaged, is dropped and logged: it must not hold up the others.
///
/// # Errors
/// What the store says; the rows that were not dealt with are due again.
pub async fn tell_of_age(floor: &Arc<Floor>, limit: usize) -> Result<usize> {
    let now = floor.clock.now();
    let due = floor.store.read(now, |r| due_by_now(r, limit)).await?;
    let mut letters = 0;
    for row in &due {
        letters += one(floor, now, *row).await?;
    }
    if letters > 0 {
        floor.doorbell.ring();
    }
    Ok(due.len())
}

async fn one(floor: &Arc<Floor>, now: Moment, row: (Moment, PersonId)) -> Result<usize> {
    let by_itself = Caller::without_browser(Actor::System, Lang::Ja);
    match floor.work(by_itself, move |work| write(work, row)).await {
        Ok(Settled::Done(letters)) => Ok(letters),
        Ok(_) => Ok(0),
        Err(error @ (Error::Corrupt { .. } | Error::TooLarge { .. })) => {
            floor.log.error("coming_of_age_dropped").with("why", error).write();
            floor.store.write(now, move |tx| take(tx, row)).await.map(|_| 0)
        }
        Err(error) => Err(error),
    }
}

/// Takes a due row away and writes to everybody who books for the person and has no word of theirs; says to how many.
fn write(work: &mut Work<'_>, row: (Moment, PersonId)) -> Outcome<usize, Infallible> {
    let Some(alone) = take(work, row)? else { return Ok(0) };
    let shared = share::find(work, row.1)?;
    let accounts = shared.map_or_else(|| vec![alone], |shared| shared.accounts().collect());
    let mut letters = 0;
    for id in accounts {
        let member = care::member(work, id, row.1)?.filter(|member| member.own_word_from.is_some());
        let Some((account, of_age)) = account::find(work, id)?.zip(member.and_then(|member| member.own_word_from))
        else {
            continue;
        };
        let lang = session::standing(work, id.subject())?.map_or(Lang::Ja, |standing| standing.lang);
        let url = work.link(&path::of_member(path::OWN_WORD, row.1));
        let letter = letter::coming_of_age(&work.letterhead(lang), &account.address, of_age, &url);
        work.send(&letter)?;
        copy::keep(work, &letter)?;
        letters += 1;
    }
    Ok(letters)
}
