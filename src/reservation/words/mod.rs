//! Every sentence of the reservation's pages, in both languages.

pub mod detail;
pub mod leaving;
