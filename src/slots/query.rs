//! What is free for an asker: the days of a calendar, the next free slots, one slot.
//!
//! It reads the rows of the days that are asked for and lets `availability` judge. Nothing is written here.

use super::arrangement::{Arrangement, Spacing};
use super::asker::Asker;
use super::availability::{self, Availability, DayPlan, Outlook};
use super::menu_limits::against as against_menus;
use super::occupancy::Taken;
use super::offer::Offer;
use super::reason::Reason;
use super::right::against;
use super::rows;
use super::slot::{Slot, WantedSlot};
use super::units::{with_unit, with_units};
use crate::clinic::{MenuId, TimeOfDay};
use crate::store::{self, Reader, Result};
use crate::work::Stop;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use time::{Date, Duration};

/// One of several people who come together, or the only one: the menu for them, and who they are.
#[derive(Clone, Copy, Debug)]
pub struct Participant<'a> {
    /// The menu.
    pub offer: Offer<'a>,
    /// Who comes. The booking under way is the same for all of them.
    pub asker: Asker<'a>,
}

impl<'a> Participant<'a> {
    fn availability(&self, r: &dyn Reader) -> Result<Availability<'a>> {
        let menu = self.offer.menu;
        let own = self.asker.instead_of.filter(|old| old.has_own_length && old.menu == menu.id);
        let availability = Availability::of(self.offer, self.asker.client(r, self.offer)?, r.now());
        Ok(availability.lasting(own.map_or(menu.minutes, |old| old.minutes)))
    }

    /// That it may be booked for the person at all.
    fn is_permitted(&self) -> std::result::Result<(), NotFree> {
        against(self.offer.menu, self.asker.right).map_or(Ok(()), |reason| Err(NotFree::Reason(reason)))
    }

    /// That the person has not booked the menu at that very time already.
    fn is_not_expected_at(&self, r: &dyn Reader, slot: &Slot) -> std::result::Result<(), NotFree> {
        match self.asker.is_expected_at(r, self.offer, slot)? {
            true => Err(NotFree::Reason(if self.asker.knows_visits { Reason::Twice } else { Reason::Full })),
            false => Ok(()),
        }
    }
}

/// What is taken of a clinic on some days, as those see it who come together.
fn taken(r: &dyn Reader, people: &[Participant<'_>], days: RangeInclusive<Date>) -> Result<BTreeMap<Date, Taken>> {
    let Some(first) = people.first() else { return Ok(BTreeMap::new()) };
    let mut taken = rows::taken(r, &first.offer.clinic.id, days, first.asker.key)?;
    for old in people.iter().filter_map(|one| one.asker.instead_of) {
        if let Some(on_day) = taken.get_mut(&old.day) {
            on_day.remove(old);
        }
    }
    Ok(taken)
}

/// How several people come together on a day: the arrangement of their menus.
fn arrangement<'a>(r: &dyn Reader, people: &[Participant<'a>], spacing: Spacing) -> Result<Option<Arrangement<'a>>> {
    let Some((first, others)) = people.split_first() else { return Ok(None) };
    let others: Result<Vec<Availability<'a>>> = others.iter().map(|one| one.availability(r)).collect();
    Ok(Some(Arrangement::of(first.availability(r)?, others?, spacing)))
}

/// The limit of visits, when the asker has as many before them: no slot can be booked then.
pub fn over_limit(r: &dyn Reader, offer: Offer<'_>, asker: Asker<'_>) -> Result<Option<Reason>> {
    Ok(availability::over_limit(offer.menu, asker.client(r, offer)?.as_ref()))
}

/// The days of a menu as an asker may book them, or of several menus for people who come together. What is taken on a day is read
/// once, however often the day is looked at.
pub struct Days<'a> {
    r: &'a dyn Reader,
    people: Vec<Participant<'a>>,
    arrangement: Arrangement<'a>,
    /// What is taken on each day that has been looked at.
    taken: BTreeMap<Date, Taken>,
}

impl<'a> Days<'a> {
    /// Those of this menu for this asker; none has been looked at yet.
    pub fn of(r: &'a dyn Reader, offer: Offer<'a>, asker: Asker<'a>) -> Result<Self> {
        let only = Participant { offer, asker };
        let arrangement = Arrangement::of_one(only.availability(r)?);
        Ok(Self { r, people: vec![only], arrangement, taken: BTreeMap::new() })
    }

    /// Those on which these people can come together to one clinic, in their order; `None` of nobody.
    pub fn together(r: &'a dyn Reader, people: Vec<Participant<'a>>, spacing: Spacing) -> Result<Option<Self>> {
        let arrangement = arrangement(r, &people, spacing)?;
        Ok(arrangement.map(|arrangement| Self { r, people, arrangement, taken: BTreeMap::new() }))
    }

    /// The day in Japan.
    pub fn today(&self) -> Date {
        self.r.now().jst_date()
    }

    /// The last day that is worth a look: of several menus, that of the one that opens first. Of days that another one of them does
    /// not open yet, it is said when that does.
    pub fn horizon(&self) -> Date {
        self.reaches().max().unwrap_or_else(|| self.today())
    }

    /// The last day of each menu that can be booked today, whatever is free on it.
    fn reaches(&self) -> impl Iterator<Item = Date> {
        self.people.iter().map(|one| one.offer.menu.opens.reach(self.today()))
    }

    /// What stands against a day, with the menu against which it stands: where several come for different menus, and it is not
    /// the same for all of these.
    pub fn against(&mut self, day: Date) -> Result<Vec<(MenuId, Reason)>> {
        Ok(self
            .each(day..=day, |arrangement, day, taken| against_menus(arrangement.all(), day, taken))?
            .pop()
            .unwrap_or_default())
    }

    /// The slot that the first one would give up.
    pub fn given_up(&self) -> Option<&'a Slot> {
        self.people.first()?.asker.instead_of
    }

    /// These days with all their slots, in order. At most as many as a page shows.
    pub fn plans(&mut self, days: RangeInclusive<Date>) -> Result<Vec<DayPlan>> {
        self.each(days, Arrangement::day)
    }

    /// These days in brief, in order; the places of each are counted until there are `enough`. At most as many days as a
    /// page shows.
    pub fn outlooks(&mut self, days: RangeInclusive<Date>, enough: u32) -> Result<Vec<Outlook>> {
        self.each(days, |arrangement, day, taken| arrangement.outlook(day, taken, enough))
    }

    /// The first `limit` free slots on `from` or later, as far ahead as the menu can be booked.
    pub fn next_free(&mut self, from: Date, limit: usize) -> Result<Vec<(Date, TimeOfDay)>> {
        let today = self.today();
        let menus = || self.people.iter().map(|one| one.offer.menu);
        let reach = self.reaches().min().unwrap_or(today);
        let last = menus().filter_map(|menu| menu.valid_until).fold(reach, Date::min);
        let mut first = menus().filter_map(|menu| menu.valid_from).fold(from.max(today), Date::max);
        let mut found = Vec::new();
        let mut stride = FIRST_STRIDE;
        while first <= last && found.len() < limit {
            let end = first.saturating_add(Duration::days(stride - 1)).min(last);
            self.look_at(first..=end)?;
            for (day, taken) in self.taken.range(first..=end) {
                let starts = self.arrangement.first_free(*day, taken, limit - found.len());
                found.extend(starts.into_iter().map(|start| (*day, start)));
            }
            let Some(next) = end.next_day() else { break };
            first = next;
            stride = (2 * stride).min(LAST_STRIDE);
        }
        Ok(found)
    }

    /// The first free slot on one of these days, of a day and at a time as wanted.
    pub fn first_where(
        &mut self,
        days: RangeInclusive<Date>,
        day_fits: impl Fn(Date) -> bool,
        time_fits: impl Fn(TimeOfDay) -> bool,
    ) -> Result<Option<(Date, TimeOfDay)>> {
        self.look_at(days.clone())?;
        let mut on_days = self.taken.range(days).filter(|(day, _)| day_fits(**day));
        Ok(on_days.find_map(|(day, taken)| {
            let free = self.arrangement.first_free(*day, taken, usize::MAX);
            free.into_iter().find(|start| time_fits(*start)).map(|start| (*day, start))
        }))
    }

    fn each<T>(
        &mut self,
        days: RangeInclusive<Date>,
        judge: impl Fn(&Arrangement<'a>, Date, &Taken) -> T,
    ) -> Result<Vec<T>> {
        if days.is_empty() {
            return Ok(Vec::new());
        }
        self.look_at(days.clone())?;
        Ok(self.taken.range(days).map(|(day, taken)| judge(&self.arrangement, *day, taken)).collect())
    }

    /// Reads what is taken on those of these days that have not been looked at. Nothing is read of days that have passed:
    /// what is taken on them decides nothing.
    fn look_at(&mut self, days: RangeInclusive<Date>) -> Result<()> {
        let today = self.today();
        let every = std::iter::successors(Some(*days.start()), |day| day.next_day());
        let new: Vec<Date> =
            every.take_while(|day| days.contains(day)).filter(|day| !self.taken.contains_key(day)).collect();
        let Some((first, last)) = new.first().zip(new.last()) else { return Ok(()) };
        let mut taken = taken(self.r, &self.people, (*first).max(today)..=*last)?;
        self.taken.extend(new.into_iter().map(|day| (day, taken.remove(&day).unwrap_or_default())));
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
    let only = Participant { offer, asker };
    only.is_permitted()?;
    let taken = taken(r, &[only], day..=day)?.remove(&day).unwrap_or_default();
    let slot = only.availability(r)?.slot(day, start, &taken).map_err(NotFree::Reason)?;
    only.is_not_expected_at(r, &slot)?;
    Ok(with_unit(offer, slot.with_unit_of(asker.shown.or(asker.instead_of)), &taken))
}

/// The slots of several people who come together, in their order, when the first one starts then: if all of them can be booked.
///
/// # Errors
/// Why not, or what the store says.
pub fn all_free(
    r: &dyn Reader,
    people: &[Participant<'_>],
    spacing: Spacing,
    day: Date,
    start: TimeOfDay,
) -> std::result::Result<Vec<Slot>, NotFree> {
    for one in people {
        one.is_permitted()?;
    }
    let Some(arrangement) = arrangement(r, people, spacing)? else { return Ok(Vec::new()) };
    let taken = taken(r, people, day..=day)?.remove(&day).unwrap_or_default();
    let slots = arrangement.slots(day, start, &taken).map_err(NotFree::Reason)?;
    let slots = with_units(people.iter().map(|one| one.offer).zip(slots).collect(), &taken);
    for (one, slot) in people.iter().zip(&slots) {
        // Somebody's own visit is no other obstacle than one that leaves no place.
        one.is_not_expected_at(r, slot).map_err(|not_free| match not_free {
            NotFree::Reason(Reason::Full) if 1 < people.len() => NotFree::Reason(Reason::NotTogether),
            other => other,
        })?;
    }
    Ok(slots)
}
