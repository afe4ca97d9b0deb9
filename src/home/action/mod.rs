//! The routes of what comes together for a patient: one user action a file.

mod asked;
mod clinic;
mod device_copy;
mod removal;
mod row;
mod show;
mod ways_on;

pub use ways_on::ways_on;

use super::path;
use crate::account::path::DASHBOARD;
use crate::web::{Route, get, post};

/// All routes of the dashboard and of a patient's clinics.
pub fn routes() -> Vec<Route> {
    vec![
        get(DASHBOARD, show::show),
        get(path::DEVICE_COPY, device_copy::show),
        get(path::CLINIC, clinic::show),
        get(path::REMOVAL, removal::confirm),
        post(path::REMOVAL, removal::remove),
    ]
}
