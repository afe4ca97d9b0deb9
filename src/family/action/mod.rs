//! The routes of ご家族: one user action a file.

mod add;
mod change;
mod list;
mod named;
mod remove;

use super::path;
use crate::account::Ties;
use crate::web::{Route, get, post};

/// All routes. What is tied to a person is asked of these ties.
pub fn routes(ties: &'static dyn Ties) -> Vec<Route> {
    vec![
        get(path::FAMILY, list::show),
        get(path::NEW, add::show),
        post(path::NEW, add::add),
        get(path::MEMBER, move |cx, me| change::show(cx, me, ties)),
        post(path::MEMBER, move |cx, me| change::change(cx, me, ties)),
        get(path::REMOVAL, move |cx, me| remove::show(cx, me, ties)),
        post(path::REMOVAL, move |cx, me| remove::remove(cx, me, ties)),
    ]
}
