//! The routes of what comes together for a patient: one user action a file.

mod clinic;
mod removal;
mod show;

use super::overview::Asked;
use super::path;
use crate::account::path::DASHBOARD;
use crate::reservation::ReservationId;
use crate::web::{Cx, Failure, Route, get, post};

/// All routes of the dashboard and of a patient's clinics.
pub fn routes() -> Vec<Route> {
    vec![
        get(DASHBOARD, show::show),
        get(path::CLINIC, clinic::show),
        get(path::REMOVAL, removal::confirm),
        post(path::REMOVAL, removal::remove),
    ]
}

/// What the address asks to be shown of the reservations.
///
/// # Errors
/// Not found, when it names something that is no reservation.
fn asked(cx: &Cx) -> Result<Asked, Failure> {
    let named = cx.query("reservation");
    let open = match named.as_str() {
        "" => None,
        text => Some(ReservationId::parse(text).ok_or(Failure::NotFound)?),
    };
    Ok(Asked { open, past: cx.query("past") == "1" })
}
