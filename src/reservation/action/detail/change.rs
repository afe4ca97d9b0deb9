//! 予約を変更: leads into the clinic's calendar with this reservation to be moved. It stays as it is until the new time has
//! been committed there.

use super::{Stop, admit, already, look, stopped};
use crate::reservation::change::Refusal;
use crate::reservation::door::Door;
use crate::reservation::ledger::Shelf;
use crate::reservation::page::detail::{self, Refused};
use crate::reservation::{Booking, BookingKey, Moving, Reservation, path, store};
use crate::store::Tx;
use crate::web::{Cx, Result};

/// The question for the four digits, for as long as there is something to change.
pub async fn ask(cx: Cx, door: Door) -> Result {
    let sheet = look(&cx, &door).await?;
    match sheet.reservation.may_change(cx.now) {
        Ok(()) => Ok(cx.page(detail::change(&cx, &sheet, None))),
        Err(Refusal::NotBooked) => Ok(cx.done(already(&door))),
        Err(Refusal::TooLate { until }) => Ok(cx.page(detail::refused(&cx, &sheet, Refused::Changing(until)))),
    }
}

/// Begins to choose another time.
pub async fn begin(cx: Cx, door: Door) -> Result {
    let (context, way, key) = (cx.clone(), door.clone(), BookingKey::mint());
    let outcome = cx.write(move |tx| keep(tx, &context, &way, key)).await?;
    match outcome {
        Ok(of) => Ok(cx.done(path::of_booking(path::SLOTS, &of.clinic, key))),
        Err(stop) => stopped(&cx, &door, stop, detail::change, Refused::Changing).await,
    }
}

/// Keeps in the visitor's browser that this reservation is to be moved, and by which right.
fn keep(
    tx: &mut Tx<'_>,
    cx: &Cx,
    door: &Door,
    key: BookingKey,
) -> crate::store::Result<std::result::Result<Reservation, Stop>> {
    let of = match admit(tx, cx, door)? {
        Ok(of) => of,
        Err(stop) => return Ok(Err(stop)),
    };
    if let Err(refusal) = of.may_change(cx.now) {
        return Ok(Err(Stop::Refused(refusal)));
    }
    let shelf = Shelf::of(tx, &of.clinic)?;
    if shelf.is_none_or(|shelf| shelf.offer(&of.slot.menu, of.service.visit).is_none()) {
        return Ok(Err(Stop::NotOffered));
    }
    let (account, token) = match door {
        Door::Patient(account, _) => (Some(*account), None),
        Door::Holder(token) => (None, Some(token.hash())),
    };
    let moving = Some(Moving { id: of.id, token });
    let begun = Booking::begun(of.clinic.clone(), of.slot.menu.clone(), of.service.visit);
    let booking = Booking { account, moving, ..begun };
    store::put_booking(tx, cx.visitor(), key, &booking)?;
    Ok(Ok(of))
}
