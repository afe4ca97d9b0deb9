//! 予約台帳 of a day as a grid.

use super::of_path::{day_of, offers_of};
use crate::console::book::DayBook;
use crate::console::grid::DayGrid;
use crate::console::page;
use crate::slots::desk_places;
use crate::staff::ClinicStaff;
use crate::web::{Cx, Result};

/// The page.
pub async fn show(cx: Cx, me: ClinicStaff) -> Result {
    let (day, offers) = (day_of(&cx)?, offers_of(&cx, &me.clinic.id).await?);
    let may_change = me.role.changes_bookings();
    let (book, menus) = cx
        .read(|r| {
            let menus = if may_change { desk_places(r, &offers, day, None)? } else { Vec::new() };
            Ok((DayBook::read(r, &me.clinic.id, day)?, menus))
        })
        .await?;
    let grid = DayGrid::of(&book, &menus, &offers);
    Ok(cx.page(page::grid::show(&cx, &book, &grid, &me)))
}
