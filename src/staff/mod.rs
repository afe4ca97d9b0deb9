//! The clinic's staff: who they are, in which role they work at which clinic, and how they sign in to the console.
//!
//! Everybody signs in with a password and a second factor. Nobody makes a sign-in for themselves: they are invited, by an owner or
//! by the operator at the machine that serves.

mod action;
mod authenticator;
mod check;
mod credential;
mod enrolment;
mod form;
mod guard;
pub mod invitation;
mod known_device;
mod model;
mod page;
pub mod path;
mod role;
pub mod rows;
pub mod setup;
mod sign_in;
pub mod support;
#[cfg(test)]
mod tests;
mod under_way;
pub(crate) mod words;

pub use action::routes;
pub use authenticator::{Authenticator, CodeRefused};
pub use check::check_indexes;
pub use guard::{ClinicOpener, ClinicStaff, SESSIONS, SignedInStaff};
pub use model::{Staff, mint_recovery_codes, recovery_hashes};
pub use role::Role;
pub use under_way::InvitationPurpose;

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 5] = [rows::TABLES[0], rows::TABLES[1], rows::TABLES[2], rows::TABLES[3], setup::TABLES[0]];
/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 6] =
    [rows::EXPIRING[0], rows::EXPIRING[1], rows::EXPIRING[2], rows::EXPIRING[3], setup::TABLES[1], known_device::TABLE];
