//! The next visits of an account, for a copy that a device keeps and shows to whoever holds it: when, where and for whom, and
//! nothing of what for. What is 本人だけ is not among them.

use super::open_parts::OpenParts;
use super::overview::{self, OfOthers};
use crate::account::AccountId;
use crate::clinic::Clinic;
use crate::clock::Moment;
use crate::reservation;
use crate::store::{Reader, Result};
use std::sync::Arc;

/// How many are copied: nobody needs more of them on the way.
const MOST: usize = 10;

/// A visit to come.
pub struct NextVisit {
    /// Where.
    pub clinic: Arc<Clinic>,
    /// From when.
    pub starts: Moment,
    /// Until when: then it is over, and not shown.
    pub ends: Moment,
    /// The name of who comes.
    pub person: String,
}

/// The next visits, the first one first.
pub fn next_visits(r: &dyn Reader, account: AccountId) -> Result<Vec<NextVisit>> {
    let registered = overview::registered(r, account)?;
    let others = OfOthers::find(r, account, None, false)?;
    let held = overview::held(r, account, &registered, others, OpenParts::default(), false)?;
    let coming = held.map_or_else(Vec::new, |held| held.coming);
    let mut visits = Vec::with_capacity(MOST);
    for row in coming.into_iter().filter(|row| !row.listing.summary.self_only).take(MOST) {
        // The list tells when a visit starts, and only the reservation when it ends.
        let Some(reservation) = reservation::rows::find(r, row.listing.id)? else { continue };
        let (starts, ends) = (reservation.slot.starts(), reservation.slot.ends());
        visits.push(NextVisit { clinic: row.clinic, starts, ends, person: row.listing.summary.person });
    }
    Ok(visits)
}
