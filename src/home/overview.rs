//! What an account has booked, for the pages that show it. Each registration, clinic and entry of a list is read once; of the
//! reservations only the open one is. What is over is read only where it is shown, otherwise one entry of an index tells
//! that there is some.

use super::page::{ReservationList, ReservationRow};
use crate::account::AccountId;
use crate::clinic::{self, Clinic, ClinicLink};
use crate::clock::Moment;
use crate::reservation::{self, Listing, ReservationId, Sheet, holdings};
use crate::store::{Reader, Result};
use std::cmp::Reverse;
use std::sync::Arc;

/// A clinic of an account's own, with what is booked there from now on.
pub struct Registered {
    /// The registration.
    pub link: ClinicLink,
    /// The clinic.
    pub clinic: Arc<Clinic>,
    ahead: holdings::Ahead,
}

/// What the address asks for: which reservation is open, and whether past ones are shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// The reservation that is open.
    pub open: Option<ReservationId>,
    /// Whether past and cancelled ones are shown.
    pub past: bool,
}

impl Registered {
    /// What is booked at a clinic under a registration.
    pub fn of(r: &dyn Reader, link: ClinicLink, clinic: Clinic) -> Result<Self> {
        Ok(Self { ahead: holdings::ahead(r, link.id)?, link, clinic: Arc::new(clinic) })
    }

    /// When the next visit there starts.
    pub fn next(&self) -> Option<Moment> {
        self.ahead.coming.first().map(|listing| listing.starts)
    }

    fn row(&self, listing: &Listing) -> ReservationRow {
        ReservationRow { clinic: Arc::clone(&self.clinic), listing: listing.clone() }
    }
}

/// The account's clinics, in the order in which they were registered.
pub fn registered(r: &dyn Reader, account: AccountId) -> Result<Vec<Registered>> {
    let mut links = clinic::rows::links(r, account)?;
    links.sort_by_key(|link| link.since);
    let mut found = Vec::with_capacity(links.len());
    for link in links {
        if let Some(clinic) = clinic::rows::find(r, &link.clinic)? {
            found.push(Registered::of(r, link, clinic)?);
        }
    }
    Ok(found)
}

/// What is shown of the reservations at these clinics; `None` when the one that is asked for is not among them.
pub fn held(r: &dyn Reader, at: &[Registered], asked: Asked) -> Result<Option<ReservationList>> {
    let mut coming: Vec<ReservationRow> =
        at.iter().flat_map(|one| one.ahead.coming.iter().map(|listing| one.row(listing))).collect();
    coming.sort_by_key(|row| row.listing.starts);
    let is_coming = |id| coming.iter().any(|row| row.listing.id == id);
    let shows_past = asked.past || asked.open.is_some_and(|id| !is_coming(id));
    let past = if shows_past { past(r, at)? } else { Vec::new() };
    let open = match asked.open {
        Some(id) => match coming.iter().chain(&past).find(|row| row.listing.id == id) {
            Some(row) => sheet(r, row)?,
            None => return Ok(None),
        },
        None => None,
    };
    let has_past = !past.is_empty() || (!shows_past && has_past(r, at)?);
    Ok(Some(ReservationList { open, shows_past, coming, has_past, past }))
}

/// The reservation of a row.
fn sheet(r: &dyn Reader, row: &ReservationRow) -> Result<Option<Sheet>> {
    let found = reservation::rows::find(r, row.listing.id)?;
    Ok(found.map(|reservation| Sheet::of_patient(Arc::clone(&row.clinic), reservation)))
}

/// Whether something at these clinics is over or was cancelled.
fn has_past(r: &dyn Reader, at: &[Registered]) -> Result<bool> {
    for one in at {
        if !one.ahead.cancelled.is_empty() || holdings::has_begun(r, one.link.id)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What is over or was cancelled, the latest first.
fn past(r: &dyn Reader, at: &[Registered]) -> Result<Vec<ReservationRow>> {
    let mut past = Vec::new();
    for one in at {
        let begun = holdings::begun(r, one.link.id)?;
        past.extend(one.ahead.cancelled.iter().chain(&begun).map(|listing| one.row(listing)));
    }
    past.sort_by_key(|row| Reverse(row.listing.starts));
    Ok(past)
}
