//! 連続予約: what was booked together, as far as it still belongs together.

use super::model::Reservation;
use super::{holdings, rows};
use crate::account::AccountId;
use crate::clock::Moment;
use crate::store::{Reader, Result};

/// The others that were booked with a reservation, whose patients are still to come, the next one first: only those under the same
/// registration and with the same address, so that who opens one of them may know of the others. An account reaches those that it
/// may open: who shares one of the people has nothing to do with the others. Somebody who opens it by a URL, which may have been
/// passed on, and so with no account, reaches only those with the same phone, whose last digits they prove.
pub fn companions(r: &dyn Reader, of: &Reservation, viewer: Option<AccountId>) -> Result<Vec<Reservation>> {
    let Some(group) = of.group else { return Ok(Vec::new()) };
    let phone = |of: &Reservation| of.attendee.person.phone.clone();
    let reached = |other: &Reservation| viewer.is_some() || phone(other) == phone(of);
    let mut found = rows::of_group(r, group)?;
    found.retain(|other| belongs(other, of, r.now()) && reached(other));
    let Some(account) = viewer else { return Ok(found) };
    let mut open = Vec::with_capacity(found.len());
    for one in found {
        if holdings::is_open_to(r, account, &one)? {
            open.push(one);
        }
    }
    Ok(open)
}

/// Whether another one is still to come under the same registration and with the same address.
fn belongs(other: &Reservation, of: &Reservation, now: Moment) -> bool {
    let same_owner = other.link == of.link && other.attendee.has_address_of(&of.attendee);
    other.id != of.id && other.is_coming(now) && same_owner
}

/// Those of whose visits the mail reminds that reminds of this one: they are on the same day, and due at the same moment.
pub fn reminded_along(r: &dyn Reader, of: &Reservation, due: Moment) -> Result<Vec<Reservation>> {
    let Some(group) = of.group else { return Ok(Vec::new()) };
    let same_mail = |other: &Reservation| {
        other.reminder == Some(due) && other.slot.day == of.slot.day && other.attendee.lang == of.attendee.lang
    };
    let mut found = rows::of_group(r, group)?;
    found.retain(|other| belongs(other, of, r.now()) && same_mail(other));
    Ok(found)
}

/// Those of them that can be moved along with it: they are on the same day.
pub fn moved_along(r: &dyn Reader, of: &Reservation, viewer: Option<AccountId>) -> Result<Vec<Reservation>> {
    let mut found = companions(r, of, viewer)?;
    found.retain(|other| other.slot.day == of.slot.day);
    Ok(found)
}
