//! 連続予約: what was booked together, as far as it still belongs together.

use super::model::Reservation;
use super::rows;
use crate::store::{Reader, Result};

/// The others that were booked with a reservation, whose patients are still to come, the next one first: only those under the same
/// registration and with the same address, so that who opens one of them may know of the others. Somebody who opens it by a URL, which
/// may have been passed on, reaches only those with the same phone, whose last digits they prove.
pub fn companions(r: &dyn Reader, of: &Reservation, by_url: bool) -> Result<Vec<Reservation>> {
    let Some(group) = of.group else { return Ok(Vec::new()) };
    let phone = |of: &Reservation| of.attendee.person.phone.clone();
    let belongs = |other: &Reservation| {
        let same_owner = other.link == of.link && other.attendee.address.key() == of.attendee.address.key();
        let reached = !by_url || phone(other) == phone(of);
        other.id != of.id && other.is_coming(r.now()) && same_owner && reached
    };
    let mut found = rows::of_group(r, group)?;
    found.retain(belongs);
    Ok(found)
}

/// Those of them that can be moved along with it: they are on the same day.
pub fn moved_along(r: &dyn Reader, of: &Reservation, by_url: bool) -> Result<Vec<Reservation>> {
    let mut found = companions(r, of, by_url)?;
    found.retain(|other| other.slot.day == of.slot.day);
    Ok(found)
}
