//! The pages of ご家族.

pub mod form;
pub mod invitation;
pub mod leaving;
pub mod list;
pub mod removal;
pub mod sharing;
