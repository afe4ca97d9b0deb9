//! What an account may see of what is booked: what is still to come, and what is over or was cancelled.
//!
//! Both are found by the account's own registrations, and bounded. What others have booked for a person whom the account shares
//! with them is found by that person. Any other reservation is nobody's here, whatever address it was booked with.

use super::listing::{Listing, PersonListing};
use super::model::{Reservation, ReservationId};
use super::rows;
use crate::account::{AccountId, Member, care, share};
use crate::clinic::{self, Clinic, ClinicId, LinkId};
use crate::person::PersonId;
use crate::store::{Reader, Result};
use std::slice;
use std::sync::Arc;

/// How many reservations before them are looked at in each clinic; nobody has as many.
const MOST_COMING: usize = 500;
/// How many of the latest ones behind them are shown of each clinic.
const MOST_PAST: usize = 50;

/// A reservation with its clinic.
pub type Held = (Arc<Clinic>, Reservation);

/// One reservation, if it was booked under the account, or for a person whom the account shares.
pub fn of_account(r: &dyn Reader, account: AccountId, id: ReservationId) -> Result<Option<Reservation>> {
    match rows::find(r, id)? {
        Some(found) => Ok(is_open_to(r, account, &found)?.then_some(found)),
        None => Ok(None),
    }
}

/// Whether an account may open a reservation.
pub fn is_open_to(r: &dyn Reader, account: AccountId, of: &Reservation) -> Result<bool> {
    if is_under(r, account, &of.clinic, of.link)? {
        return Ok(true);
    }
    // What came under no registration again is nobody's, whoever shares its person; 本人だけ is nobody else's.
    let Some(person) = of.attendee.person_id.filter(|_| of.link.is_some() && !of.service.self_only) else {
        return Ok(false);
    };
    Ok(share::find(r, person)?.is_some_and(|shared| shared.accounts().any(|one| one == account)))
}

/// Whether a registration of a clinic is the account's.
pub fn is_under(r: &dyn Reader, account: AccountId, clinic: &ClinicId, link: Option<LinkId>) -> Result<bool> {
    Ok(link.is_some() && clinic::rows::link(r, account, clinic)?.map(|own| own.id) == link)
}

/// Who of those who share a person has booked a visit of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Booker {
    /// The account that asks.
    Asker,
    /// Somebody else, by their name where their account has one.
    Other(Option<String>),
}

/// Who has booked for a person whom the account shares; `None` for one who is not shared.
pub fn booker(r: &dyn Reader, account: AccountId, of: &Reservation) -> Result<Option<Booker>> {
    match of.attendee.person_id {
        Some(person) => booker_of(r, account, person, &PersonListing::of(of)),
        None => Ok(None),
    }
}

fn booker_of(r: &dyn Reader, account: AccountId, person: PersonId, of: &PersonListing) -> Result<Option<Booker>> {
    let Some(shared) = share::find(r, person)? else { return Ok(None) };
    for one in shared.accounts() {
        if is_under(r, one, &of.clinic, of.link)? {
            if one == account {
                return Ok(Some(Booker::Asker));
            }
            let own = care::own(r, one)?;
            return Ok(Some(Booker::Other(own.map(|own| own.person.name.full()))));
        }
    }
    Ok(None)
}

/// What somebody else has booked for a person whom the account shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookedByOther {
    /// The clinic.
    pub clinic: ClinicId,
    /// As the index lists it.
    pub listing: Listing,
    /// Who has booked it, if that is still known.
    pub booker: Option<Booker>,
}

/// What others have booked from now on for the people whom an account shares, cancelled ones included; of each person the next one
/// first.
pub fn ahead_by_others(r: &dyn Reader, account: AccountId) -> Result<Vec<BookedByOther>> {
    let mut found = Vec::new();
    for person in share::people_of(r, account)? {
        by_others(r, account, person, rows::coming_of_person(r, person, MOST_COMING)?, &mut found)?;
    }
    Ok(found)
}

/// The latest of what others have booked for them that has begun; of each person the latest first.
pub fn begun_by_others(r: &dyn Reader, account: AccountId) -> Result<Vec<BookedByOther>> {
    let mut found = Vec::new();
    for person in share::people_of(r, account)? {
        by_others(r, account, person, rows::past_of_person(r, person, MOST_PAST)?, &mut found)?;
    }
    Ok(found)
}

/// Whether anything has begun for them at a clinic, or at any, whoever has booked it.
pub fn has_begun_for_shared(r: &dyn Reader, account: AccountId, only: Option<&ClinicId>) -> Result<bool> {
    for person in share::people_of(r, account)? {
        let begun = rows::past_of_person(r, person, MOST_PAST)?;
        if begun.iter().any(|(_, of)| !of.summary.self_only && only.is_none_or(|only| of.clinic == *only)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Those of the entries of a person that others have booked.
fn by_others(
    r: &dyn Reader,
    account: AccountId,
    person: PersonId,
    entries: Vec<rows::PersonListed>,
    found: &mut Vec<BookedByOther>,
) -> Result<()> {
    for ((_, starts, id), of) in entries {
        let booker = match booker_of(r, account, person, &of)? {
            Some(Booker::Asker) => continue,
            _ if of.summary.self_only => continue,
            other => other,
        };
        found.push(BookedByOther { clinic: of.clinic, listing: Listing { id, starts, summary: of.summary }, booker });
    }
    Ok(())
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

/// The part of that which is for this person; where they are shared, whoever has booked it.
pub fn coming_for(r: &dyn Reader, account: AccountId, person: &Member) -> Result<Vec<Held>> {
    coming_for_any(r, account, slice::from_ref(person))
}

/// The same of several people, the next one first.
pub fn coming_for_any(r: &dyn Reader, account: AccountId, people: &[Member]) -> Result<Vec<Held>> {
    let (shared, own): (Vec<&Member>, Vec<&Member>) = people.iter().partition(|person| person.sharing.is_some());
    let mut found = if own.is_empty() { Vec::new() } else { coming(r, account)? };
    found.retain(|(_, of)| own.iter().any(|person| of.attendee.is(person)));
    for person in shared {
        found.extend(coming_of_shared(r, account, person.id)?);
    }
    found.sort_by_key(|(_, of)| of.slot.starts());
    Ok(found)
}

fn coming_of_shared(r: &dyn Reader, account: AccountId, person: PersonId) -> Result<Vec<Held>> {
    let mut found = Vec::new();
    for ((_, _, id), _) in rows::coming_of_person(r, person, MOST_COMING)? {
        let reservation = rows::find(r, id)?.filter(|of| of.link.is_some() && of.is_coming(r.now()));
        let Some(reservation) = reservation else { continue };
        if reservation.service.self_only && !is_open_to(r, account, &reservation)? {
            continue;
        }
        found.extend(clinic::rows::find(r, &reservation.clinic)?.map(|clinic| (clinic, reservation)));
    }
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
