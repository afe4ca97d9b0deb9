//! The pages of ご家族.

pub mod form;
pub mod list;
pub mod removal;
