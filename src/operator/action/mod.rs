//! The operator's routes.

mod mail;
mod show;

use super::path;
use crate::web::{Route, get, post};

/// All routes of the operator.
pub fn routes() -> Vec<Route> {
    vec![
        get(path::OPERATOR, show::show),
        get(path::MAIL, mail::show),
        post(path::MAIL, mail::set),
        post(path::TEST_MAIL, mail::try_out),
    ]
}
