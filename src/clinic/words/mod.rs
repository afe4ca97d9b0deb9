//! Every sentence of what the clinic's pages say, in both languages.
//!
//! A clinic's own texts are not here: they stay as they were typed.

pub mod hours;
pub mod info;
pub mod poster;
pub mod registration;
