//! Who asks what is free, and what the rules have to know of the person: how old they are, what they have before them, and what they
//! have had.

use super::availability::Client;
use super::coming::Expected;
use super::interval::{CountedVisit, SaidOfVisit};
use super::offer::Offer;
use super::slot::{BookingKey, Slot};
use super::visits::{self, PersonVisit};
use crate::account::BookingRight;
use crate::mail::EmailAddress;
use crate::person::{Identity, PersonId};
use crate::store::{Reader, Result};

/// Who asks what is free: the person and their address if known, the booking whose hold does not count, and the place that
/// does not count because it would be given up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asker<'a> {
    /// Who would come.
    pub person: Option<Identity<'a>>,
    /// Which person of an account that is, if one.
    pub person_id: Option<PersonId>,
    /// The mail address under which they would come. The limit of open reservations is not judged without it: whether
    /// somebody is expected is told only to the owner of the address.
    pub address: Option<&'a EmailAddress>,
    /// The booking under way.
    pub key: Option<BookingKey>,
    /// The place of the same clinic that would be given up.
    pub instead_of: Option<&'a Slot>,
    /// The slot that was shown and may be held for it: it gets the same unit, where that is still free.
    pub shown: Option<&'a Slot>,
    /// What those who ask are to the person.
    pub right: BookingRight,
    /// Whether they may learn what else is booked for the person. The holder of a mail's URL may not.
    pub knows_visits: bool,
}

impl Asker<'_> {
    /// Who would come, who does not have before them what would be given up.
    pub(super) fn client(&self, r: &dyn Reader, offer: Offer<'_>) -> Result<Option<Client>> {
        let now = r.now();
        let Some(person) = self.person else { return Ok(None) };
        let coming = match self.expected() {
            Some(expected) => expected.of_menu(r, &offer.clinic.id, &offer.menu.id)?.len(),
            None => 0,
        };
        let coming = u16::try_from(coming).unwrap_or(u16::MAX);
        let own = u16::from(self.instead_of.is_some_and(|old| old.menu == offer.menu.id && now < old.starts()));
        let visits = self.other_visits(r, offer, person)?;
        Ok(Some(Client { birth_date: person.birth_date(), coming: coming.saturating_sub(own), visits }))
    }

    /// Whose visits are looked for, where that may be done.
    fn expected(&self) -> Option<Expected<'_>> {
        let (person, address) = self.person.zip(self.address)?;
        Some(Expected { person, person_id: self.person_id, address })
    }

    /// The other visits of the person that count for the interval, apart from what would be given up. Nothing is read where the menu
    /// has no interval. What has begun counts whoever booked it, since too early a dose harms; what is still to come only where it
    /// was booked for this very person of an account or by the same proved address, so that nobody keeps somebody else away by
    /// booking under their name.
    fn other_visits(&self, r: &dyn Reader, offer: Offer<'_>, person: Identity<'_>) -> Result<Vec<CountedVisit>> {
        let apart = |visit: &PersonVisit| {
            let menu = offer.menus.iter().find(|menu| menu.id == visit.menu);
            menu.map_or(0, |menu| offer.menu.interval_to(menu))
        };
        if offer.menus.iter().all(|menu| offer.menu.interval_to(menu) == 0) {
            return Ok(Vec::new());
        }
        let own_mark = self.address.map(visits::address_mark);
        let is_given_up = |visit: &PersonVisit| {
            self.instead_of.is_some_and(|old| old.menu == visit.menu && old.starts() == visit.starts)
        };
        let all = visits::all_of(r, &offer.clinic.id, person, self.person_id)?;
        let now = r.now();
        let is_told = |visit: &PersonVisit| {
            let menu = offer.menus.iter().find(|menu| menu.id == visit.menu);
            self.right == BookingRight::Own || menu.is_some_and(|menu| !menu.self_only)
        };
        let mut counted = Vec::new();
        for (visit, own) in all {
            let is_own = own || own_mark.as_ref() == Some(&visit.address);
            if apart(&visit) == 0 || is_given_up(&visit) || !(is_own || visit.starts <= now) {
                continue;
            }
            let said =
                if self.knows_visits && is_own && is_told(&visit) { SaidOfVisit::Day } else { SaidOfVisit::Rule };
            counted.push(CountedVisit { day: visit.starts.jst_date(), apart: apart(&visit), said });
        }
        Ok(counted)
    }

    /// Whether the person has booked the menu at that very time, apart from what would be given up. The staff may have booked it
    /// twice.
    pub(super) fn is_expected_at(&self, r: &dyn Reader, offer: Offer<'_>, slot: &Slot) -> Result<bool> {
        let Some(expected) = self.expected() else { return Ok(false) };
        let visits = expected.of_menu(r, &offer.clinic.id, &offer.menu.id)?;
        let at_that_time = visits.iter().filter(|(start, _)| *start == slot.starts()).count();
        let given_up = self.instead_of.is_some_and(|old| old.menu == slot.menu && old.starts() == slot.starts());
        Ok(at_that_time > usize::from(given_up))
    }
}
