//! The operator's screens.

pub mod status;
