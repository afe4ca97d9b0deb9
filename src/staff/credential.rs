//! How often staff's passwords, codes and invitations may be tried, and by what they are counted.

use super::model::Staff;
use crate::clinic::ClinicId;
use crate::credential::{self, Attempts, name_of};
use crate::mail::EmailAddress;
use crate::secret::{PasswordCheck, Token, TokenHash};
use crate::store::{self, Reader};
use crate::web::{Cx, Failure};
use crate::work::{self, Counter, Event, Limit, Remedy, StaffId, Uncounted, Work};

/// Wrong passwords for one address.
const FOR_ADDRESS: Limit =
    Limit { name: "password for staff address", most: 10, minutes: 15, remedy: Remedy::StaffReset };
/// Wrong passwords on one device on which they have signed in before.
const ON_DEVICE: Limit =
    Limit { name: "password on known device of the staff", most: 10, minutes: 15, remedy: Remedy::StaffReset };
/// One-time codes of one person: of a million codes three count at any moment.
const CODES: Limit = Limit { name: "staff code", most: 10, minutes: 30, remedy: Remedy::RecoveryCode };
/// The same in a day: who knows a password must not try on for months.
const CODES_A_DAY: Limit =
    Limit { name: "staff code in a day", most: 30, minutes: 24 * 60, remedy: Remedy::RecoveryCode };
/// Recovery codes of one person.
const RECOVERY_CODES: Limit = Limit { name: "recovery code", most: 10, minutes: 30, remedy: Remedy::StaffReset };
/// Invitations that open nothing which one client may try.
const INVITATIONS: Limit =
    Limit { name: "staff invitation from client", most: 100, minutes: 15, remedy: Remedy::AnotherNetwork };

/// Wrong PINs of one person on one shared device, in the time for which a sign-in with both factors counts there.
const PINS: Limit = Limit { name: "staff pin on device", most: 5, minutes: 12 * 60, remedy: Remedy::BothFactors };
/// Links that the owners of one clinic make: they go to any address that is typed.
const LINKS: Limit = Limit { name: "staff links of clinic", most: 50, minutes: 24 * 60, remedy: Remedy::MadeLink };

/// Wrong passwords for an address, known or not, from wherever they are typed.
pub fn for_address(address: &EmailAddress) -> Attempts {
    Attempts::new("in the console", FOR_ADDRESS.of(&address.key()), &right_name(address), FOR_ADDRESS.remedy)
}

/// Those of somebody on a device on which they have signed in before.
pub fn on_device(id: StaffId, device: &Token) -> Attempts {
    let name = format!("{}\n{}", name_of(&id), name_of(&device.hash()));
    Attempts::on_known_device(ON_DEVICE.of(&name), &name, ON_DEVICE.remedy)
}

/// Those of somebody who is signed in, by the token of the session.
pub fn in_session(session: &Token, staff: &Staff) -> Attempts {
    Attempts::in_session(session, &right_name(&staff.address), Remedy::StaffSession)
}

/// PINs of somebody on a shared device.
pub fn on_shared_device(device: TokenHash, id: StaffId) -> Attempts {
    Attempts::on_known_device(pins(device, id), &pin_name(device, id), PINS.remedy)
}

/// How many more PINs of somebody may be wrong on a shared device.
///
/// # Errors
/// What the store says.
pub(super) fn pins_left(r: &dyn Reader, device: TokenHash, id: StaffId) -> store::Result<u32> {
    work::attempts_left(r, &pins(device, id))
}

/// Forgets which PINs of somebody were wrong on a shared device: they have signed in with both factors, or have to.
///
/// # Errors
/// What the store says.
pub(super) fn forgive_pin(work: &mut Work<'_>, device: TokenHash, id: StaffId) -> store::Result<()> {
    work::forget(work, &[pins(device, id)]).map(drop)
}

fn pins(device: TokenHash, id: StaffId) -> Counter {
    PINS.of(&pin_name(device, id))
}

fn pin_name(device: TokenHash, id: StaffId) -> String {
    format!("pin {}\n{}", name_of(&device), name_of(&id))
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

/// What is typed in the place of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// A code of the app.
    OneTime,
    /// A recovery code.
    Recovery,
}

/// Counts a code that is about to be compared.
///
/// # Errors
/// When there were too many, until the next is let through.
pub fn count_code(work: &mut Work<'_>, id: StaffId, kind: CodeKind) -> Result<(), Uncounted> {
    work.count(&codes(id, kind))
}

/// Gives a code back that was right.
///
/// # Errors
/// What the store says.
pub fn give_code_back(work: &mut Work<'_>, id: StaffId, kind: CodeKind) -> store::Result<()> {
    work.give_back(&codes(id, kind))
}

fn codes(id: StaffId, kind: CodeKind) -> Vec<Counter> {
    let name = name_of(&id);
    match kind {
        CodeKind::OneTime => vec![CODES.of(&name), CODES_A_DAY.of(&name)],
        CodeKind::Recovery => vec![RECOVERY_CODES.of(&name)],
    }
}

/// Lets somebody in again who has a new way in: what was counted against the former one is forgotten.
///
/// # Errors
/// What the store says.
pub(super) fn forgive(work: &mut Work<'_>, staff: &Staff) -> store::Result<()> {
    let address = FOR_ADDRESS.of(&staff.address.key());
    let right = credential::right(&right_name(&staff.address));
    let codes = [codes(staff.id, CodeKind::OneTime), codes(staff.id, CodeKind::Recovery)].concat();
    work::forget(work, &[vec![address, right], codes].concat()).map(drop)
}

fn right_name(address: &EmailAddress) -> String {
    format!("staff {}", address.key())
}

/// Counts a link that an owner of a clinic makes.
///
/// # Errors
/// When there were too many, until the next is let through.
pub(super) fn count_link(work: &mut Work<'_>, clinic: &ClinicId) -> Result<(), Uncounted> {
    work.count(&[LINKS.of(clinic.as_str())])
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
