//! 予約をキャンセル (manual 3-3-3): asked first, then done with its mail in one transaction.

use super::{Stop, admit, already, look, stopped};
use crate::clinic;
use crate::reservation::change::Refusal;
use crate::reservation::door::Door;
use crate::reservation::page::detail::{self, Refused};
use crate::reservation::{Reservation, ledger, letter};
use crate::store::{self, Tx};
use crate::web::{Cx, Result};

/// The question, for as long as there is something to ask.
pub async fn confirm(cx: Cx, door: Door) -> Result {
    let sheet = look(&cx, &door).await?;
    match sheet.reservation.may_cancel(cx.now) {
        Ok(()) => Ok(cx.page(detail::confirm(&cx, &sheet, None))),
        Err(Refusal::NotBooked) => Ok(cx.done(already(&door))),
        Err(Refusal::TooLate { until }) => Ok(cx.page(detail::refused(&cx, &sheet, Refused::Cancelling(until)))),
    }
}

/// Cancels. A second press finds that it is done.
pub async fn cancel(cx: Cx, door: Door) -> Result {
    let (context, way) = (cx.clone(), door.clone());
    let outcome = cx
        .write(move |tx| {
            let old = match admit(tx, &context, &way)? {
                Ok(old) => old,
                Err(stop) => return Ok(Err(stop)),
            };
            Ok(with_mail(tx, &context, &old)?.map_err(Stop::Refused))
        })
        .await?;
    match outcome {
        Ok(()) => Ok(cx.done(format!("{}?done=cancelled", door.ways().detail))),
        Err(stop) => stopped(&cx, &door, stop, detail::confirm, Refused::Cancelling).await,
    }
}

/// Cancels a reservation, and tells it to the address that it was booked with.
pub fn with_mail(tx: &mut Tx<'_>, cx: &Cx, old: &Reservation) -> store::Result<std::result::Result<(), Refusal>> {
    let new = match ledger::cancel(tx, old)? {
        Ok(new) => new,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(clinic) = clinic::store::find(tx, &new.clinic)? {
        let head = cx.floor.letterhead(new.visitor.lang);
        letter::post(tx, &letter::cancelled(&head, &clinic, &new))?;
    }
    Ok(Ok(()))
}
