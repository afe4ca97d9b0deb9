//! Leaving a booking: its slot is given back at once, and what was typed is forgotten.

use super::opened::{named_booking, open};
use crate::account::MaybePatient;
use crate::booking::under_way;
use crate::clinic::path as clinic_path;
use crate::reservation::path as reservation_path;
use crate::web::{Cx, Result};
use crate::work::Ended::Done;

/// Leaves it, and leads back to where it began.
pub async fn leave(cx: Cx, me: MaybePatient) -> Result {
    let left_behind = open(&cx, &me).await?;
    let named = named_booking(&cx)?;
    let Done(left) =
        cx.work(move |work, me: MaybePatient| under_way::leave(work, &named, me.account.as_deref())).await?;
    if !left {
        return Ok(cx.go_to(left_behind.next_path(cx.now.jst_date())));
    }
    let menus = clinic_path::of_clinic(clinic_path::MENUS, &left_behind.booking.clinic);
    Ok(match &left_behind.moving {
        Some(old) if !left_behind.is_guest() => {
            cx.go_to(reservation_path::of_reservation(reservation_path::RESERVATION, old.id))
        }
        Some(_) => cx.go_to(format!("{menus}?done=kept")),
        None => cx.go_to(format!("{menus}?done=left")),
    })
}
