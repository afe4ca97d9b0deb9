//! Every sentence of the reservation's pages, in both languages.
//!
//! Which of them is shown is decided by the pages.

pub mod detail;
pub mod leaving;
