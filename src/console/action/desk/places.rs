//! All times of a day that can be booked.

use crate::console::action::of_path::{day_of, offers_of};
use crate::console::page;
use crate::slots::desk_places;
use crate::staff::DeskStaff;
use crate::web::{Cx, Result};

/// The page.
pub async fn show(cx: Cx, me: DeskStaff) -> Result {
    let (day, offers) = (day_of(&cx)?, offers_of(&cx, &me.clinic.id).await?);
    let menus = cx.read(|r| desk_places(r, &offers, day, None)).await?;
    Ok(cx.page(page::desk::places::show(&cx, &me.clinic, day, &menus)))
}
