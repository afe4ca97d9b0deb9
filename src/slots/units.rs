//! 担当: which units of a pool are there and not taken. Units add no places: what can be booked is decided by the places, and a unit
//! that is not there takes its place with it, unless there are more units than places.

use super::occupancy::{Rivals, Taken};
use super::offer::Offer;
use super::reason::WhyClosed;
use super::slot::{Slot, SlotUnit};
use crate::clinic::{Menu, Pool, PoolId, TimeOfDay, UnitName};
use time::Date;

/// The units of a pool on a day.
pub(super) struct Units<'a> {
    pool: &'a Pool,
    away: Vec<Absence<'a>>,
}

/// That a unit is not there.
struct Absence<'a> {
    unit: &'a UnitName,
    /// From when until when, in minutes of the day.
    times: (u16, u16),
    /// What patients are told of it, if anything.
    words: Option<WhyClosed>,
}

impl Absence<'_> {
    /// Whether it is at some time of a visit.
    fn overlaps(&self, start: TimeOfDay, minutes: u16) -> bool {
        let (start, end) = (u32::from(start.minutes()), u32::from(start.minutes()) + u32::from(minutes));
        let (from, until) = self.times;
        start < u32::from(until) && u32::from(from) < end
    }
}

impl<'a> Units<'a> {
    /// Those of a pool, with what is taken on the day.
    pub(super) fn of(pool: &'a Pool, day: Date, taken: &Taken) -> Self {
        let mut away: Vec<Absence<'_>> =
            pool.away(day).map(|(unit, times)| Absence { unit, times, words: None }).collect();
        // A unit that the clinic does not have any more has no place that could go with it.
        away.extend(taken.suspended_units(&pool.id).filter_map(|(unit, one)| {
            let times = (one.from.minutes(), one.until.minutes());
            Some(Absence { unit: pool.unit(unit.as_str())?, times, words: one.words.clone() })
        }));
        Self { pool, away }
    }

    /// Whether a unit is not there at some time of a visit.
    fn is_away(&self, unit: &UnitName, start: TimeOfDay, minutes: u16) -> bool {
        self.away.iter().any(|one| one.unit == unit && one.overlaps(start, minutes))
    }

    /// What patients are told of a unit that is not there at some time of a visit, or of the first such unit.
    pub(super) fn words(&self, unit: Option<&UnitName>, start: TimeOfDay, minutes: u16) -> Option<WhyClosed> {
        let mut of_unit = self.away.iter().filter(|one| unit.is_none_or(|unit| one.unit == unit));
        of_unit.find_map(|one| one.words.clone().filter(|_| one.overlaps(start, minutes)))
    }

    /// What becomes of a unit at the time of a visit.
    pub(super) fn state(&self, of: &UnitVisits<'_>, start: TimeOfDay, menu: &Menu) -> UnitState {
        if self.pool.unit(of.unit.as_str()).is_none() || self.is_away(of.unit, start, menu.minutes) {
            UnitState::Away
        } else if 0 < of.visits.at_once(start, menu) {
            UnitState::Taken
        } else {
            UnitState::Free
        }
    }

    /// Whether all of them are there the whole day.
    pub(super) fn are_there(&self) -> bool {
        self.away.is_empty()
    }

    /// The units that are not there at some time of a visit.
    fn away(&self, start: TimeOfDay, minutes: u16) -> Vec<&'a UnitName> {
        self.pool.units.iter().filter(|unit| self.is_away(unit, start, minutes)).collect()
    }

    /// How many units are there beyond the places, so that they can stand in for others.
    fn spare(&self) -> usize {
        self.pool.units.len().saturating_sub(usize::from(self.pool.places))
    }

    /// How many visits the pool takes at a time: no more than its units can, once so many of them are not there that fewer are left
    /// than it has places.
    pub(super) fn places(&self, start: TimeOfDay, minutes: u16) -> u32 {
        let away = if self.are_there() { 0 } else { self.away(start, minutes).len() };
        let places = usize::from(self.pool.places).saturating_sub(away.saturating_sub(self.spare()));
        u32::try_from(places).unwrap_or(u32::MAX)
    }

    /// The units whose visits take none of these places at a time: who is not there took a place along, and what is still booked with
    /// them stands on it. Where others stand in, nobody took one.
    pub(super) fn beside_the_places(&self, start: TimeOfDay, minutes: u16) -> Vec<&'a UnitName> {
        if self.are_there() || 0 < self.spare() { Vec::new() } else { self.away(start, minutes) }
    }
}

/// What becomes of a unit at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitState {
    /// It is there, and has no visit.
    Free,
    /// It has a visit at some moment.
    Taken,
    /// It is not there at some moment.
    Away,
}

/// The visits of one unit on a day.
pub(super) struct UnitVisits<'a> {
    unit: &'a UnitName,
    visits: Rivals,
}

impl<'a> UnitVisits<'a> {
    /// Those of a unit of a pool, which these menus share.
    pub(super) fn of(pool: &PoolId, unit: &'a UnitName, menus: &[Menu], taken: &Taken) -> Self {
        Self { unit, visits: taken.of_unit(pool, unit, menus) }
    }

    /// Whose they are.
    pub(super) const fn unit(&self) -> &'a UnitName {
        self.unit
    }

    /// Whether none of them, nor of others that are booked together with this one, is at the time of a visit.
    pub(super) fn are_free_beside<'s>(
        &self,
        start: TimeOfDay,
        menu: &Menu,
        others: impl Iterator<Item = &'s Slot> + Clone,
    ) -> bool {
        let theirs = others.filter(|slot| slot.unit_name() == Some(self.unit));
        self.visits.at_once_beside(start, menu, theirs) == 0
    }
}

/// What becomes of each unit of a pool at any time of a day.
pub(super) struct UnitsOfDay<'a> {
    units: Units<'a>,
    visits: Vec<UnitVisits<'a>>,
}

impl<'a> UnitsOfDay<'a> {
    /// That of what a menu shares; nothing where that has no units.
    pub(super) fn of(offer: Offer<'a>, day: Date, taken: &Taken) -> Option<Self> {
        let pool = offer.pool().filter(|pool| !pool.units.is_empty())?;
        let visits = pool.units.iter().map(|unit| UnitVisits::of(&pool.id, unit, offer.menus, taken)).collect();
        Some(Self { units: Units::of(pool, day, taken), visits })
    }

    /// The units at the time of a visit, in their order.
    pub(super) fn states(&self, start: TimeOfDay, menu: &Menu) -> impl Iterator<Item = (&'a UnitName, UnitState)> {
        self.visits.iter().map(move |of| (of.unit, self.units.state(of, start, menu)))
    }

    /// Those of them that are free.
    pub(super) fn free(&self, start: TimeOfDay, menu: &Menu) -> Vec<&'a UnitName> {
        self.states(start, menu).filter(|(_, state)| *state == UnitState::Free).map(|(unit, _)| unit).collect()
    }
}

/// The slot with a unit: see [`with_units`].
pub(super) fn with_unit(offer: Offer<'_>, slot: Slot, taken: &Taken) -> Slot {
    let only = vec![(offer, slot.clone())];
    with_units(only, taken).pop().unwrap_or(slot)
}

/// The slots of visits that are booked together, each with the first unit that is free for it where none is asked for: the one that it
/// has already, or else the first in the clinic's order. A visit for which no single unit is free the whole time has none.
pub(super) fn with_units(slots: Vec<(Offer<'_>, Slot)>, taken: &Taken) -> Vec<Slot> {
    if slots.iter().all(|(offer, slot)| has_no_choice(*offer, slot)) {
        return slots.into_iter().map(|(_, slot)| slot).collect();
    }
    let mut taken = taken.clone();
    // What is asked for is given first.
    for (_, slot) in slots.iter().filter(|(_, slot)| slot.asked_unit().is_some()) {
        taken.add(slot);
    }
    let with_unit = |(offer, slot): (Offer<'_>, Slot)| {
        if has_no_choice(offer, &slot) {
            return slot;
        }
        let units = UnitsOfDay::of(offer, slot.day, &taken);
        let free = units.map_or_else(Vec::new, |units| units.free(slot.start, &offer.menu.lasting(slot.minutes)));
        let unit = free.iter().find(|unit| Some(**unit) == slot.unit_name()).or_else(|| free.first());
        let slot = Slot { unit: unit.map(|name| SlotUnit { name: UnitName::clone(name), is_asked: false }), ..slot };
        taken.add(&slot);
        slot
    };
    slots.into_iter().map(with_unit).collect()
}

/// Whether nothing is to be chosen: the unit was asked for, or there are none.
pub(super) fn has_no_choice(offer: Offer<'_>, slot: &Slot) -> bool {
    slot.asked_unit().is_some() || offer.pool().is_none_or(|pool| pool.units.is_empty())
}
