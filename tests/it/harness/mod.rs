//! What the tests stand on.

pub mod browser;
pub mod clinic;
pub mod engine;
pub mod form;
pub mod page;
pub mod people;
pub mod process;
pub mod rows;
pub mod smtp;
pub mod stage;
