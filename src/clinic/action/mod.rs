//! The clinic's routes: one user action a file.

mod own_data;
mod picture;
mod poster;
mod register;

pub use own_data::section as own_data;
pub use register::{on_dashboard, signing_in_for};

use super::path;
use crate::web::{Route, get, post};

/// All routes of the clinic.
pub fn routes() -> Vec<Route> {
    vec![
        get(path::REGISTRATION, register::show),
        post(path::REGISTRATION, register::register),
        get(path::POSTER, poster::show),
        get(path::QR_SVG, poster::svg),
        get(path::QR_PNG, poster::png),
        get(path::PICTURE, picture::show),
    ]
}
