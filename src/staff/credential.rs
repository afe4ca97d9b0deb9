//! How often staff's passwords, codes and invitations may be tried, and by what they are counted.

use super::model::Staff;
use crate::credential::{self, Attempts};
use crate::mail::EmailAddress;
use crate::secret::PasswordCheck;
use crate::store;
use crate::web::{Cx, Failure};
use crate::work::{Counter, Event, Limit, StaffId, Uncounted, Work};

/// Wrong passwords for one address.
const FOR_ADDRESS: Limit = Limit { name: "password for staff address", most: 10, minutes: 15 };
/// One-time and recovery codes of one person: of a million codes three count at any moment.
const CODES: Limit = Limit { name: "staff code", most: 10, minutes: 30 };
/// Invitations that open nothing which one client may try.
const INVITATIONS: Limit = Limit { name: "staff invitation from client", most: 100, minutes: 15 };

/// Wrong passwords for an address, known or not, from wherever they are typed.
pub fn for_address(address: &EmailAddress) -> Attempts {
    Attempts::new("in the console", FOR_ADDRESS.of(&address.key()), &format!("staff {}", address.key()))
}

/// Whether `typed` is the password of somebody of the staff; where there is nobody, it is wrong, and takes as long to be so.
///
/// # Errors
/// [`Failure::TooMany`] when there were too many, [`Failure::Busy`] when too many are being checked.
pub async fn verify(
    cx: &Cx,
    attempts: &Attempts,
    staff: Option<&Staff>,
    typed: &str,
) -> Result<PasswordCheck, Failure> {
    let wrong = staff.map_or_else(|| Event::of("staff_password_wrong"), |staff| staff.event("staff_password_wrong"));
    credential::verify(cx, attempts, staff.map(|staff| staff.password.as_str()), typed, wrong).await
}

/// Counts a code that is about to be compared.
///
/// # Errors
/// When there were too many, until the next is let through.
pub fn count_code(work: &mut Work<'_>, id: StaffId) -> Result<(), Uncounted> {
    work.count(&[codes(id)])
}

/// Gives a code back that was right.
///
/// # Errors
/// What the store says.
pub fn give_code_back(work: &mut Work<'_>, id: StaffId) -> store::Result<()> {
    work.give_back(&[codes(id)])
}

fn codes(id: StaffId) -> Counter {
    CODES.of(&format!("{:?}", id.bytes()))
}

/// Counts an attempt to use an invitation.
///
/// # Errors
/// When there were too many, until the next is let through.
pub fn count_invitation(work: &mut Work<'_>) -> Result<(), Uncounted> {
    work.count(&[work.from_client(&INVITATIONS)])
}

/// Gives an attempt to use an invitation back, because it is live.
///
/// # Errors
/// What the store says.
pub fn give_invitation_back(work: &mut Work<'_>) -> store::Result<()> {
    work.give_back(&[work.from_client(&INVITATIONS)])
}
