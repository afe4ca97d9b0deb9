//! Who asks what is free for a booking under way: one person, or several who come or are moved together.

use super::choice::Choice;
use super::filled::Filled;
use super::model::{Moving, Stage};
use super::under_way::UnderWay;
use crate::account::BookingRight;
use crate::clock::Moment;
use crate::reservation::{Reservation, ReservationId};
use crate::slots::{self, Asker, Participant, Reason, Spacing, WantedSlot};
use crate::work::{Denied, Outcome, Work};

impl UnderWay {
    /// Who asks what is free: the patient of the reservation that is moved; or who was typed, with an address only where it
    /// is known to be theirs, because an address that a guest has typed and not proved may be anybody's.
    pub fn asker<'a>(&'a self, filled: Option<&'a Filled>) -> Asker<'a> {
        if let Some(old) = &self.moving {
            return self.asker_to_move(old);
        }
        let address = match filled.and_then(|filled| filled.address.as_ref()) {
            Some(typed) => Some(typed).filter(|typed| self.has_proved(typed)),
            None => self.account_address.as_ref(),
        };
        let (person, key) = (filled.map(|filled| filled.person.identity()), Some(self.key));
        let right = match filled {
            Some(filled) => filled.right,
            None if self.is_guest() => BookingRight::Guest,
            None => BookingRight::Unasked,
        };
        let person_id = filled.and_then(|filled| filled.person_id);
        Asker { person, person_id, address, key, instead_of: None, shown: None, right, knows_visits: true }
    }

    fn asker_to_move<'a>(&self, old: &'a Reservation) -> Asker<'a> {
        let by_url = self.booking.moving().is_some_and(Moving::is_by_url);
        Asker { key: Some(self.key), knows_visits: !by_url, ..old.asker() }
    }

    /// Who asks what is free: the one person, or all who come together or are moved together. `people` are those who come, as far as
    /// that is known.
    ///
    /// # Errors
    /// Not found when patients cannot book one of the menus any more.
    pub fn participants<'a>(&'a self, people: &'a [Filled]) -> Result<Vec<Participant<'a>>, Denied> {
        let Some(party) = self.booking.party() else {
            let first = Participant { offer: self.offer()?, asker: self.asker(people.first()) };
            let along = self.along.iter().map(|old| {
                let offer = self.offers.offer(&old.slot.menu, old.service.visit).ok_or(Denied::NotFound)?;
                Ok(Participant { offer: offer.with_known(old.slot.asked_unit()), asker: self.asker_to_move(old) })
            });
            return std::iter::once(Ok(first)).chain(along).collect();
        };
        let one = |at: usize| Ok(Participant { offer: self.offer_of(at)?, asker: self.asker(people.get(at)) });
        (0..party.members.len()).map(one).collect()
    }

    /// How many people it is for.
    pub fn people(&self) -> usize {
        self.booking.party().map_or(1 + self.along.len(), |party| party.members.len())
    }

    /// The reservations that are moved together and when they start; none where it is one alone.
    pub fn moved_together(&self) -> Vec<(ReservationId, Moment)> {
        let several = self.booking.moving().is_some_and(|moving| moving.whole_group);
        let moved = self.moving.iter().chain(&self.along).filter(|_| several);
        moved.map(|of| (of.id, of.slot.starts())).collect()
    }

    /// How those lie beside each other.
    pub fn spacing(&self) -> Spacing {
        match (self.booking.party(), &self.moving) {
            (Some(party), _) => party.order.spacing(&self.offers.clinic),
            (None, Some(old)) => {
                let start = |of: &Reservation| i32::from(of.slot.start.minutes());
                Spacing::After(self.along.iter().map(|along| start(along) - start(old)).collect())
            }
            (None, None) => Spacing::AtOnce,
        }
    }

    /// Takes the slots that begin at a time, and keeps them until a moment. The caller stores the booking, which gives those
    /// before back.
    ///
    /// # Errors
    /// Refused when they cannot all be booked.
    pub fn choose(
        &mut self,
        work: &mut Work<'_>,
        people: &[Filled],
        wanted: WantedSlot,
        until: Option<Moment>,
    ) -> Outcome<(), Reason> {
        let slots = slots::choose_together(work, &self.participants(people)?, self.spacing(), wanted, until)?;
        if let Some(choice) = Choice::of(slots, until) {
            let moved = self.moved_together();
            self.booking.stage = Stage::Chosen(Choice { moved, ..choice });
        }
        Ok(())
    }
}
