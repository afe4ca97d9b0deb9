//! The reservation's routes: one user action a file.

mod account;
mod booking;
mod detail;

pub use account::Reservations;

use crate::web::Route;

/// All routes of the reservation.
pub fn routes() -> Vec<Route> {
    let mut routes = booking::routes();
    routes.extend(detail::routes());
    routes.extend(account::routes());
    routes
}
