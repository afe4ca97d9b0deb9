//! The week of a day, in numbers.

use super::of_path::{day_of, offers_of};
use crate::console::page;
use crate::console::week::Week;
use crate::staff::ClinicStaff;
use crate::web::{Cx, Result};

/// The week.
pub async fn show(cx: Cx, me: ClinicStaff) -> Result {
    let (day, offers) = (day_of(&cx)?, offers_of(&cx, &me.clinic.id).await?);
    let week = cx.read(|r| Week::read(r, &offers, day)).await?;
    Ok(cx.page(page::week::show(&cx, &me.clinic, day, &week)))
}
