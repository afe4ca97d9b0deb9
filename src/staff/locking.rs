//! Registering a shared device, locking it, and coming back with a PIN. Who comes back finds their own session with what they typed, and
//! never another person's.

use super::device_sign_in::{self, DeviceSignIn};
use super::guard::SESSIONS;
use super::letter::OwnerNews;
use super::model::Staff;
use super::shared_device::{self, SharedDevice};
use super::sign_in::{self, NewStaffSession};
use super::{credential, pin, telling};
use crate::clinic::{Clinic, ClinicId};
use crate::secret::TokenHash;
use crate::session;
use crate::store::{self, Tx};
use crate::work::{Denied, Outcome, Refuse, StaffId, Work};
use std::convert::Infallible;

/// Registers the device on which an owner is, whose session goes on there as that of a shared device. Every owner is told.
///
/// # Errors
/// What the store says.
pub fn register(
    work: &mut Work<'_>,
    clinic: &Clinic,
    me: &Staff,
    name: &str,
    lock_minutes: i64,
    key: TokenHash,
    session: NewStaffSession,
) -> Outcome<(), Infallible> {
    if let Some(before) = session.shared_device {
        device_sign_in::end_all(work, before)?;
        shared_device::delete(work, before)?;
    }
    let (now, clinic_id, name) = (work.now(), clinic.id.clone(), name.to_owned());
    let device = SharedDevice { clinic: clinic_id, name, lock_minutes, registered: now, by: me.id, used: now };
    work.record(me.event("staff_device_registered").with("clinic", &clinic.id));
    telling::owners_of(work, &clinic.id, me, &OwnerNews::DeviceRegistered(device.name.clone()))?;
    shared_device::put(work, key, device)?;
    Ok(sign_in::start(work, me, NewStaffSession { shared_device: Some(key), ..session })?)
}

/// Forgets a device of a clinic, which ends every session on it.
///
/// # Errors
/// Denied when the clinic has none of this reference.
pub fn revoke(work: &mut Work<'_>, clinic: &ClinicId, reference: &str) -> Outcome<(), Infallible> {
    let all = shared_device::of_clinic(work, clinic)?;
    let found = all.into_iter().find(|listed| listed.reference() == reference).ok_or(Denied::NotFound)?;
    device_sign_in::end_all(work, found.key)?;
    Ok(shared_device::delete(work, found.key)?)
}

/// Keeps the hash of somebody's new PIN.
///
/// # Errors
/// What the store says.
pub fn set_pin(work: &mut Work<'_>, me: &Staff, hash: &str) -> Outcome<(), Infallible> {
    pin::put(work, me.id, hash.to_owned())?;
    work.record(me.event("staff_pin_set"));
    Ok(())
}

/// Locks the device: who is signed in there comes back to `page`. Their session goes on under the hash `parked` of a token that nobody has.
///
/// # Errors
/// What the store says.
pub fn lock(work: &mut Work<'_>, key: TokenHash, page: &str, parked: TokenHash) -> Outcome<(), Infallible> {
    let before = work.visitor();
    Ok(park(work, key, before, page, parked)?)
}

/// Makes room for somebody who signs in with both factors where another person was: their session waits for them, with the page that they
/// were on. Says whether there was one.
///
/// # Errors
/// What the store says.
pub fn leave_to(
    work: &mut Work<'_>,
    key: TokenHash,
    who: StaffId,
    page: &str,
    parked: TokenHash,
) -> store::Result<bool> {
    let before = work.visitor();
    let other = session::find(work, &SESSIONS, before)?.filter(|session| session.subject != who.cast());
    if other.is_some() {
        park(work, key, before, page, parked)?;
    }
    Ok(other.is_some())
}

fn park(tx: &mut Tx<'_>, key: TokenHash, session: TokenHash, page: &str, parked: TokenHash) -> store::Result<()> {
    let Some(found) = session::find(tx, &SESSIONS, session)? else { return Ok(()) };
    session::go_on(tx, &SESSIONS, &session, parked)?;
    device_sign_in::amend(tx, key, found.subject.cast(), DeviceSignIn { session: parked, page: page.to_owned() })
}

/// What coming back takes, minted beforehand: a write may run twice.
#[derive(Clone, Debug)]
pub struct ComingBack {
    /// Who it is.
    pub who: StaffId,
    /// The PIN's hash as it was checked.
    pub pin: String,
    /// Where the page that was locked leads on.
    pub next: String,
    /// The hash of the token with which their session goes on.
    pub fresh: TokenHash,
    /// The hash of a token that nobody has, for the session of who was there before.
    pub parked: TokenHash,
}

/// A PIN is not enough: they have to sign in with both factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FullSignIn;

/// Goes on with the session of somebody who has given the right PIN, under a token that nobody has seen before; gives the page that they
/// were on.
///
/// # Errors
/// Refused when their sign-in on this device counts no longer, or the PIN is another one by now.
pub fn unlock(work: &mut Work<'_>, key: TokenHash, back: &ComingBack) -> Outcome<String, FullSignIn> {
    let device = shared_device::find(work, key)?.ok_or(FullSignIn).or_refuse()?;
    let found = device_sign_in::find(work, key, &device, back.who)?;
    let (staff, sign_in) = found.ok_or(FullSignIn).or_refuse()?;
    if pin::find(work, back.who)?.is_none_or(|pin| pin.hash != back.pin) {
        return Err(FullSignIn).or_refuse();
    }
    let before = work.visitor();
    let page = if sign_in.session == before {
        back.next.clone()
    } else {
        // What is in this browser is another person's: it waits for them.
        park(work, key, before, &back.next, back.parked)?;
        sign_in.page
    };
    session::go_on(work, &SESSIONS, &sign_in.session, back.fresh)?;
    device_sign_in::amend(work, key, back.who, DeviceSignIn { session: back.fresh, page: String::new() })?;
    let used = work.now();
    shared_device::put(work, key, SharedDevice { used, ..device })?;
    work.record(staff.event("staff_came_back"));
    Ok(page)
}

/// Ends the sign-in of somebody whose PIN was guessed at too often; says how many wrong ones it still bears.
///
/// # Errors
/// What the store says.
pub fn refuse_guesses(work: &mut Work<'_>, key: TokenHash, who: StaffId) -> Outcome<u32, Infallible> {
    let left = credential::pins_left(work, key, who)?;
    if left == 0 {
        device_sign_in::end(work, key, who)?;
        credential::forgive_pin(work, key, who)?;
    }
    Ok(left)
}
