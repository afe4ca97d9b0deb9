//! The clinic's desk.
//!
//! Everything is read and changed for the clinic of the path, by somebody who works there.

mod opening;
mod opening_form;
mod preset;
