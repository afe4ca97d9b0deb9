//! What is taken of one clinic on one day: the row that a booking changes.
//!
//! Every reservation and hold takes one place of its menu, and of the pool that the menu shares, from the buffer before
//! it to the buffer after it. A buffer ends at midnight: days share nothing, so that each has one row. How many places
//! there are is a rule of the menu and the pool, so that a clinic may lower them below what is booked.

use super::slot::Slot;
use super::starts::Starts;
use super::suspension::{SuspendedMenus, Suspension};
use crate::clinic::{Menu, MenuId, PoolId, TimeOfDay, UnitName};
use serde::{Deserialize, Serialize};
use std::hash::Hash;
use std::sync::Arc;

/// The places taken on a day. A clone shares them until one of the two changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// When visits start, by what they take and in its order. None is without a visit.
    #[serde(with = "shared")]
    visits: Arc<Vec<(Share, Starts)>>,
    /// What the staff have stopped on the day. It is a row of its own, which is read along with this one.
    #[serde(skip)]
    suspended: Vec<Suspension>,
}

/// Stored as what is shared.
mod shared {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::sync::Arc;

    pub fn serialize<T: Serialize, S: Serializer>(shared: &Arc<T>, to: S) -> Result<S::Ok, S::Error> {
        T::serialize(shared, to)
    }

    pub fn deserialize<'a, T: Deserialize<'a>, D: Deserializer<'a>>(from: D) -> Result<Arc<T>, D::Error> {
        T::deserialize(from).map(Arc::new)
    }
}

/// What a visit takes, whenever it starts: a place of its menu, and of what the menu shared when it was booked, for so many
/// minutes with its buffers. It is stored without names, because a month has hundreds of these; a new field is appended and
/// has a default.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "(MenuId, Option<PoolId>, u16, u16, u16, Option<UnitName>)")]
struct Share {
    menu: MenuId,
    pool: Option<PoolId>,
    minutes: u16,
    before: u16,
    after: u16,
    #[serde(default)]
    unit: Option<UnitName>,
}

impl From<Share> for (MenuId, Option<PoolId>, u16, u16, u16, Option<UnitName>) {
    fn from(of: Share) -> Self {
        (of.menu, of.pool, of.minutes, of.before, of.after, of.unit)
    }
}

impl Share {
    fn of(slot: &Slot) -> Self {
        Self {
            menu: slot.menu.clone(),
            pool: slot.pool.clone(),
            minutes: slot.minutes,
            before: slot.buffer_before,
            after: slot.buffer_after,
            unit: slot.unit_name().cloned(),
        }
    }
}

/// The time that a visit takes, from the buffer before it to the buffer after it, in minutes of the day; the end is excluded.
fn span(start: TimeOfDay, minutes: u16, before: u16, after: u16) -> (i32, i32) {
    let start = i32::from(start.minutes());
    (start - i32::from(before), start + i32::from(minutes) + i32::from(after))
}

impl Taken {
    /// Takes a place.
    pub fn add(&mut self, slot: &Slot) {
        let share = Share::of(slot);
        let at = self.find(&share).unwrap_or_else(|at| {
            self.all().insert(at, (share, Starts::default()));
            at
        });
        self.all()[at].1.add(slot.start);
    }

    /// Adds what the staff have stopped.
    pub(super) fn suspend(&mut self, suspended: Vec<Suspension>) {
        self.suspended = suspended;
    }

    /// What bars a menu at some time of the day.
    pub(super) fn suspended_for(&self, menu: &Menu) -> Vec<Suspension> {
        let of_menu = |one: &&Suspension| one.stands() && one.menus.hold_menu(&menu.id, menu.pool.as_ref());
        self.suspended.iter().filter(of_menu).cloned().collect()
    }

    /// Gives a place back; says whether it was taken.
    pub fn remove(&mut self, slot: &Slot) -> bool {
        let Ok(at) = self.find(&Share::of(slot)) else { return false };
        let (_, starts) = &mut self.all()[at];
        let was_taken = starts.remove(slot.start);
        if starts.is_empty() {
            self.all().remove(at);
        }
        was_taken
    }

    fn all(&mut self) -> &mut Vec<(Share, Starts)> {
        Arc::make_mut(&mut self.visits)
    }

    fn find(&self, share: &Share) -> Result<usize, usize> {
        self.visits.binary_search_by(|(other, _)| other.cmp(share))
    }

    /// Whether nothing is taken.
    pub fn is_empty(&self) -> bool {
        self.visits.is_empty()
    }

    /// Whether it is as [`Taken::add`] and [`Taken::remove`] leave it: everything in order, and every visit at least once.
    pub fn is_tidy(&self) -> bool {
        let in_order = self.visits.is_sorted_by(|(one, _), (next, _)| one < next);
        in_order && !self.is_empty() && self.visits.iter().all(|(_, starts)| starts.is_tidy())
    }

    /// Each visit in it and how often, to be compared with [`visit_of`].
    pub fn visits(&self) -> impl Iterator<Item = (impl Hash, u32)> {
        self.visits.iter().flat_map(|(share, starts)| starts.iter().map(move |(start, times)| ((share, start), times)))
    }

    /// How many places are taken on the whole day.
    pub(super) fn count(&self) -> u32 {
        self.visits.iter().flat_map(|(_, starts)| starts.iter()).map(|(_, times)| times).sum()
    }

    /// How many places of a menu are taken on the whole day.
    pub(super) fn on_day(&self, menu: &MenuId) -> u32 {
        let own = self.those(|share| share.menu == *menu);
        own.flat_map(|(_, starts)| starts.iter()).map(|(_, times)| times).sum()
    }

    /// The visits that a menu competes with for its own places.
    pub(super) fn of_menu(&self, menu: &MenuId) -> Rivals {
        Rivals::of(self.those(|share| share.menu == *menu))
    }

    /// The visits that compete for the places of a pool: those that took one when they were booked, and those whose
    /// menu shares it now.
    pub(super) fn of_pool(&self, pool: &PoolId, menus: &[Menu]) -> Rivals {
        self.of_pool_without(pool, menus, &[])
    }

    /// The same but for the visits of these units.
    pub(super) fn of_pool_without(&self, pool: &PoolId, menus: &[Menu], units: &[&UnitName]) -> Rivals {
        let is_left_out = |share: &Share| share.unit.as_ref().is_some_and(|unit| units.contains(&unit));
        Rivals::of(self.those(|share| is_of_pool(share, pool, menus) && !is_left_out(share)))
    }

    /// The visits that a unit of a pool has: those among the ones of the pool, whatever that was called when they were booked.
    pub(super) fn of_unit(&self, pool: &PoolId, unit: &UnitName, menus: &[Menu]) -> Rivals {
        let has_unit = |share: &Share| share.unit.as_ref() == Some(unit);
        Rivals::of(self.those(|share| has_unit(share) && is_of_pool(share, pool, menus)))
    }

    /// What the staff have stopped for single units of a pool: which, and what.
    pub(super) fn suspended_units<'t>(
        &'t self,
        pool: &'t PoolId,
    ) -> impl Iterator<Item = (&'t UnitName, &'t Suspension)> {
        let standing = self.suspended.iter().filter(|one| one.stands());
        standing.filter_map(move |one| match &one.menus {
            SuspendedMenus::Unit(of, unit) if of == pool => Some((unit, one)),
            _ => None,
        })
    }

    fn those(&self, which: impl Fn(&Share) -> bool) -> impl Iterator<Item = &(Share, Starts)> {
        self.visits.iter().filter(move |(share, _)| which(share))
    }
}

fn is_of_pool(share: &Share, pool: &PoolId, menus: &[Menu]) -> bool {
    let shares_now = |id: &MenuId| menus.iter().any(|menu| menu.id == *id && menu.pool.as_ref() == Some(pool));
    share.pool.as_ref() == Some(pool) || shares_now(&share.menu)
}

/// What [`Taken::visits`] has of a slot.
pub fn visit_of(slot: &Slot) -> impl Hash {
    (Share::of(slot), slot.start)
}

/// How many visits that compete for the same places are there, over a day: from which minute on how many, in the order
/// of the minutes.
#[derive(Clone)]
pub(super) struct Rivals(Vec<(i32, i64)>);

impl Rivals {
    fn of<'a>(rivals: impl Iterator<Item = &'a (Share, Starts)>) -> Self {
        let mut steps: Vec<(i32, i64)> = Vec::new();
        for (share, starts) in rivals {
            for (start, times) in starts.iter() {
                let (from, until) = span(start, share.minutes, share.before, share.after);
                steps.extend([(from, i64::from(times)), (until, -i64::from(times))]);
            }
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
        let (from, until) = span(start, menu.minutes, menu.buffer_before, menu.buffer_after);
        u32::try_from(self.most(from, until)).unwrap_or(u32::MAX)
    }

    /// The same with other visits beside them.
    pub(super) fn at_once_beside<'s>(
        &self,
        start: TimeOfDay,
        menu: &Menu,
        others: impl Iterator<Item = &'s Slot> + Clone,
    ) -> u32 {
        let (from, until) = span(start, menu.minutes, menu.buffer_before, menu.buffer_after);
        let spans = others.map(|slot| span(slot.start, slot.minutes, slot.buffer_before, slot.buffer_after));
        // Between two of these minutes, the others that are there are the same.
        let ends = spans.clone().flat_map(|(begin, end)| [begin, end]);
        let cuts = std::iter::once(from).chain(ends.clone().filter(|cut| from < *cut && *cut < until));
        let there = cuts.map(|cut| {
            let next = ends.clone().filter(|end| cut < *end).fold(until, i32::min);
            let beside = spans.clone().filter(|(begin, end)| *begin <= cut && cut < *end).count();
            self.most(cut, next) + i64::try_from(beside).unwrap_or(i64::MAX / 2)
        });
        u32::try_from(there.fold(0, i64::max)).unwrap_or(u32::MAX)
    }

    /// The most of them between two minutes, the second excluded.
    fn most(&self, from: i32, until: i32) -> i64 {
        // Of several steps in one minute, those that leave come first in the order, so that none counts too many.
        let begun = self.0.partition_point(|(minute, _)| *minute <= from);
        let (before, after) = self.0.split_at(begun);
        let at_first = before.last().map_or(0, |(_, there)| *there);
        let later = after.iter().take_while(|(minute, _)| *minute < until).map(|(_, there)| *there);
        later.fold(at_first, i64::max)
    }
}
