//! Signing in to the console: the password first, then a code of the authenticator app or a recovery code. Nobody is signed in by
//! a password alone.

use super::authenticator::CodeRefused;
use super::credential::CodeKind;
use super::guard::SESSIONS;
use super::letter::OwnerNews;
use super::model::Staff;
use super::shared_device::{self, SharedDevice};
use super::under_way::HalfSignedIn;
use super::{credential, device_sign_in, known_device, rows, staffing, telling};
use crate::secret::TokenHash;
use crate::session::{self, NewSession, Session, Stay, UserAgent};
use crate::store::{self, Reader};
use crate::work::{Denied, Outcome, Refuse, StaffId, Work};
use std::convert::Infallible;

/// The fewest characters of what is taken for a recovery code: a one-time code has six digits.
const RECOVERY_LENGTH: usize = 8;

/// Keeps that the right password was given, under a token that nobody has seen before. `seen` is who it is as the password was
/// checked, `stronger` the password's hash with today's parameters, where they have risen. Says whether the password still signs in.
///
/// # Errors
/// What the store says.
pub fn begin(
    work: &mut Work<'_>,
    seen: &Staff,
    stronger: Option<&String>,
    fresh: TokenHash,
) -> Outcome<bool, Infallible> {
    let Some(mut staff) = rows::find(work, seen.id)?.filter(|staff| staff.signs_in_like(seen)) else {
        return Ok(false);
    };
    if let Some(password) = stronger {
        staff.password.clone_from(password);
        rows::put(work, &staff)?;
    }
    let before = work.visitor();
    session::replace_for(work, &before, fresh, staff.subject())?;
    rows::put_half_signed_in(work, fresh, HalfSignedIn::of(&staff))?;
    Ok(true)
}

/// What a session begins with, minted beforehand: a write may run twice.
#[derive(Clone, Copy, Debug)]
pub struct NewStaffSession {
    /// The hash of its token.
    pub fresh: TokenHash,
    /// The hash of the token of its device.
    pub device: TokenHash,
    /// The hash of the token of the shared device on which it begins, if the browser has one.
    pub shared_device: Option<TokenHash>,
    /// Where it begins.
    pub user_agent: UserAgent,
}

/// Starts the session with the second factor: a one-time code, or else a recovery code, which counts once.
///
/// # Errors
/// Refused when the code is wrong or was used before; denied after too many tries, or when the password has changed meanwhile.
pub fn finish(work: &mut Work<'_>, half: &HalfSignedIn, typed: &str, new: NewStaffSession) -> Outcome<(), CodeRefused> {
    let (staff, kind) = judge(work, half.staff, typed, |staff| HalfSignedIn::of(staff) == *half)?;
    let staff = Staff { signed_in: Some(work.now()), ..staff };
    rows::put(work, &staff)?;
    let before = work.visitor();
    rows::end_half_signed_in(work, before)?;
    start(work, &staff, new)?;
    let by = if kind == CodeKind::Recovery { "recovery code" } else { "code" };
    work.record(staff.event("staff_signed_in").with("by", by));
    Ok(())
}

/// Notes that somebody who is signed in has given password and second factor once more. `seen` is who it is as the password was checked.
///
/// # Errors
/// Refused when the code is wrong or was used before; denied after too many tries, or when the password has changed meanwhile.
pub fn again(work: &mut Work<'_>, seen: &Staff, typed: &str) -> Outcome<(), CodeRefused> {
    let (staff, _) = judge(work, seen.id, typed, |staff| staff.signs_in_like(seen))?;
    rows::put(work, &staff)?;
    let session = work.visitor();
    session::renew(work, &session)?;
    work.record(staff.event("staff_confirmed"));
    Ok(())
}

/// Judges somebody's second factor, which is counted first; gives them as they are once it is used up. `is_current` says whether who is
/// stored is who gave the password.
fn judge(
    work: &mut Work<'_>,
    id: StaffId,
    typed: &str,
    is_current: impl FnOnce(&Staff) -> bool,
) -> Outcome<(Staff, CodeKind), CodeRefused> {
    let is_long = typed.chars().filter(|c| c.is_alphanumeric()).count() >= RECOVERY_LENGTH;
    let kind = if is_long { CodeKind::Recovery } else { CodeKind::OneTime };
    credential::count_code(work, id, kind)?;
    let staff = rows::find(work, id)?.filter(is_current).ok_or(Denied::SignIn)?;
    if !staffing::may_sign_in(work, &staff)? {
        return Err(Denied::SignIn.into());
    }
    let admitted = match kind {
        CodeKind::Recovery => staff.recovered(typed).ok_or(CodeRefused::Wrong),
        CodeKind::OneTime => {
            let accepted = staff.authenticator.accept(typed, work.now());
            accepted.map(|authenticator| Staff { authenticator, ..staff.clone() })
        }
    };
    if admitted.is_err() {
        work.record(staff.event("staff_code_wrong"));
    }
    let staff = admitted.or_refuse()?;
    credential::give_code_back(work, id, kind)?;
    if kind == CodeKind::Recovery {
        telling::owners_everywhere(work, &staff, &OwnerNews::RecoveryCodeUsed)?;
    }
    Ok((staff, kind))
}

/// Starts a session in the visitor's browser, whose device is known from then on.
///
/// # Errors
/// What the store says.
pub(super) fn start(work: &mut Work<'_>, staff: &Staff, new: NewStaffSession) -> store::Result<()> {
    let (before, NewStaffSession { fresh, device, shared_device, user_agent }) = (work.visitor(), new);
    known_device::remember(work, staff.id, device)?;
    let shared = shared_device.map(|key| shared_device_of(work, key, staff)).transpose()?.flatten();
    // A clinic's computer is used by several people: a session ends with the browser, except where they come back with a PIN.
    let stay = if shared.is_some() { Stay::OnDevice } else { Stay::InBrowser };
    session::start(work, &NewSession { kind: &SESSIONS, subject: staff.subject(), stay, user_agent }, &before, fresh)?;
    if let Some((key, device)) = shared {
        credential::forgive_pin(work, key, staff.id)?;
        device_sign_in::begin(work, key, device, staff.id, fresh)?;
    }
    Ok(())
}

/// The registered device of a token, if it is one of a clinic where somebody works.
fn shared_device_of(r: &dyn Reader, key: TokenHash, staff: &Staff) -> store::Result<Option<(TokenHash, SharedDevice)>> {
    let Some(device) = shared_device::find(r, key)? else { return Ok(None) };
    Ok(staffing::active_role(r, staff.id, &device.clinic)?.map(|_| (key, device)))
}

/// Signs out: ends the session on the server.
///
/// # Errors
/// What the store says.
pub fn end(work: &mut Work<'_>, session: &Session) -> Outcome<(), Infallible> {
    session::end(work, &session.key)?;
    if let Some(staff) = rows::find(work, session.subject.cast())? {
        work.record(staff.event("staff_signed_out"));
    }
    Ok(())
}
