//! What an account has booked, for the pages that show it. Each registration, clinic and entry of a list is read once; of the
//! reservations only the open one is. What is over is read only where it is shown, otherwise one entry of an index tells
//! that there is some.

use super::open_parts::OpenParts;
use super::page::reservations::{ReservationList, ReservationRow};
use crate::account::AccountId;
use crate::clinic::{self, Clinic, ClinicId, ClinicLink};
use crate::clock::Moment;
use crate::reservation::holdings::{self, BookedByOther, Booker};
use crate::reservation::{self, GroupId, Listing, ReservationId, Sheet, Summary};
use crate::store::{Reader, Result};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A clinic of an account's own, with what is booked there from now on.
pub struct Registered {
    /// The registration.
    pub link: ClinicLink,
    /// The clinic.
    pub clinic: Arc<Clinic>,
    ahead: holdings::Ahead,
}

impl Registered {
    /// What is booked at a clinic under a registration.
    pub fn of(r: &dyn Reader, link: ClinicLink, clinic: Arc<Clinic>) -> Result<Self> {
        Ok(Self { ahead: holdings::ahead(r, link.id)?, link, clinic })
    }

    /// When the next visit there starts.
    pub fn next(&self) -> Option<Moment> {
        self.ahead.coming.first().map(|listing| listing.starts)
    }

    fn row(&self, listing: &Listing) -> ReservationRow {
        let (clinic, listing) = (Arc::clone(&self.clinic), listing.clone());
        ReservationRow { clinic, listing, sheet: None, together: None, booker: None }
    }
}

/// What others have booked for people whom the account shares with them.
#[derive(Default)]
pub struct OfOthers {
    coming: Vec<ReservationRow>,
    past: Vec<ReservationRow>,
    /// Whether there is something that is over; it need not be among `past`.
    has_past: bool,
}

impl OfOthers {
    /// What they have booked at a clinic, or at all of them; what is over only where it `shows_past`.
    pub fn find(r: &dyn Reader, account: AccountId, only: Option<&ClinicId>, shows_past: bool) -> Result<Self> {
        let (coming, mut past): (Vec<_>, Vec<_>) =
            holdings::ahead_by_others(r, account)?.into_iter().partition(|one| one.listing.is_coming(r.now()));
        let has_past = !past.is_empty() || holdings::has_begun_for_shared(r, account, only)?;
        if shows_past {
            past.extend(holdings::begun_by_others(r, account)?);
        }
        let mut clinics = BTreeMap::new();
        let mut rows = |all: Vec<BookedByOther>| -> Result<Vec<ReservationRow>> {
            let mut rows = Vec::with_capacity(all.len());
            for one in all.into_iter().filter(|one| only.is_none_or(|only| one.clinic == *only)) {
                if !clinics.contains_key(&one.clinic) {
                    clinics.insert(one.clinic.clone(), clinic::rows::find(r, &one.clinic)?);
                }
                let Some(clinic) = clinics.get(&one.clinic).cloned().flatten() else { continue };
                let BookedByOther { listing, booker, .. } = one;
                rows.push(ReservationRow { clinic, listing, sheet: None, together: None, booker });
            }
            Ok(rows)
        };
        Ok(Self { coming: rows(coming)?, past: rows(past)?, has_past })
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

/// What is shown of the reservations at these clinics, and of what others have booked there; `None` when the one that is to be open is not among them. What is
/// over is shown along with an open one that is over; where `hides_past`, both close.
pub fn held(
    r: &dyn Reader,
    account: AccountId,
    at: &[Registered],
    others: OfOthers,
    open: OpenParts,
    hides_past: bool,
) -> Result<Option<ReservationList>> {
    let mut coming: Vec<ReservationRow> =
        at.iter().flat_map(|one| one.ahead.coming.iter().map(|listing| one.row(listing))).collect();
    coming.extend(others.coming);
    coming.sort_by_key(|row| row.listing.starts);
    count_together(&mut coming);
    let is_coming = |id| coming.iter().any(|row| row.listing.id == id);
    let shown = open.reservation.filter(|id| !hides_past || is_coming(*id));
    let shows_past = open.past || shown.is_some_and(|id| !is_coming(id));
    let open = OpenParts { past: shows_past, reservation: shown, ..open };
    let others_have_past = others.has_past;
    let mut past = if open.past { past(r, at, others.past)? } else { Vec::new() };
    if let Some(id) = open.reservation {
        let Some(row) = coming.iter_mut().chain(&mut past).find(|row| row.listing.id == id) else { return Ok(None) };
        let found = reservation::rows::find(r, id)?;
        row.sheet = match found {
            Some(reservation) => Some(Box::new(Sheet::of_patient(r, account, Arc::clone(&row.clinic), reservation)?)),
            None => None,
        };
    }
    let has_past = !past.is_empty() || (!open.past && (others_have_past || has_past(r, at)?));
    Ok(Some(ReservationList { open, coming, has_past, past }))
}

/// Says of each row how many come together, where they are several.
fn count_together(coming: &mut [ReservationRow]) {
    let mut many: BTreeMap<GroupId, usize> = BTreeMap::new();
    for group in coming.iter().filter_map(|row| row.listing.summary.group) {
        *many.entry(group).or_default() += 1;
    }
    for row in coming {
        let count = row.listing.summary.group.and_then(|group| many.get(&group));
        row.together = count.copied().filter(|count| 1 < *count);
    }
}

/// One reservation of the account, with all of it; `only` is the clinic that it has to be at, if any.
pub fn row(
    r: &dyn Reader,
    account: AccountId,
    only: Option<&ClinicId>,
    id: ReservationId,
) -> Result<Option<ReservationRow>> {
    let found = holdings::of_account(r, account, id)?;
    let Some(reservation) = found.filter(|found| only.is_none_or(|only| found.clinic == *only)) else {
        return Ok(None);
    };
    let Some(clinic) = clinic::rows::find(r, &reservation.clinic)? else { return Ok(None) };
    let listing = Listing { id, starts: reservation.slot.starts(), summary: Summary::of(&reservation) };
    let sheet = Box::new(Sheet::of_patient(r, account, Arc::clone(&clinic), reservation)?);
    let booker = sheet.booker.clone().filter(|booker| *booker != Booker::Asker);
    let others = sheet.companions.len();
    let together = (listing.is_coming(r.now()) && 0 < others).then_some(1 + others);
    Ok(Some(ReservationRow { clinic, listing, sheet: Some(sheet), together, booker }))
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
fn past(r: &dyn Reader, at: &[Registered], of_others: Vec<ReservationRow>) -> Result<Vec<ReservationRow>> {
    let mut past = of_others;
    for one in at {
        let begun = holdings::begun(r, one.link.id)?;
        past.extend(one.ahead.cancelled.iter().chain(&begun).map(|listing| one.row(listing)));
    }
    past.sort_by_key(|row| Reverse(row.listing.starts));
    Ok(past)
}
