//! Choosing another slot within a booking: what was typed stays, and the slot before is given back.

use super::begin::{count_hold, kept_until};
use super::calendar::{again, known};
use super::desk::Desk;
use super::look::{self, Wanted};
use super::step::{Stop, settle};
use crate::account::Visitor;
use crate::clinic::TimeOfDay;
use crate::reservation::page::booking::calendar::Notice;
use crate::reservation::{Reason, ledger, path, store as rows};
use crate::store::Tx;
use crate::web::{Cx, Result};
use time::Date;

/// Keeps the slot and leads on to where the booking stands; or says why not, with the next free ones.
pub async fn choose(cx: Cx, me: Visitor) -> Result {
    let desk = Desk::open(&cx, &me).await?;
    let chosen = look::slot(cx.form().get("slot"));
    let outcome = match chosen {
        Some(chosen) => {
            let context = cx.clone();
            cx.write(move |tx| settle(put(tx, &context, chosen))).await??
        }
        None => Err(Reason::NoSuchSlot),
    };
    match outcome {
        Ok(next) => Ok(cx.done(next)),
        Err(reason) => {
            let notice = Notice::Refused { reason, typed: desk.booking.typed.is_some() };
            Ok(cx.conflict(again(&cx, &desk, Wanted::after(chosen), Some(notice)).await?))
        }
    }
}

fn put(tx: &mut Tx<'_>, cx: &Cx, (day, start): (Date, TimeOfDay)) -> std::result::Result<String, Stop> {
    let desk = Desk::again(tx, cx)??;
    if desk.booking.booked.is_some() {
        return Ok(desk.path(path::BOOKED));
    }
    let offer = desk.offer()?;
    count_hold(tx, cx)??;
    let filled = known(cx, &desk);
    let kept_until = kept_until(tx, cx, &desk.shelf.clinic)?;
    let slot = ledger::hold(tx, offer, desk.asker(filled.as_ref()), (desk.key, day, start), kept_until)??;
    let mut booking = desk.booking.clone();
    if let Some(old) = booking.slot.filter(|old| old.day != slot.day) {
        rows::release(tx, &booking.clinic, desk.key, &old)?;
    }
    (booking.slot, booking.kept_until) = (Some(slot), kept_until);
    rows::put_booking(tx, cx.visitor(), desk.key, &booking)?;
    let next = if desk.moving.is_some() || filled.is_some() { path::CONFIRMATION } else { path::BOOKING };
    Ok(desk.path(next))
}
