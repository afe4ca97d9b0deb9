//! The clinic: what it says of itself, what can be booked there and when, and the rules that its owner has set.
//!
//! Everything here is the clinic's own: it knows accounts only as those that have registered it, and nothing of
//! who has booked.

mod action;
pub mod chart_number;
pub mod file;
pub mod holiday;
mod link;
mod model;
mod page;
pub mod path;
pub mod picture;
pub mod pictures;
mod qr;
mod registration;
pub mod registration_code;
pub mod rows;
pub mod schedule;
pub mod today;
mod words;

pub use action::{on_dashboard, own_data, routes, signing_in_for};
pub use link::{ClinicLink, LinkId};
pub use model::{
    Age, AgeRange, Audience, Band, BookingPolicy, Clinic, ClinicId, ClinicInEnglish, ClinicSite, ClosedDays, Closure,
    Colour, DayOff, Deadline, Insurance, Menu, MenuId, MenuInEnglish, Opening, Opens, OwnText, PictureFile, PictureId,
    Pool, PoolId, Reminder, Scheme, SeriesId, TimeOfDay, UnitName, Visit, Visits, days_before,
};
pub use page::poster::{booking as booking_poster, files as qr_files, show as registration_poster, unreachable};
pub use page::{
    AsWritten, announcement, as_written, call, closure_in_words, departments, in_brief, info, sign, week_table,
};
pub use qr::Qr;
pub use registration_code::RegistrationCode;
pub use rows::TABLES;

#[cfg(test)]
pub(crate) mod tests;
