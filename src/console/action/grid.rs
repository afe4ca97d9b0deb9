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
    let (book, menus) = cx
        .read(|r| {
            let menus = if me.role.changes_bookings() { desk_places(r, &offers, day)? } else { Vec::new() };
            Ok((DayBook::read(r, &me.clinic.id, day)?, menus))
        })
        .await?;
    Ok(cx.page(page::grid::show(&cx, &me.clinic, day, &DayGrid::of(&book, &menus, &offers))))
}
