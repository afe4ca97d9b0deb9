//! ダッシュボード, the page after signing in, and クリニック詳細: where what the other rooms keep for a patient comes together.
//!
//! It keeps nothing itself.

mod action;
mod next_visits;
mod open_parts;
mod overview;
mod page;
pub mod path;
mod registration;
mod removal;
mod words;

pub use action::{routes, ways_on};
