//! The screens on which the staff book, move and cancel.

mod as_booked;
pub mod booking;
pub mod cancellation;
pub mod details;
mod length;
pub mod moving;
mod objections;
pub mod places;
mod reason;
pub mod search;
pub mod slip;
pub mod swapping;
pub mod undone;
pub mod unit;
pub mod unit_change;

use crate::console::form::SEQUENCE;
use crate::reservation::Reservation;
use crate::web::Cx;

/// The sequence of a visit that a form carries along: that of the page on which it was typed, so that what changed meanwhile is
/// not overwritten by a form that is shown again.
fn sequence(cx: &Cx, visit: &Reservation) -> String {
    match cx.form().get(SEQUENCE) {
        "" => visit.sequence.to_string(),
        shown => shown.to_owned(),
    }
}
