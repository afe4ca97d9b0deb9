//! What the pages of 受診者 say, in each language.

pub mod en;
pub mod ja;
mod sentences;

pub use sentences::{BookingMemberWords, BookingPersonWords};
