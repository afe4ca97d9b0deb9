//! At which starts of a day several people can all come, one after another or at the same time. One person is the
//! arrangement of one.
//!
//! Pure, as what is free for one: what is taken comes as an argument.

use super::availability::{Availability, DayPlan, Outlook, SlotPlan, Slots, together};
use super::occupancy::{Taken, overlap};
use super::reason::Reason;
use super::slot::Slot;
use crate::clinic::{Menu, TimeOfDay};
use std::cell::Cell;
use time::Date;

/// How the visits of several people lie beside each other on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// 続けて: each begins when the one before has ended, or at most so many minutes later.
    InTurn {
        /// The most minutes between two visits.
        gap: u16,
    },
    /// 同じ時間に: all begin at the same time.
    AtOnce,
    /// Each begins so many minutes after the first, the first not named: what was booked is moved as it lies.
    After(Vec<i32>),
}

/// What is free for several people who come on the same day, in their order. Only starts at which all of them fit count.
pub struct Arrangement<'a> {
    first: Availability<'a>,
    others: Vec<Availability<'a>>,
    spacing: Spacing,
}

impl<'a> Arrangement<'a> {
    /// That of one person.
    pub fn of_one(first: Availability<'a>) -> Self {
        Self { first, others: Vec::new(), spacing: Spacing::AtOnce }
    }

    /// That of one person and others, in the order in which they come.
    pub fn of(first: Availability<'a>, others: Vec<Availability<'a>>, spacing: Spacing) -> Self {
        Self { first, others, spacing }
    }

    /// All starts of the first one's on a day with what is taken on it.
    pub fn day(&self, day: Date, taken: &Taken) -> DayPlan {
        if self.others.is_empty() {
            return self.first.day(day, taken);
        }
        let slots: Vec<SlotPlan> = match self.on(day, taken) {
            Ok(on) => on.judged().collect(),
            Err(reason) => return DayPlan { day, slots: Vec::new(), reason: Some(reason) },
        };
        let reason = together(slots.iter().map(|slot| slot.places.clone()), u32::MAX).err();
        DayPlan { day, slots, reason }
    }

    /// The same in brief. No more starts are looked at than it takes to count `enough`.
    pub fn outlook(&self, day: Date, taken: &Taken, enough: u32) -> Outlook {
        if self.others.is_empty() {
            return self.first.outlook(day, taken, enough);
        }
        let places = self.on(day, taken).and_then(|on| together(on.judged().map(|slot| slot.places), enough));
        Outlook { day, places }
    }

    /// The first `limit` starts of a day at which all of them fit.
    pub fn first_free(&self, day: Date, taken: &Taken, limit: usize) -> Vec<TimeOfDay> {
        if self.others.is_empty() {
            return self.first.first_free(day, taken, limit);
        }
        let Ok(on) = self.on(day, taken) else { return Vec::new() };
        on.judged().filter(|slot| slot.places.is_ok()).map(|slot| slot.start).take(limit).collect()
    }

    /// The slots of all of them, in their order, when the first one starts then.
    ///
    /// # Errors
    /// Why they cannot all be booked.
    pub fn slots(&self, day: Date, start: TimeOfDay, taken: &Taken) -> Result<Vec<Slot>, Reason> {
        if self.others.is_empty() {
            return self.first.slot(day, start, taken).map(|slot| vec![slot]);
        }
        self.on(day, taken)?.slots(start)
    }

    /// Everybody's slots of a day, or what stands against the day.
    fn on<'t>(&self, day: Date, taken: &'t Taken) -> Result<OnDay<'_, 't>, Reason>
    where
        'a: 't,
    {
        let mut people = Vec::with_capacity(1 + self.others.len());
        for availability in std::iter::once(&self.first).chain(&self.others) {
            let slots = availability.slots(day, taken)?;
            slots.against_all()?;
            let free = slots.starts().iter().copied().filter(|start| slots.places(*start).is_ok()).collect();
            people.push(Candidate { availability, slots, free });
        }
        Ok(OnDay { people, spacing: &self.spacing, day, taken, steps: Cell::new(STEPS_A_DAY) })
    }
}

/// So many steps the search goes for one start, and for all starts of a day: far more than a family needs, and few enough that
/// nobody keeps the server busy with menus that never fit together. A start that is not found by then counts as not free.
const STEPS_A_START: u32 = 128;
const STEPS_A_DAY: u32 = 1_000;
/// What it costs to count anew what is taken.
const COUNTING: u32 = 10;

/// One of those who come, on one day.
struct Candidate<'s> {
    availability: &'s Availability<'s>,
    slots: Slots<'s>,
    /// The starts that are free for them alone, in order.
    free: Vec<TimeOfDay>,
}

impl Candidate<'_> {
    /// Their free starts between two minutes of the day, both included.
    fn between(&self, (earliest, latest): (i32, i32)) -> &[TimeOfDay] {
        let minutes = |start: &TimeOfDay| i32::from(start.minutes());
        let from = self.free.partition_point(|start| minutes(start) < earliest);
        let until = self.free.partition_point(|start| minutes(start) <= latest);
        self.free.get(from..until).unwrap_or_default()
    }
}

/// Everybody's slots of one day.
struct OnDay<'s, 't> {
    people: Vec<Candidate<'s>>,
    spacing: &'s Spacing,
    day: Date,
    taken: &'t Taken,
    /// How many steps are left for the day.
    steps: Cell<u32>,
}

impl OnDay<'_, '_> {
    /// The starts of the first one in order, each judged when it is looked at. A start at which all fit counts as one place.
    fn judged(&self) -> impl Iterator<Item = SlotPlan> {
        let starts = self.people.first().into_iter().flat_map(|first| first.slots.starts());
        starts.map(|start| SlotPlan { start: *start, places: self.slots(*start).map(|_| 1) })
    }

    fn slots(&self, start: TimeOfDay) -> Result<Vec<Slot>, Reason> {
        let Some(first) = self.people.first() else { return Err(Reason::NoSuchSlot) };
        if !first.slots.starts().contains(&start) {
            return Err(Reason::NoSuchSlot);
        }
        let together = |reason| if reason == Reason::Full { Reason::NotTogether } else { reason };
        first.slots.places(start).map_err(together)?;
        let mut placed = vec![Slot::of(first.availability.menu(), self.day, start)];
        let granted = self.steps.get().min(STEPS_A_START);
        let left = Cell::new(granted);
        let fit = self.are_in_reach(start) && self.place_rest(&mut placed, &left);
        self.steps.set(self.steps.get() - (granted - left.get()));
        if fit { Ok(placed) } else { Err(Reason::NotTogether) }
    }

    /// Whether everybody has a free start at all between the first one's and the latest that their turns allow.
    fn are_in_reach(&self, start: TimeOfDay) -> bool {
        let Spacing::InTurn { gap } = self.spacing else { return true };
        let earliest = i32::from(start.minutes());
        let mut latest = earliest;
        self.people.iter().all(|one| {
            let reached = !one.between((earliest, latest)).is_empty();
            latest += i32::from(one.availability.menu().minutes) + i32::from(*gap);
            reached
        })
    }

    /// Places those who come after the ones that are placed; says whether all fit. Each comes as early as the others allow. Gives up
    /// when no step is `left`.
    fn place_rest(&self, placed: &mut Vec<Slot>, left: &Cell<u32>) -> bool {
        let Some(next) = self.people.get(placed.len()) else { return true };
        let Some(span) = self.span_of_next(placed) else { return false };
        for start in next.between(span) {
            if !step(left, 1) {
                return false;
            }
            if self.is_free_beside(next, *start, placed, left) {
                placed.push(Slot::of(next.availability.menu(), self.day, *start));
                if self.place_rest(placed, left) {
                    return true;
                }
                placed.pop();
            }
        }
        false
    }

    /// Between which minutes of the day the next one may start.
    fn span_of_next(&self, placed: &[Slot]) -> Option<(i32, i32)> {
        let (first, before) = placed.first().zip(placed.last())?;
        let minutes = |slot: &Slot| i32::from(slot.start.minutes());
        Some(match self.spacing {
            Spacing::InTurn { gap } => {
                let end = minutes(before) + i32::from(before.minutes);
                (end, end + i32::from(*gap))
            }
            Spacing::AtOnce => (minutes(first), minutes(first)),
            Spacing::After(later) => {
                let start = minutes(first) + later.get(placed.len() - 1)?;
                (start, start)
            }
        })
    }

    /// Whether somebody finds a place at a start, which is free for them alone, once the others have theirs. What is taken is
    /// counted anew only where the others may make a difference.
    fn is_free_beside(&self, who: &Candidate<'_>, start: TimeOfDay, placed: &[Slot], left: &Cell<u32>) -> bool {
        let (menu, Ok(places)) = (who.availability.menu(), who.slots.places(start)) else { return false };
        let wanted = Slot::of(menu, self.day, start);
        let rivals = || placed.iter().filter(|slot| is_rival(slot, menu));
        let beside = rivals().filter(|slot| menu.places_per_day.is_some() || overlap(slot, &wanted)).count();
        if u32::try_from(beside).unwrap_or(u32::MAX) < places {
            return true;
        }
        // They are there for the very same time, so that each takes one of the places.
        if rivals().all(|slot| *slot == wanted) || !step(left, COUNTING) {
            return false;
        }
        let mut taken = self.taken.clone();
        placed.iter().for_each(|slot| taken.add(slot));
        who.availability.slot(self.day, start, &taken).is_ok()
    }
}

/// Takes steps of those that are left; says whether there were as many.
fn step(left: &Cell<u32>, steps: u32) -> bool {
    let after = left.get().checked_sub(steps);
    left.set(after.unwrap_or(0));
    after.is_some()
}

/// Whether a visit takes one of a menu's places, or of those that the menu shares.
fn is_rival(slot: &Slot, menu: &Menu) -> bool {
    slot.menu == menu.id || (slot.pool.is_some() && slot.pool == menu.pool)
}
