//! Every sentence of the reservation's pages, in both languages.
//!
//! Which of them is shown is decided by the pages.

pub mod booking;
pub mod detail;
pub mod leaving;
