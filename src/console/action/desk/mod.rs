//! What the staff do with bookings: one user action a file.

pub mod booking;
pub mod cancellation;
pub mod details;
pub mod moving;
pub mod next;
pub mod places;
mod reason;
pub mod slip;
pub mod swapping;
pub mod undo;
pub mod unit;
