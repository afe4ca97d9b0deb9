//! The console's screens, one a file.

pub mod clinics;
pub mod closures;
mod concerned;
pub mod day;
pub mod desk;
pub mod hours;
mod line;
pub mod not_set;
pub mod open_clinic;
pub mod story;
pub mod visit;
mod week_hours;
