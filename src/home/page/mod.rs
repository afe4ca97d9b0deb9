//! The screens of what comes together for a patient, one a file, and 予約一覧, which two of them show.

pub mod clinic;
pub mod dashboard;
pub mod removal;
mod reservations;

pub use reservations::{ReservationList, ReservationRow};
