//! The reservation's routes: one user action a file. Both kinds of visitors go the same ways through an `Access`.

mod account;
mod attach;
mod by_access;
mod calendar;
mod cancel;
mod change;
mod own_data;
mod show;

pub use account::Reservations;
pub use by_access::{by_holder, by_patient, of_path, refused_page, work};
pub use own_data::section as own_data;

use super::path;
use crate::web::{Route, get, post};

/// The routes below `/reservations` and `/r`.
pub fn routes() -> Vec<Route> {
    vec![
        get(path::RESERVATION, |cx, me| by_patient(cx, me, show::show)),
        get(path::CANCELLATION, |cx, me| by_patient(cx, me, cancel::confirm)),
        post(path::CANCELLATION, |cx, me| by_patient(cx, me, cancel::cancel)),
        get(path::CALENDAR, |cx, me| by_patient(cx, me, calendar::file)),
        get(path::RECEIPT, |cx, anyone| by_holder(cx, anyone, show::show)),
        get(path::RECEIPT_CALENDAR, |cx, anyone| by_holder(cx, anyone, calendar::file)),
        get(path::RECEIPT_CANCELLATION, |cx, anyone| by_holder(cx, anyone, cancel::confirm)),
        post(path::RECEIPT_CANCELLATION, |cx, anyone| by_holder(cx, anyone, cancel::cancel)),
        get(path::ATTACHMENT, attach::show),
        post(path::ATTACHMENT, attach::attach),
        get(path::RECEIPT_CHANGE, |cx, anyone| by_holder(cx, anyone, change::ask)),
    ]
}
