//! マイクリニックから解除: a clinic is no longer one of an account's own.
//!
//! Its reservations stay booked at the clinic. They are parted from the registration that goes, so that no later one shows
//! them, nor does the browser in which they were booked; the URLs in their mails go on working.

use super::registration::{ClinicOfAccount, clinic_of_account};
use crate::account::AccountId;
use crate::clinic::{self, Clinic};
use crate::reservation;
use crate::work::{Denied, Event, Outcome, Refuse, Work};
use std::sync::Arc;

/// The clinic is not one of the account's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotOwn(pub Arc<Clinic>);

/// Removes the clinic of this name in addresses, and gives it.
///
/// # Errors
/// Refused when it is not one of the account's own; denied, as not found, when there is no such clinic.
pub fn remove(work: &mut Work<'_>, account: AccountId, name: &str) -> Outcome<Arc<Clinic>, NotOwn> {
    let (link, clinic) = match clinic_of_account(work, account, name)? {
        ClinicOfAccount::Registered(link, clinic) => (link, clinic),
        ClinicOfAccount::Other(clinic) => return Err(NotOwn(clinic)).or_refuse(),
        ClinicOfAccount::Unknown => return Err(Denied::NotFound.into()),
    };
    reservation::part(work, account, link.id)?;
    clinic::rows::remove_link(work, account, &clinic.id)?;
    work.record(Event::of("clinic_removed").with("clinic", &clinic.id));
    Ok(clinic)
}
