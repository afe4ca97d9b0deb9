//! Booking: from a clinic's menus to 予約確定, and another time for what was booked.

mod begin;
mod booked;
mod calendar;
mod choose;
mod code;
mod commit;
mod confirmation;
pub mod desk;
mod filled;
mod leave;
mod look;
mod menus;
mod person;
mod step;

use crate::account::Visitor;
use crate::clinic::{self, ClinicId};
use crate::reservation::page::booking::ended;
use crate::reservation::path;
use crate::web::{Cx, Failure, Result, Route, get, post};

/// The routes below `/b`.
pub fn routes() -> Vec<Route> {
    vec![
        get(path::MENUS, menus::show),
        get(path::MENU, calendar::show),
        post(path::BOOKINGS, begin::begin),
        get(path::SLOTS, |cx, me| under_way(cx, me, calendar::within)),
        post(path::SLOTS, |cx, me| under_way(cx, me, choose::choose)),
        get(path::BOOKING, |cx, me| under_way(cx, me, person::show)),
        post(path::BOOKING, |cx, me| under_way(cx, me, person::keep)),
        get(path::CONFIRMATION, |cx, me| under_way(cx, me, confirmation::show)),
        post(path::CONFIRMATION, |cx, me| under_way(cx, me, confirmation::commit)),
        post(path::CODE, |cx, me| under_way(cx, me, code::send)),
        post(path::RELEASE, |cx, me| under_way(cx, me, leave::leave)),
        get(path::BOOKED, |cx, me| under_way(cx, me, booked::show)),
        get(path::BOOKED_CALENDAR, |cx, me| under_way(cx, me, booked::calendar)),
    ]
}

/// An action within a booking. One that was left, has ended or is somebody else's is not found, and that is said in the
/// same words for all of them, with the way to begin anew.
pub async fn under_way<F: Future<Output = Result>>(
    cx: Cx,
    me: Visitor,
    action: impl FnOnce(Cx, Visitor) -> F,
) -> Result {
    let answer = action(cx.clone(), me).await;
    let Err(Failure::NotFound) = answer else { return answer };
    let id = ClinicId::parse(cx.param("clinic")).ok_or(Failure::NotFound)?;
    let clinic = cx.read(|r| clinic::store::find(r, &id)).await?.ok_or(Failure::NotFound)?;
    Ok(cx.missing(ended::show(&cx, &clinic)))
}
