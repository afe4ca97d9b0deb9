//! The pages of ご家族.

pub mod closed;
pub mod form;
pub mod invitation;
pub mod leaving;
pub mod list;
pub mod own_account;
pub mod own_word;
pub mod removal;
pub mod sharing;
