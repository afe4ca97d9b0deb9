//! How many places a menu has on a day: its own, those that it shares, and those of the day.

use super::occupancy::{Rivals, Taken};
use super::offer::Offer;
use super::reason::Reason;
use super::slot::Slot;
use super::units::{UnitState, UnitVisits, Units};
use crate::clinic::{Menu, PoolId, TimeOfDay, UnitName};
use std::borrow::Cow;
use time::Date;

/// A kind of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// Those of the menu at a time.
    Menu,
    /// Those that the menu shares with others at a time.
    Shared,
    /// Those of the menu on the day.
    Day,
}

/// Places of which none is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overfull {
    /// Which places.
    pub of: PlaceKind,
    /// How many are taken.
    pub taken: u32,
    /// How many there are.
    pub places: u32,
}

/// The places of a menu on a day, before any slot is looked at.
pub struct Room<'a> {
    menu: &'a Menu,
    taken_today: u32,
    own: Rivals,
    shared: Option<Shared<'a>>,
}

/// What the menu shares.
struct Shared<'a> {
    id: &'a PoolId,
    menus: &'a [Menu],
    /// All visits.
    rivals: Rivals,
    /// What is taken of the day, where a unit is not there at some time of it.
    taken: Option<Taken>,
    /// Nothing where the clinic does not have the pool: it has no places then, so that nothing is booked by a slip of the pen.
    units: Option<Units<'a>>,
    /// The unit that is asked for.
    asked: Option<UnitVisits<'a>>,
}

impl<'a> Shared<'a> {
    fn of(offer: Offer<'a>, id: &'a PoolId, day: Date, taken: &Taken) -> Self {
        let units = offer.pool().map(|pool| Units::of(pool, day, taken));
        let asked = offer.unit.map(|unit| UnitVisits::of(id, unit, offer.menus, taken));
        let is_short = units.as_ref().is_some_and(|units| !units.are_there());
        let taken_of_day = is_short.then(|| taken.clone());
        Self { id, menus: offer.menus, rivals: taken.of_pool(id, offer.menus), taken: taken_of_day, units, asked }
    }

    /// The visits that compete for the places at a time, apart from those of units that are not there.
    fn rivals(&self, start: TimeOfDay, menu: &Menu) -> Cow<'_, Rivals> {
        let away = self.units.as_ref().map_or_else(Vec::new, |units| units.beside_the_places(start, menu.minutes));
        match &self.taken {
            Some(taken) if !away.is_empty() => Cow::Owned(taken.of_pool_without(self.id, self.menus, &away)),
            _ => Cow::Borrowed(&self.rivals),
        }
    }

    /// Whether a visit with the unit that is asked for takes none of the places then, since that is not there.
    fn stands_aside(&self, start: TimeOfDay, menu: &Menu) -> bool {
        let asked = self.asked.as_ref().map(UnitVisits::unit);
        let aside = |units: &Units<'a>| units.beside_the_places(start, menu.minutes);
        asked.zip(self.units.as_ref()).is_some_and(|(asked, units)| aside(units).contains(&asked))
    }

    fn places(&self, start: TimeOfDay, menu: &Menu) -> u32 {
        self.units.as_ref().map_or(0, |units| units.places(start, menu.minutes))
    }

    /// Whether there would be places, were it not that the units are not there.
    fn is_deserted(&self, start: TimeOfDay, menu: &Menu) -> bool {
        self.units.as_ref().is_some_and(|units| !units.are_there() && units.places(start, menu.minutes) == 0)
    }

    /// What becomes of the unit that is asked for, if one is. One that the clinic does not have is not there.
    fn asked(&self, start: TimeOfDay, menu: &Menu) -> Option<UnitState> {
        let (asked, units) = (self.asked.as_ref()?, self.units.as_ref());
        Some(units.map_or(UnitState::Away, |units| units.state(asked, start, menu)))
    }
}

impl<'a> Room<'a> {
    pub fn of(offer: Offer<'a>, day: Date, taken: &Taken) -> Self {
        let menu = offer.menu;
        // Nothing asks for the day's figure where the menu does not limit it.
        let taken_today = menu.places_per_day.map_or(0, |_| taken.on_day(&menu.id));
        let shared = menu.pool.as_ref().map(|id| Shared::of(offer, id, day, taken));
        Self { menu, taken_today, own: taken.of_menu(&menu.id), shared }
    }

    /// Each kind of places that limits the menu at a time: how many are taken, and how many there are.
    fn limits(&self, start: TimeOfDay) -> impl Iterator<Item = (PlaceKind, u32, u32)> {
        let menu = self.menu;
        let own = (PlaceKind::Menu, self.own.at_once(start, menu), u32::from(menu.places));
        let shared =
            |of: &Shared<'_>| (PlaceKind::Shared, of.rivals(start, menu).at_once(start, menu), of.places(start, menu));
        let today = |most| (PlaceKind::Day, self.taken_today, most);
        let of_pool = self.shared.as_ref().filter(|of| !of.stands_aside(start, menu));
        [Some(own), of_pool.map(shared), menu.places_per_day.map(today)].into_iter().flatten()
    }

    /// Each kind of places of which none is left, so that one more visit would be too many.
    pub fn overfull(&self, start: TimeOfDay) -> Vec<Overfull> {
        let full = self.limits(start).filter(|(_, taken, places)| places <= taken);
        full.map(|(of, taken, places)| Overfull { of, taken, places }).collect()
    }

    /// What becomes at a time of the unit that is asked for, if one is.
    pub fn asked_unit(&self, start: TimeOfDay) -> Option<UnitState> {
        self.shared.as_ref()?.asked(start, self.menu)
    }

    /// How many more visits fit at a time: as many as the scarcest kind of places allows, and one at most with the unit that is asked
    /// for.
    pub fn left(&self, start: TimeOfDay) -> u32 {
        let with_unit = self.asked_unit(start).map_or(u32::MAX, |state| u32::from(state == UnitState::Free));
        self.limits(start).fold(with_unit, |least, (_, taken, places)| least.min(places.saturating_sub(taken)))
    }

    /// Why no visit fits at a time: nobody is there who could take it, or all places are taken.
    pub fn why_none(&self, start: TimeOfDay) -> Reason {
        let shared = self.shared.as_ref();
        let asked = shared.and_then(|of| of.asked.as_ref()).map(UnitVisits::unit);
        let away = |unit: Option<&UnitName>| {
            let units = shared.and_then(|of| of.units.as_ref());
            let words = units.and_then(|units| units.words(unit, start, self.menu.minutes));
            Reason::Away { unit: unit.cloned(), words }
        };
        match self.asked_unit(start) {
            Some(UnitState::Away) => away(asked),
            _ if shared.is_some_and(|of| of.is_deserted(start, self.menu)) => away(None),
            _ => Reason::Full,
        }
    }

    /// Whether a visit fits at a time beside others that are not booked yet.
    pub fn is_free_beside<'s>(&self, start: TimeOfDay, others: impl Iterator<Item = &'s Slot> + Clone) -> bool {
        let menu = self.menu;
        let same = others.clone().filter(|slot| slot.menu == menu.id);
        let shares = others.filter(|slot| slot.menu == menu.id || (slot.pool.is_some() && slot.pool == menu.pool));
        let left_today = menu.places_per_day.map_or(u32::MAX, |most| most.saturating_sub(self.taken_today));
        u32::try_from(same.clone().count()).is_ok_and(|count| count < left_today)
            && self.own.at_once_beside(start, menu, same) < u32::from(menu.places)
            && self.shared.as_ref().is_none_or(|of| {
                of.rivals(start, menu).at_once_beside(start, menu, shares.clone()) < of.places(start, menu)
                    && of.asked.as_ref().is_none_or(|asked| asked.are_free_beside(start, menu, shares))
            })
    }
}
