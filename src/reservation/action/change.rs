//! 予約を変更: leads into the clinic's calendar with this reservation to be moved. It stays as it is until the new time has
//! been committed there.

use super::by_access::{already, look};
use crate::reservation::access::Access;
use crate::reservation::change::Refusal;
use crate::reservation::page::detail::{self, NotPossible};
use crate::web::{Cx, Result};

/// The question for the four digits, for as long as there is something to change.
pub async fn ask(cx: Cx, access: Access) -> Result {
    let sheet = look(&cx, &access).await?;
    match sheet.reservation.may_change(cx.now) {
        Ok(()) => Ok(cx.page(detail::change(&cx, &sheet, None))),
        Err(Refusal::NotBooked) => Ok(cx.go_to(already(&access))),
        Err(Refusal::TooLate { until }) => Ok(cx.page(detail::refused(&cx, &sheet, NotPossible::Changing(until)))),
    }
}
