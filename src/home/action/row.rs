//! A row of 予約一覧 that opens or closes where it stands: it is answered alone, with the one that closes because of it.

use super::asked::Asked;
use crate::account::Patient;
use crate::home::overview;
use crate::home::page::reservations::{self as page, ListPlace};
use crate::reservation::ReservationId;
use crate::web::{Cx, Failure, Result};

/// The row of the reservation `id`, on the page of the list.
pub async fn show(cx: &Cx, me: &Patient, place: &ListPlace<'_>, asked: &Asked, id: ReservationId) -> Result {
    let open = asked.open;
    let closes = asked.former.filter(|former| *former != id && open.reservation == Some(id));
    let (row, closes) = cx
        .read(|r| {
            let row = |id| overview::row(r, me.account.id, place.only, id);
            Ok((row(id)?, closes.map(row).transpose()?.flatten()))
        })
        .await?;
    let row = row.ok_or(Failure::NotFound)?;
    Ok(cx.part(page::changed(cx, place, open, &row, closes.as_ref()), open.at(place.path)))
}
