//! The clinic's staff: who they are, in which role they work at which clinic, and how they sign in to the console.
//!
//! Everybody signs in with a password and a second factor. The first owner has a setup code; everybody else is invited, by an owner
//! or by the operator at the machine that serves.

mod action;
mod admission;
mod authenticator;
mod check;
mod credential;
mod device_sign_in;
mod enrolment;
mod form;
mod guard;
pub mod invitation;
mod inviting;
mod known_device;
mod letter;
mod locking;
mod model;
mod operator_guard;
mod page;
pub mod path;
pub mod pin;
mod role;
mod role_change;
pub mod rows;
pub mod setup;
pub mod shared_device;
mod sign_in;
pub mod staffing;
pub mod support;
mod telling;
#[cfg(test)]
mod tests;
mod under_way;
pub(crate) mod words;

pub use action::routes;
pub use admission::StaffAdmission;
pub use authenticator::Authenticator;
pub use check::check_indexes;
pub use guard::{ClinicOpener, ClinicOwner, ClinicStaff, DeskStaff, OpenPageOfStaff, Recent, SESSIONS, SignedInStaff};
pub use model::{Staff, mint_recovery_codes, recovery_hashes};
pub use operator_guard::{MailOperator, Operator};
pub use role::Role;

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 8] = [
    rows::TABLES[0],
    rows::TABLES[1],
    rows::TABLES[2],
    rows::TABLES[3],
    setup::TABLES[0],
    staffing::TABLES[0],
    staffing::TABLES[1],
    pin::TABLE,
];
/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 10] = [
    rows::EXPIRING[0],
    rows::EXPIRING[1],
    rows::EXPIRING[2],
    rows::EXPIRING[3],
    setup::TABLES[1],
    known_device::TABLE,
    invitation::INVITED.name(),
    shared_device::TABLES[0],
    shared_device::TABLES[1],
    device_sign_in::TABLE,
];
