//! 予約を変更: leads into the clinic's calendar with this reservation to be moved. It stays as it is until the new time has
//! been committed there.

use super::{already, look, stopped, work};
use crate::reservation::access::Access;
use crate::reservation::change::Refusal;
use crate::reservation::page::detail::{self, DIGITS, Refused as NotNow};
use crate::reservation::{moving, path};
use crate::slots::BookingKey;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The question for the four digits, for as long as there is something to change.
pub async fn ask(cx: Cx, access: Access) -> Result {
    let sheet = look(&cx, &access).await?;
    match sheet.reservation.may_change(cx.now) {
        Ok(()) => Ok(cx.page(detail::change(&cx, &sheet, None))),
        Err(Refusal::NotBooked) => Ok(cx.done(already(&access))),
        Err(Refusal::TooLate { until }) => Ok(cx.page(detail::refused(&cx, &sheet, NotNow::Changing(until)))),
    }
}

/// Begins to choose another time.
pub async fn begin(cx: Cx, access: Access) -> Result {
    let (digits, own, key) = (cx.form().get(DIGITS).to_owned(), access.clone(), BookingKey::mint());
    match work(&cx, &access, move |work| moving::begin(work, &own, &digits, key)).await? {
        Done(of) => Ok(cx.done(path::of_booking(path::SLOTS, &of.clinic, key))),
        Refused(why) => stopped(&cx, &access, why, detail::change, NotNow::Changing).await,
    }
}
