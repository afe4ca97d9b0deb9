//! What the path of a request names. What is not there, or belongs to another clinic, is not found.

use crate::clinic::{ClinicId, MenuId, TimeOfDay};
use crate::console::form::{DAY, SEQUENCE};
use crate::console::path;
use crate::reservation::desk::SeenVisit;
use crate::reservation::{Reservation, ReservationId, attendance};
use crate::slots::Offers;
use crate::web::{Cx, Failure};
use crate::work::Denied;
use time::Date;

/// The day.
pub fn day_of(cx: &Cx) -> Result<Date, Denied> {
    path::parse_day(cx.param("day")).ok_or(Denied::NotFound)
}

/// The day of the date field of a page that shows a day; that of its path where none can be read.
pub fn chosen_day(cx: &Cx) -> Result<Date, Denied> {
    path::parse_day(cx.form().get(DAY)).map_or_else(|| day_of(cx), Ok)
}

/// The menu.
pub fn menu_of(cx: &Cx) -> Result<MenuId, Denied> {
    MenuId::parse(cx.param("menu")).ok_or(Denied::NotFound)
}

/// The start.
pub fn start_of(cx: &Cx) -> Result<TimeOfDay, Denied> {
    path::parse_start(cx.param("start")).ok_or(Denied::NotFound)
}

/// The id of the visit. Whether this clinic has such a visit is for the caller to ask.
pub fn visit_id_of(cx: &Cx) -> Result<ReservationId, Denied> {
    ReservationId::parse(cx.param("reservation")).ok_or(Denied::NotFound)
}

/// The visit.
///
/// # Errors
/// When this clinic has no such visit, or the store fails.
pub async fn visit_of(cx: &Cx, clinic: &ClinicId) -> Result<Reservation, Failure> {
    let id = visit_id_of(cx)?;
    cx.read(|r| attendance::of_clinic(r, clinic, id)).await?.ok_or(Failure::NotFound)
}

/// The visit as it was on the page with the form that was sent.
pub fn seen_visit_of(cx: &Cx, clinic: &ClinicId) -> Result<SeenVisit, Denied> {
    // A form that none of our pages shows counts as out of date.
    let sequence = cx.form().get(SEQUENCE).parse().unwrap_or(u32::MAX);
    Ok(SeenVisit { clinic: clinic.clone(), id: visit_id_of(cx)?, sequence })
}

/// The clinic with its menus.
///
/// # Errors
/// When the clinic is gone, or the store fails.
pub async fn offers_of(cx: &Cx, clinic: &ClinicId) -> Result<Offers, Failure> {
    cx.read(|r| Offers::of(r, clinic)).await?.ok_or(Failure::NotFound)
}
