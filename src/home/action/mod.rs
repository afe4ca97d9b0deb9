//! The routes of what comes together for a patient: one user action a file.

mod clinic;
mod removal;
mod show;

use super::page::Held;
use super::path;
use crate::account::path::DASHBOARD;
use crate::reservation::{ReservationId, Sheet};
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

/// What is shown of these reservations, as the address says.
///
/// # Errors
/// Not found, when it names one that is not among them.
fn held(cx: &Cx, coming: Vec<Sheet>, past: Vec<Sheet>) -> Result<Held, Failure> {
    let asked = cx.query("reservation");
    let open = match asked.as_str() {
        "" => None,
        text => Some(ReservationId::parse(text).ok_or(Failure::NotFound)?),
    };
    let holds = |sheets: &[Sheet]| open.is_some_and(|id| sheets.iter().any(|sheet| sheet.reservation.id == id));
    let is_past = holds(&past);
    if open.is_some() && !is_past && !holds(&coming) {
        return Err(Failure::NotFound);
    }
    Ok(Held { open, shows_past: is_past || cx.query("past") == "1", coming, past })
}
