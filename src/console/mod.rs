//! What a clinic's staff work with: 予約台帳, booking at the desk and by phone, and the end of a day.
//!
//! Pages below a clinic's path read and change that clinic alone, for somebody who works there.

mod action;
mod book;
mod closure_form;
mod concerned;
mod desk_form;
mod form;
mod frame;
mod hours_change;
mod hours_form;
mod opening;
mod opening_form;
mod page;
pub mod path;
mod preset;
mod reason_form;
mod report;
#[cfg(test)]
mod tests;
mod week_hours_form;
pub(crate) mod words;

pub use action::{area, routes};
