//! Keeping what was typed of 受診者, right or wrong, and looking at it together with the slot.

use super::model::{Choice, Stage, Typed};
use super::next::Next;
use super::under_way::{BookingRef, UnderWay};
use super::{limits, proof};
use crate::account::Account;
use crate::slots::{self, Reason, WantedSlot};
use crate::work::{Denied, Outcome, Stop, Work};

/// Keeps what was typed. When `goes_on` and it is right, the slot is kept anew for that very person, and a guest's code is
/// mailed, which is `minted`. Says which page is next.
///
/// # Errors
/// Refused when the slot cannot be booked for that person; what was typed is kept all the same.
pub fn keep(
    work: &mut Work<'_>,
    named: &BookingRef,
    account: Option<&Account>,
    typed: &Typed,
    goes_on: bool,
    minted: &str,
) -> Outcome<Next, Reason> {
    let (now, today) = (work.now(), work.now().jst_date());
    let mut under_way = UnderWay::find(work, named, account)?;
    if under_way.booking.done().is_some() {
        return Ok(under_way.next(today));
    }
    limits::count_form(work)?;
    under_way.form()?.typed = Some(typed.clone());
    under_way.store(work)?;
    work.keep();
    let filled = under_way.filled(today).filter(|_| goes_on);
    let Some((filled, slot)) = filled.zip(under_way.booking.slot().cloned()) else { return Ok(under_way.next(today)) };
    limits::count_choice(work)?;
    // Where it is not kept anew, it is kept no longer than was said.
    let until = limits::count_kept_slot(work, under_way.offer()?, slot.day, under_way.booking.kept_slot(now))?;
    let until = until.or(under_way.booking.kept_until(now));
    let asker = under_way.asker(Some(&filled));
    let wanted = WantedSlot { key: under_way.key, day: slot.day, start: slot.start };
    let slot = slots::choose(work, under_way.offer()?, asker, wanted, until)?;
    under_way.booking.stage = Stage::Chosen(Choice { slot, kept_until: until });
    // The slot is this visitor's, whether or not one more mail is let through.
    under_way.store(work)?;
    work.keep();
    if let Some(address) = proof::wanted(&under_way, &filled).filter(|to| !proof::is_sent(now, &under_way, to)) {
        match proof::mail(work, &mut under_way, address, minted) {
            // 確認 says that no code could be sent, and what to do instead.
            Err(Stop::Denied(Denied::TooMany(_))) => {}
            sent => sent?,
        }
    }
    under_way.store(work)?;
    Ok(under_way.next(today))
}
