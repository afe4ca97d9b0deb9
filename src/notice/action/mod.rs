//! The routes of notices. Opening is a POST, because a GET writes nothing.

mod list;
mod open;
mod own_data;
mod show;

pub use own_data::section as own_data;

use super::path::{ONE, PATH};
use crate::web::{Route, get, post};

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    vec![get(PATH, list::show), post(PATH, open::all), get(ONE, show::show), post(ONE, open::one)]
}
