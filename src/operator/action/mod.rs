//! The operator's routes.

mod show;

use super::path;
use crate::web::{Route, get, post};

/// All routes of the operator.
pub fn routes() -> Vec<Route> {
    vec![
        get(path::OPERATOR, show::show),
    ]
}
