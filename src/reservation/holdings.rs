//! What has been booked under an account: what is still to come, and what is over or was cancelled.
//!
//! Both are found by the account's own registrations, and bounded. A reservation that is under none of them is nobody's
//! here, whatever address it was booked with.

use super::model::{Listing, Reservation, ReservationId};
use super::rows;
use crate::account::{AccountId, Member};
use crate::clinic::{self, Clinic, LinkId};
use crate::store::{Reader, Result};

/// How many reservations before them are looked at in each clinic; nobody has as many.
const MOST_COMING: usize = 500;
/// How many of the latest ones behind them are shown of each clinic.
const MOST_PAST: usize = 50;

/// A reservation with its clinic.
pub type Held = (Clinic, Reservation);

/// One reservation, if it was booked under the account.
pub fn of_account(r: &dyn Reader, account: AccountId, id: ReservationId) -> Result<Option<Reservation>> {
    let Some(found) = rows::find(r, id)? else { return Ok(None) };
    let link = clinic::rows::link(r, account, &found.clinic)?;
    Ok(link.filter(|link| found.link == Some(link.id)).map(|_| found))
}

/// What is still to come, the next one first.
pub fn coming(r: &dyn Reader, account: AccountId) -> Result<Vec<Held>> {
    let mut found = Vec::new();
    for link in clinic::rows::links(r, account)? {
        if let Some(clinic) = clinic::rows::find(r, &link.clinic)? {
            let coming = listed(r, &ahead(r, link.id)?.coming)?;
            found.extend(coming.into_iter().map(|reservation| (clinic.clone(), reservation)));
        }
    }
    found.sort_by_key(|(_, reservation)| reservation.slot.starts());
    Ok(found)
}

/// The part of that which is for this person.
pub fn coming_for(r: &dyn Reader, account: AccountId, person: &Member) -> Result<Vec<Held>> {
    let mut found = coming(r, account)?;
    found.retain(|(_, of)| of.attendee.is(person));
    Ok(found)
}

/// What starts from now on under one registration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ahead {
    /// What the patient is expected for, the next one first.
    pub coming: Vec<Listing>,
    /// What was cancelled.
    pub cancelled: Vec<Listing>,
}

/// What starts from now on under one registration, as the index lists it: no reservation is read.
pub fn ahead(r: &dyn Reader, link: LinkId) -> Result<Ahead> {
    let found = rows::coming_of_link(r, link, MOST_COMING)?;
    let (coming, cancelled) = found.into_iter().partition(|listing| listing.is_coming(r.now()));
    Ok(Ahead { coming, cancelled })
}

/// The latest of what has begun under one registration, the latest first.
pub fn begun(r: &dyn Reader, link: LinkId) -> Result<Vec<Listing>> {
    rows::past_of_link(r, link, MOST_PAST)
}

/// Whether anything has begun under one registration: one entry of the index.
pub fn has_begun(r: &dyn Reader, link: LinkId) -> Result<bool> {
    rows::has_past_of_link(r, link)
}

/// The reservations that are listed.
pub fn listed(r: &dyn Reader, listings: &[Listing]) -> Result<Vec<Reservation>> {
    let mut found = Vec::with_capacity(listings.len());
    for listing in listings {
        found.extend(rows::find(r, listing.id)?);
    }
    Ok(found)
}
