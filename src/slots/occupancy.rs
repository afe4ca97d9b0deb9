//! What is taken of one clinic on one day: the row that a booking changes.
//!
//! Every reservation and hold takes one place of its menu, and of the pool that the menu shares, from the buffer before
//! it to the buffer after it. A buffer ends at midnight: days share nothing, so that each has one row. How many places
//! there are is a rule of the menu and the pool, so that a clinic may lower them below what is booked.

use super::slot::Slot;
use crate::clinic::{Menu, MenuId, PoolId, TimeOfDay};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::hash::Hash;

/// The places taken on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    visits: BTreeMap<Share, BTreeMap<Stretch, u32>>,
}

/// Of what a visit takes a place: a menu, and what the menu shared when it was booked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
struct Share {
    menu: MenuId,
    #[serde(default)]
    pool: Option<PoolId>,
}

/// The time that a visit takes. It is stored without names, because a row holds hundreds of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(TimeOfDay, u16, u16, u16)", into = "(TimeOfDay, u16, u16, u16)")]
struct Stretch {
    start: TimeOfDay,
    minutes: u16,
    before: u16,
    after: u16,
}

impl From<(TimeOfDay, u16, u16, u16)> for Stretch {
    fn from((start, minutes, before, after): (TimeOfDay, u16, u16, u16)) -> Self {
        Self { start, minutes, before, after }
    }
}

impl From<Stretch> for (TimeOfDay, u16, u16, u16) {
    fn from(of: Stretch) -> Self {
        (of.start, of.minutes, of.before, of.after)
    }
}

impl Stretch {
    fn of(slot: &Slot) -> Self {
        Self { start: slot.start, minutes: slot.minutes, before: slot.buffer_before, after: slot.buffer_after }
    }

    /// From the buffer before to the buffer after, in minutes of the day; the end is excluded.
    fn span(&self) -> (i32, i32) {
        let start = i32::from(self.start.minutes());
        (start - i32::from(self.before), start + i32::from(self.minutes) + i32::from(self.after))
    }
}

impl Taken {
    /// Takes a place.
    pub fn add(&mut self, slot: &Slot) {
        let share = Share { menu: slot.menu.clone(), pool: slot.pool.clone() };
        *self.visits.entry(share).or_default().entry(Stretch::of(slot)).or_default() += 1;
    }

    /// Gives a place back; says whether it was taken.
    pub fn remove(&mut self, slot: &Slot) -> bool {
        let share = Share { menu: slot.menu.clone(), pool: slot.pool.clone() };
        let Some(visits) = self.visits.get_mut(&share) else { return false };
        let Some(count) = visits.get_mut(&Stretch::of(slot)) else { return false };
        *count = count.saturating_sub(1);
        visits.retain(|_, count| *count > 0);
        self.visits.retain(|_, visits| !visits.is_empty());
        true
    }

    /// Whether nothing is taken.
    pub fn is_empty(&self) -> bool {
        self.visits.is_empty()
    }

    /// Whether every visit in it is there at least once, as [`Taken::add`] and [`Taken::remove`] leave it.
    pub fn is_tidy(&self) -> bool {
        let counts = |visits: &BTreeMap<Stretch, u32>| !visits.is_empty() && visits.values().all(|count| *count > 0);
        !self.is_empty() && self.visits.values().all(counts)
    }

    /// Each visit in it and how often, to be compared with [`visit_of`].
    pub fn visits(&self) -> impl Iterator<Item = (impl Hash, u32)> {
        let of = |(share, visits)| std::iter::repeat(share).zip(visits);
        self.visits.iter().flat_map(of).map(|(share, (stretch, count))| ((share, stretch), *count))
    }

    /// How many places of a menu are taken on the whole day.
    pub(super) fn on_day(&self, menu: &MenuId) -> u32 {
        self.those(|share| share.menu == *menu).map(|(_, count)| count).sum()
    }

    /// The visits that a menu competes with for its own places.
    pub(super) fn of_menu(&self, menu: &MenuId) -> Rivals {
        Rivals::of(self.those(|share| share.menu == *menu))
    }

    /// The visits that compete for the places of a pool: those that took one when they were booked, and those whose
    /// menu shares it now.
    pub(super) fn of_pool(&self, pool: &PoolId, menus: &[Menu]) -> Rivals {
        let shares_now = |id: &MenuId| menus.iter().any(|menu| menu.id == *id && menu.pool.as_ref() == Some(pool));
        Rivals::of(self.those(|share| share.pool.as_ref() == Some(pool) || shares_now(&share.menu)))
    }

    fn those(&self, which: impl Fn(&Share) -> bool) -> impl Iterator<Item = (&Stretch, &u32)> {
        self.visits.iter().filter(move |(share, _)| which(share)).flat_map(|(_, visits)| visits)
    }
}

/// What [`Taken::visits`] has of a slot.
pub fn visit_of(slot: &Slot) -> impl Hash {
    (Share { menu: slot.menu.clone(), pool: slot.pool.clone() }, Stretch::of(slot))
}

/// How many visits that compete for the same places are there, over a day: from which minute on how many, in the order
/// of the minutes.
pub(super) struct Rivals(Vec<(i32, i64)>);

impl Rivals {
    fn of<'a>(visits: impl Iterator<Item = (&'a Stretch, &'a u32)>) -> Self {
        let mut steps: Vec<(i32, i64)> = Vec::new();
        for (stretch, count) in visits {
            let (from, until) = stretch.span();
            steps.extend([(from, i64::from(*count)), (until, -i64::from(*count))]);
        }
        steps.sort_unstable();
        let mut there = 0;
        for (_, count) in &mut steps {
            there += *count;
            *count = there;
        }
        Self(steps)
    }

    /// The most of them that are there at the same time, at any moment of a visit with its buffers.
    pub(super) fn at_once(&self, start: TimeOfDay, menu: &Menu) -> u32 {
        let (minutes, before, after) = (menu.minutes, menu.buffer_before, menu.buffer_after);
        let (from, until) = Stretch { start, minutes, before, after }.span();
        // Of several steps in one minute, those that leave come first in the order, so that none counts too many.
        let begun = self.0.partition_point(|(minute, _)| *minute <= from);
        let (before, after) = self.0.split_at(begun);
        let at_first = before.last().map_or(0, |(_, there)| *there);
        let later = after.iter().take_while(|(minute, _)| *minute < until).map(|(_, there)| *there);
        u32::try_from(later.fold(at_first, i64::max)).unwrap_or(u32::MAX)
    }
}
