//! The console's screens, one a file.

pub mod clinics;
pub mod closing;
mod closing_head;
pub mod closures;
mod concerned;
pub mod day;
mod day_closed;
mod days;
pub mod desk;
pub mod grid;
mod head;
pub mod hours;
mod keys;
mod line;
pub mod live;
pub mod not_set;
pub mod note;
pub mod open_clinic;
mod quiet_line;
pub mod story;
pub mod suspension;
pub mod visit;
pub mod week;
mod week_hours;
