//! 予約をキャンセル: asked first, then done.

use super::by_access::{already, look, refused_page, work};
use crate::reservation::access::Access;
use crate::reservation::cancellation;
use crate::reservation::change::Refusal;
use crate::reservation::page::detail::{self, DIGITS, NotPossible, WHOLE_GROUP};
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The question, for as long as there is something to ask.
pub async fn confirm(cx: Cx, access: Access) -> Result {
    let sheet = look(&cx, &access).await?;
    match sheet.reservation.may_cancel(cx.now) {
        Ok(()) => Ok(cx.page(detail::confirm(&cx, &sheet, None))),
        Err(Refusal::NotBooked) => Ok(cx.go_to(already(&access))),
        Err(Refusal::TooLate { until }) => Ok(cx.page(detail::refused(&cx, &sheet, NotPossible::Cancelling(until)))),
    }
}

/// Cancels. A second press finds that it is done.
pub async fn cancel(cx: Cx, access: Access) -> Result {
    let (digits, own) = (cx.form().get(DIGITS).to_owned(), access.clone());
    let whole_group = cx.form().has(WHOLE_GROUP);
    match work(&cx, &access, move |work| cancellation::cancel(work, &own, &digits, whole_group)).await? {
        Done(()) => {
            let done = if whole_group { "all-cancelled" } else { "cancelled" };
            Ok(cx.go_to(format!("{}?done={done}", access.ways().detail)))
        }
        Refused(why) => refused_page(&cx, &access, why, detail::confirm, NotPossible::Cancelling).await,
    }
}
