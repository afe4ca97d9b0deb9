//! The visits that somebody has before them at a clinic: for the limit of open reservations, and so that nobody is booked twice.
//!
//! They are found by who the person is together with the address that they were booked with and, where an account books for the
//! person, by the person's id, under which those count that another account which shares the person has booked.

use super::rows::{self, ComingVisits};
use super::visits;
use crate::clinic::{ClinicId, MenuId};
use crate::mail::EmailAddress;
use crate::person::{Identity, PersonId};
use crate::store::{Reader, Result};
use time::Date;

/// Whose visits are looked for. The caller has made sure that the address is proved, or the account's.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// Who comes.
    pub person: Identity<'a>,
    /// Which person of the account that is, if one.
    pub person_id: Option<PersonId>,
    /// The address with which the visits were booked.
    pub address: &'a EmailAddress,
}

impl Expected<'_> {
    /// Their visits of a menu: when each starts, and what took its place.
    pub fn of_menu(&self, r: &dyn Reader, clinic: &ClinicId, menu: &MenuId) -> Result<ComingVisits> {
        let found = rows::coming_of_menu(r, clinic, menu, self.person, self.address)?;
        self.with_those_of_id(r, clinic, found, |visit| visit.menu == *menu)
    }

    /// Their visits on one day, whichever menu they are of, the first one first.
    pub fn on_day(&self, r: &dyn Reader, clinic: &ClinicId, day: Date) -> Result<ComingVisits> {
        let mut found = rows::coming_at_clinic(r, clinic, self.person, self.address)?;
        found.retain(|(start, _)| start.jst_date() == day);
        let mut found = self.with_those_of_id(r, clinic, found, |visit| visit.starts.jst_date() == day)?;
        found.sort_unstable();
        Ok(found)
    }

    fn with_those_of_id(
        &self,
        r: &dyn Reader,
        clinic: &ClinicId,
        mut found: ComingVisits,
        counts: impl Fn(&visits::PersonVisit) -> bool,
    ) -> Result<ComingVisits> {
        let Some(id) = self.person_id else { return Ok(found) };
        for visit in visits::of_person_id(r, clinic, id)?.into_iter().filter(counts) {
            if r.now() < visit.starts && found.iter().all(|(_, known)| *known != visit.id) {
                found.push((visit.starts, visit.id));
            }
        }
        Ok(found)
    }
}
