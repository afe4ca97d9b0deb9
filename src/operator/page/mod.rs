//! The operator's screens.

pub mod mail;
pub mod status;
