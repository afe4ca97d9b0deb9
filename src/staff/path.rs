//! The paths of the staff's own pages, all within the console.

use crate::account::path::then;
use crate::clinic::ClinicId;
use crate::clinic::path::{filled, of_clinic};
use crate::secret::Token;
use crate::work::StaffId;

/// The root of the console, which leads to the clinic of who is signed in.
pub const CONSOLE: &str = "/console";
/// アドレスとパスワード.
pub const SIGN_IN: &str = "/console/sign-in";
/// The code after the password.
pub const CODE: &str = "/console/sign-in/code";
/// A recovery code in the place of the code: the same page.
pub const RECOVERY_CODE: &str = "/console/sign-in/code?recovery=1";
/// Password and code once more, for what is done by nobody but the very person.
pub const AGAIN: &str = "/console/sign-in/again";
/// Signing out.
pub const SIGN_OUT: &str = "/console/sign-out";
/// An invitation.
pub const INVITATION: &str = "/console/invitations/:token";
/// Setting up the second factor.
pub const AUTHENTICATOR: &str = "/console/authenticator";
/// Its QR code.
pub const AUTHENTICATOR_QR: &str = "/console/authenticator/qr.svg";
/// The recovery codes, until they are noted down.
pub const RECOVERY_CODES: &str = "/console/recovery-codes";
/// First start: the setup code, then the first owner.
pub const SETUP: &str = "/console/setup";
/// The first owner.
pub const SETUP_OWNER: &str = "/console/setup/owner";
/// The present codes of a demonstration's staff.
pub const DEMO_CODES: &str = "/console/demo-codes";

/// スタッフ of a clinic.
pub const MEMBERS: &str = "/console/c/:clinic/staff";
/// Inviting somebody.
pub const INVITE: &str = "/console/c/:clinic/staff/new";
/// An invitation that waits, and withdrawing it.
pub const PENDING: &str = "/console/c/:clinic/staff/invited/:invitation";
/// Somebody of the clinic, and changing their role.
pub const MEMBER: &str = "/console/c/:clinic/staff/:member";
/// Suspending them at the clinic, and letting them in again.
pub const SUSPENSION: &str = "/console/c/:clinic/staff/:member/suspension";
/// A new way in for them.
pub const RESET: &str = "/console/c/:clinic/staff/:member/reset";
/// Taking their role away.
pub const REMOVAL: &str = "/console/c/:clinic/staff/:member/removal";

/// 共用端末 of a clinic.
pub const DEVICES: &str = "/console/c/:clinic/devices";
/// One of them, and revoking it.
pub const DEVICE: &str = "/console/c/:clinic/devices/:device";
/// The screen of a shared device that is locked, and coming back with a PIN.
pub const LOCK: &str = "/console/lock";
/// Locking it.
pub const LOCK_NOW: &str = "/console/lock/now";
/// Setting a PIN.
pub const PIN: &str = "/console/pin";
/// Signing in with both factors where a PIN would be asked for.
pub const FULL_SIGN_IN: &str = "/console/sign-in?full=1";
/// The same of somebody whose PIN is not enough.
pub const PIN_ENDED: &str = "/console/sign-in?full=1&done=pin";

/// The page of a shared device, by its reference.
pub fn of_device(clinic: &ClinicId, reference: &str) -> String {
    filled(&of_clinic(DEVICE, clinic), ":device", reference)
}

/// The screen of a locked device that leads on to `next`.
pub fn lock_then(next: &str) -> String {
    then(LOCK, next)
}

/// The form for a PIN that leads on to `next`.
pub fn pin_then(next: &str) -> String {
    then(PIN, next)
}

/// The sign-in page that leads on to `next` and asks for both factors.
pub fn full_sign_in_then(next: &str) -> String {
    then(FULL_SIGN_IN, next)
}

/// A route of somebody of a clinic.
pub fn of_member(route: &str, clinic: &ClinicId, id: StaffId) -> String {
    filled(&of_clinic(route, clinic), ":member", &id.text())
}

/// The page of an invitation that waits, by its reference.
pub fn of_pending(clinic: &ClinicId, reference: &str) -> String {
    filled(&of_clinic(PENDING, clinic), ":invitation", reference)
}

/// The sign-in page that leads on to `next`.
pub fn sign_in_then(next: &str) -> String {
    if next == CONSOLE { SIGN_IN.to_owned() } else { then(SIGN_IN, next) }
}

/// The page that asks for password and code once more and leads on to `next`.
pub fn again_then(next: &str) -> String {
    then(AGAIN, next)
}

/// The code's page that leads on to `next`.
pub fn code_then(next: &str) -> String {
    then(CODE, next)
}

/// The page of the recovery code that leads on to `next`.
pub fn recovery_code_then(next: &str) -> String {
    then(RECOVERY_CODE, next)
}

/// Where somebody goes on who wants to go to `next`: a page of the console.
pub fn onward(next: &str) -> &str {
    let inside = next.strip_prefix(CONSOLE).is_some_and(|rest| {
        rest.starts_with('/') && !["/sign-in", "/lock", "/pin"].iter().any(|page| rest.starts_with(page))
    });
    if inside { next } else { CONSOLE }
}

/// The path of an invitation.
pub fn of_invitation(token: &Token) -> String {
    INVITATION.replace(":token", &token.text())
}
