//! What a clinic's staff work with: 予約台帳, booking at the desk and by phone, and the end of a day.
//!
//! Pages below a clinic's path read and change that clinic alone, for somebody who works there.

mod action;
mod book;
mod closing;
mod closing_record;
mod closure_form;
mod concerned;
mod day_closing;
mod day_note;
mod day_view;
mod desk_form;
mod elsewhere;
mod form;
mod frame;
mod grid;
mod hours_change;
mod hours_form;
mod length;
mod live;
mod note_change;
mod note_form;
mod opening;
mod opening_form;
mod page;
pub mod path;
mod patient_call;
mod preset;
mod quiet;
mod reason_form;
mod remaining;
mod report;
mod rows;
mod search;
mod suspension_form;
#[cfg(test)]
mod tests;
mod unreached;
mod week;
mod week_hours;
mod week_hours_form;
pub(crate) mod words;

pub use action::{area, routes};
pub use rows::{EXPIRING, TABLES};
