//! The clinic's staff: who they are, in which role they work at which clinic, and how they sign in to the console.
//!
//! Everybody signs in with a password and a second factor. Nobody makes a sign-in for themselves: they are invited, by an owner or
//! by the operator at the machine that serves.

mod authenticator;
mod check;
mod model;
mod role;
pub mod rows;
#[cfg(test)]
mod tests;
mod under_way;

pub use authenticator::{Authenticator, CodeRefused};
pub use check::check_indexes;
pub use model::{Staff, mint_recovery_codes, recovery_hashes};
pub use role::Role;
