//! Name and password of somebody who makes a sign-in.

use super::problem::StaffProblem;
use crate::credential::password::{Owner, Password, PasswordProblem, STAFF_LEAST};
use crate::lang::typed::{Fault, clean, is_visible};
use crate::mail::EmailAddress;

/// The longest name of somebody of the staff.
const LONGEST_NAME: usize = 40;

/// A name with single spaces, and what is wrong with it.
pub fn checked_name(typed: &str) -> (String, Option<StaffProblem>) {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match clean(&name, LONGEST_NAME) {
        Ok(name) if is_visible(&name) => (name, None),
        Ok(name) => (name, Some(StaffProblem::NameMissing)),
        Err(Fault::TooLong) => (name, Some(StaffProblem::NameTooLong)),
        Err(Fault::Forbidden) => (name, Some(StaffProblem::NameForbidden)),
    }
}

/// A new password, which holds neither the name nor the address.
pub fn chosen(typed: &str, name: &str, address: Option<&EmailAddress>) -> Result<Password, Vec<PasswordProblem>> {
    let names: Vec<&str> = name.split(' ').filter(|part| !part.is_empty()).collect();
    Password::choose(typed, STAFF_LEAST, Owner { address, names: &names })
}
