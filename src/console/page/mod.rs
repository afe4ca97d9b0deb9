//! The console's screens, one a file.

pub mod clinics;
pub mod day;
mod line;
pub mod not_set;
pub mod open_clinic;
pub mod visit;
