//! Which clinics are an account's own.

use crate::account::AccountId;
use crate::clinic::{self, Clinic, ClinicId, ClinicLink};
use crate::store::{self, Reader};
use std::sync::Arc;

/// What a clinic's name in an address means to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClinicOfAccount {
    /// One of its own, with the registration.
    Registered(ClinicLink, Arc<Clinic>),
    /// A clinic that it has not registered.
    Other(Arc<Clinic>),
    /// No clinic at all.
    Unknown,
}

/// The clinic of this name in addresses, as the account has it.
///
/// # Errors
/// What the store says.
pub fn clinic_of_account(r: &dyn Reader, account: AccountId, name: &str) -> store::Result<ClinicOfAccount> {
    let Some(id) = ClinicId::parse(name) else { return Ok(ClinicOfAccount::Unknown) };
    let Some(clinic) = clinic::rows::find(r, &id)? else { return Ok(ClinicOfAccount::Unknown) };
    Ok(match clinic::rows::link(r, account, &id)? {
        Some(link) => ClinicOfAccount::Registered(link, clinic),
        None => ClinicOfAccount::Other(clinic),
    })
}
