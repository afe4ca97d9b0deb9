//! 患者情報: who has been at a clinic or is to come, as the clinic has them. The record is the clinic's: it outlives an account.
//!
//! It is made when somebody is booked for the first time, and found again by what the reception types into one box.

mod check;
mod model;
mod rows;
mod sought;
#[cfg(test)]
mod tests;

pub use check::check_indexes;
pub use model::{PatientId, PatientRecord, Seen};
pub use rows::{Found, TABLES, correct, find, remember, search};
