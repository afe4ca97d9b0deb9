//! What an account has booked, for the pages that show it. Each registration, clinic and coming reservation is read once;
//! what is over is read only where it is shown, otherwise one entry of an index tells that there is some.

use super::page::Held;
use crate::account::AccountId;
use crate::clinic::{self, Clinic, Link};
use crate::reservation::{Reservation, ReservationId, Sheet, holdings};
use crate::store::{Reader, Result};
use std::cmp::Reverse;
use std::sync::Arc;

/// A clinic of an account's own, with what is booked there from now on.
pub struct Registered {
    /// The registration.
    pub link: Link,
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
    pub fn of(r: &dyn Reader, link: Link, clinic: Clinic) -> Result<Self> {
        Ok(Self { ahead: holdings::ahead(r, link.id)?, link, clinic: Arc::new(clinic) })
    }

    /// The next visit there.
    pub fn next(&self) -> Option<&Reservation> {
        self.ahead.coming.first()
    }

    fn sheet(&self, reservation: &Reservation) -> Sheet {
        Sheet::of_patient(Arc::clone(&self.clinic), reservation.clone())
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
pub fn held(r: &dyn Reader, at: &[Registered], asked: Asked) -> Result<Option<Held>> {
    let mut coming: Vec<Sheet> =
        at.iter().flat_map(|one| one.ahead.coming.iter().map(|reservation| one.sheet(reservation))).collect();
    coming.sort_by_key(|sheet| sheet.reservation.slot.starts());
    let holds = |sheets: &[Sheet], id| sheets.iter().any(|sheet| sheet.reservation.id == id);
    let elsewhere = asked.open.filter(|id| !holds(&coming, *id));
    let shows_past = asked.past || elsewhere.is_some();
    let past = if shows_past { past(r, at)? } else { Vec::new() };
    if elsewhere.is_some_and(|id| !holds(&past, id)) {
        return Ok(None);
    }
    let has_past = !past.is_empty() || (!shows_past && has_past(r, at)?);
    Ok(Some(Held { open: asked.open, shows_past, coming, has_past, past }))
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
fn past(r: &dyn Reader, at: &[Registered]) -> Result<Vec<Sheet>> {
    let mut past = Vec::new();
    for one in at {
        let begun = holdings::begun(r, one.link.id)?;
        past.extend(one.ahead.cancelled.iter().chain(&begun).map(|reservation| one.sheet(reservation)));
    }
    past.sort_by_key(|sheet| Reverse(sheet.reservation.slot.starts()));
    Ok(past)
}
