//! What is free for an asker: the days of a calendar, the next free slots, one slot.
//!
//! It reads the rows of the days that are asked for and lets `availability` judge. Nothing is written here.

use super::availability::{self, Client, DayPlan, Offer, Reason};
use super::occupancy::Taken;
use super::rows;
use super::slot::{BookingKey, Slot, WantedSlot};
use crate::clinic::TimeOfDay;
use crate::mail::EmailAddress;
use crate::person::Person;
use crate::store::{self, Reader, Result};
use crate::work::Stop;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use time::{Date, Duration};

/// Who asks what is free: the person and their address if known, the booking whose hold does not count, and the place that
/// does not count because it would be given up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asker<'a> {
    /// Who would come.
    pub person: Option<&'a Person>,
    /// The mail address under which they would come. The limit of open reservations is not judged without it: whether
    /// somebody is expected is told only to the owner of the address.
    pub address: Option<&'a EmailAddress>,
    /// The booking under way.
    pub key: Option<BookingKey>,
    /// The place of the same clinic that would be given up.
    pub instead_of: Option<&'a Slot>,
}

impl Asker<'_> {
    /// Who would come, who does not have before them what would be given up.
    fn client(&self, r: &dyn Reader, offer: Offer<'_>) -> Result<Option<Client>> {
        let now = r.now();
        let Some(person) = self.person else { return Ok(None) };
        let coming = match self.address {
            Some(address) => rows::coming_of_person(r, &offer.clinic.id, &offer.menu.id, person, address)?,
            None => 0,
        };
        let own = u16::from(self.instead_of.is_some_and(|old| old.menu == offer.menu.id && now < old.starts()));
        Ok(Some(Client { birth_date: person.birth_date, coming: coming.saturating_sub(own) }))
    }

    /// What is taken on some days, as the asker sees it.
    fn taken(&self, r: &dyn Reader, offer: Offer<'_>, days: RangeInclusive<Date>) -> Result<BTreeMap<Date, Taken>> {
        let mut taken = rows::taken(r, &offer.clinic.id, days, self.key)?;
        if let Some(old) = self.instead_of
            && let Some(on_day) = taken.get_mut(&old.day)
        {
            on_day.remove(old);
        }
        Ok(taken)
    }
}

/// The days of a menu as an asker may book them. What is taken on a day is read and judged once, however often the day is
/// looked at.
pub struct Days<'a> {
    r: &'a dyn Reader,
    offer: Offer<'a>,
    asker: Asker<'a>,
    client: Option<Client>,
    plans: BTreeMap<Date, DayPlan>,
}

impl<'a> Days<'a> {
    /// Those of this menu for this asker; none has been looked at yet.
    pub fn of(r: &'a dyn Reader, offer: Offer<'a>, asker: Asker<'a>) -> Result<Self> {
        Ok(Self { client: asker.client(r, offer)?, r, offer, asker, plans: BTreeMap::new() })
    }

    /// These days in their order. At most as many as a page shows.
    pub fn plans(mut self, days: RangeInclusive<Date>) -> Result<Vec<DayPlan>> {
        self.look_at(days.clone())?;
        let every = std::iter::successors(Some(*days.start()), |day| day.next_day());
        Ok(every.take_while(|day| days.contains(day)).filter_map(|day| self.plans.remove(&day)).collect())
    }

    /// The first `limit` free slots on `from` or later, as far ahead as the menu can be booked.
    pub fn next_free(&mut self, from: Date, limit: usize) -> Result<Vec<(Date, TimeOfDay)>> {
        let (today, menu) = (self.r.now().jst_date(), self.offer.menu);
        let horizon = menu.opens.reach(today);
        let last = menu.valid_until.map_or(horizon, |until| until.min(horizon));
        let mut first = from.max(today).max(menu.valid_from.unwrap_or(today));
        let mut found = Vec::new();
        let mut stride = FIRST_STRIDE;
        while first <= last && found.len() < limit {
            let end = first.saturating_add(Duration::days(stride - 1)).min(last);
            self.look_at(first..=end)?;
            for (day, plan) in self.plans.range(first..=end) {
                found.extend(plan.free().map(|(start, _)| (*day, start)));
            }
            let Some(next) = end.next_day() else { break };
            first = next;
            stride = (2 * stride).min(LAST_STRIDE);
        }
        found.truncate(limit);
        Ok(found)
    }

    /// Judges those of these days that have not been looked at. Nothing is read of days that have passed: what is taken on
    /// them decides nothing.
    fn look_at(&mut self, days: RangeInclusive<Date>) -> Result<()> {
        let (now, today) = (self.r.now(), self.r.now().jst_date());
        let every = std::iter::successors(Some(*days.start()), |day| day.next_day());
        let new: Vec<Date> =
            every.take_while(|day| days.contains(day)).filter(|day| !self.plans.contains_key(day)).collect();
        let Some((first, last)) = new.first().zip(new.last()) else { return Ok(()) };
        let taken = self.asker.taken(self.r, self.offer, (*first).max(today)..=*last)?;
        let nothing = Taken::default();
        for day in new {
            let taken = taken.get(&day).unwrap_or(&nothing);
            self.plans.insert(day, availability::day(self.offer, self.client, now, day, taken));
        }
        Ok(())
    }
}

/// How many days are looked at first in the search for a free slot: mostly there is one on the next days. Then twice as
/// many each time, so that a clinic without any is searched in few reads.
const FIRST_STRIDE: i64 = 2;
/// At most so many days are looked at in one go.
const LAST_STRIDE: i64 = 32;

/// Why no slot is given.
pub enum NotFree {
    /// It cannot be booked.
    Reason(Reason),
    /// The store failed.
    Store(store::Error),
}

impl From<store::Error> for NotFree {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl<R: From<Reason>> From<NotFree> for Stop<R> {
    fn from(not_free: NotFree) -> Self {
        match not_free {
            NotFree::Reason(reason) => Self::Refused(reason.into()),
            NotFree::Store(error) => Self::Store(error),
        }
    }
}

/// The slot of a menu, if the asker may book it.
pub fn free(
    r: &dyn Reader,
    offer: Offer<'_>,
    asker: Asker<'_>,
    wanted: WantedSlot,
) -> std::result::Result<Slot, NotFree> {
    let WantedSlot { day, start, .. } = wanted;
    let client = asker.client(r, offer)?;
    let taken = asker.taken(r, offer, day..=day)?.remove(&day).unwrap_or_default();
    availability::slot(offer, client, r.now(), (day, start), &taken).map_err(NotFree::Reason)
}
