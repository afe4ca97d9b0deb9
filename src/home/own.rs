//! Which clinics are an account's own.

use crate::account::AccountId;
use crate::clinic::{self, Clinic, ClinicId, ClinicLink};
use crate::store::{self, Reader};

/// What a clinic's name in an address means to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Own {
    /// One of its own, with the registration.
    Registered(ClinicLink, Clinic),
    /// A clinic that it has not registered.
    Other(Clinic),
    /// No clinic at all.
    Unknown,
}

/// The clinic of this name in addresses, as the account has it.
///
/// # Errors
/// What the store says.
pub fn own(r: &dyn Reader, account: AccountId, name: &str) -> store::Result<Own> {
    let Some(id) = ClinicId::parse(name) else { return Ok(Own::Unknown) };
    let Some(clinic) = clinic::rows::find(r, &id)? else { return Ok(Own::Unknown) };
    Ok(match clinic::rows::link(r, account, &id)? {
        Some(link) => Own::Registered(link, clinic),
        None => Own::Other(clinic),
    })
}
