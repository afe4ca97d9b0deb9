//! The visits of each person at a clinic, booked and past, by whichever address they were booked: for the interval between two
//! of them.
//!
//! A person has one row under who they are and, in an account, one under their id, so that a corrected name does not lose what was
//! before. A booking reads and changes these rows, so that two of the same person cannot both be stored where they are too near.

use super::place::{Place, PlaceId};
use crate::clinic::{ClinicId, MenuId};
use crate::clock::Moment;
use crate::mail::EmailAddress;
use crate::person::{Identity, PersonId};
use crate::secret::TokenHash;
use crate::store::{Reader, Result, Table, Tx};
use serde::{Deserialize, Serialize};

/// The visits of a person; `check` compares them with what takes the places.
pub const VISITS: Table<(ClinicId, TokenHash), Vec<PersonVisit>> = Table::new("slot-visit");

/// For how many days after a visit it is kept: longer than any interval that a clinic can set.
pub const KEPT_DAYS: i64 = 400;
/// More visits than anybody has in that time. A row keeps the latest of them, so that it stays small whoever fills it.
const MOST: usize = 400;

/// A visit in the row of its person.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "(MenuId, Moment, PlaceId, String)", into = "(MenuId, Moment, PlaceId, String)")]
pub struct PersonVisit {
    /// Of which menu.
    pub menu: MenuId,
    /// When it starts.
    pub starts: Moment,
    /// What took its place.
    pub id: PlaceId,
    /// By which address it was booked, as a mark that tells addresses apart; empty where there is none.
    pub address: String,
}

impl From<(MenuId, Moment, PlaceId, String)> for PersonVisit {
    fn from((menu, starts, id, address): (MenuId, Moment, PlaceId, String)) -> Self {
        Self { menu, starts, id, address }
    }
}

impl From<PersonVisit> for (MenuId, Moment, PlaceId, String) {
    fn from(of: PersonVisit) -> Self {
        (of.menu, of.starts, of.id, of.address)
    }
}

impl PersonVisit {
    /// That of a place.
    pub fn of(place: &Place<'_>) -> Self {
        let (menu, starts) = (place.slot.menu.clone(), place.slot.starts());
        Self { menu, starts, id: place.id, address: place.address.map(address_mark).unwrap_or_default() }
    }
}

/// The keys of the rows in which a place is listed.
pub fn keys(place: &Place<'_>) -> Vec<(ClinicId, TokenHash)> {
    let by_id = place.person_id.map(of_id);
    let keys = std::iter::once(of_person(place.person)).chain(by_id);
    keys.map(|key| (place.clinic.clone(), key)).collect()
}

/// Lists a visit that has been booked.
pub(super) fn add(tx: &mut Tx<'_>, place: &Place<'_>) -> Result<()> {
    change(tx, place, |visits| visits.push(PersonVisit::of(place)))
}

/// Takes one off the list.
pub(super) fn remove(tx: &mut Tx<'_>, place: &Place<'_>) -> Result<()> {
    change(tx, place, |visits| visits.retain(|other| other.id != place.id))
}

fn change(tx: &mut Tx<'_>, place: &Place<'_>, change: impl Fn(&mut Vec<PersonVisit>)) -> Result<()> {
    let oldest = place.since.plus_days(-KEPT_DAYS);
    for key in keys(place) {
        let mut visits = VISITS.get(tx, &key)?.unwrap_or_default();
        visits.retain(|visit| oldest < visit.starts);
        change(&mut visits);
        visits.sort_by_key(|visit| visit.starts);
        visits.drain(..visits.len().saturating_sub(MOST));
        if visits.is_empty() { VISITS.delete(tx, &key).map(drop)? } else { VISITS.put(tx, &key, &visits)? }
    }
    Ok(())
}

/// Every visit of a person at a clinic, each once, with whether it was booked for this very id.
///
/// # Errors
/// What the store says.
pub fn all_of(
    r: &dyn Reader,
    clinic: &ClinicId,
    person: Identity<'_>,
    id: Option<PersonId>,
) -> Result<Vec<(PersonVisit, bool)>> {
    let row = |key| Ok::<_, crate::store::Error>(VISITS.get(r, &(clinic.clone(), key))?.unwrap_or_default());
    let of_id = id.map(|id| row(of_id(id))).transpose()?.unwrap_or_default();
    let mut visits: Vec<(PersonVisit, bool)> = of_id.into_iter().map(|visit| (visit, true)).collect();
    for visit in row(of_person(person))? {
        if visits.iter().all(|(known, _)| known.id != visit.id) {
            visits.push((visit, false));
        }
    }
    Ok(visits)
}

/// The visits at a clinic that were booked for this very person of an account.
pub(super) fn of_person_id(r: &dyn Reader, clinic: &ClinicId, id: PersonId) -> Result<Vec<PersonVisit>> {
    Ok(VISITS.get(r, &(clinic.clone(), of_id(id)))?.unwrap_or_default())
}

/// Tells addresses apart without naming them.
pub(super) fn address_mark(address: &EmailAddress) -> String {
    TokenHash::of_text(&address.key().to_string()).in_short()
}

fn of_person(person: Identity<'_>) -> TokenHash {
    TokenHash::of_text(&person.text())
}

fn of_id(id: PersonId) -> TokenHash {
    TokenHash::of_text(&id.text())
}
