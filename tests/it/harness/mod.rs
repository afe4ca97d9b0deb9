//! What the tests stand on.

pub mod engine;
pub mod rows;
pub mod smtp;
