//! What the staff do with bookings: one user action a file.

pub mod booking;
pub mod places;
mod reason;
pub mod undo;
