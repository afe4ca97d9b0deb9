//! The clinic's desk: 予約台帳, and how far each visit has come.
//!
//! Everything is read and changed for the clinic of the path, by somebody who works there.

mod action;
mod book;
mod form;
mod frame;
mod closure_form;
mod concerned;
mod desk_form;
mod hours_change;
mod hours_form;
mod opening;
mod opening_form;
mod page;
pub mod path;
mod preset;
mod reason_form;
mod week_hours_form;
#[cfg(test)]
mod tests;
pub(crate) mod words;

pub use action::{area, routes};
