//! At which starts of a day several people can all come, one after another or at the same time. One person is the
//! arrangement of one.
//!
//! Pure, as what is free for one: what is taken comes as an argument.

use super::availability::{Availability, DayPlan, Outlook, SlotPlan, Slots, together};
use super::occupancy::Taken;
use super::reason::Reason;
use super::slot::Slot;
use crate::clinic::TimeOfDay;
use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;
use std::rc::Rc;
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

/// What is free for several people who come on the same day. Only starts at which all of them fit count. In turn they come in
/// whichever order fits: their menus may have different hours.
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

    /// All starts of a day at which one of them can be the first, with what is taken on it.
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

    /// The slots of all of them, in the order in which they were given, when the first one starts then.
    ///
    /// # Errors
    /// Why they cannot all be booked.
    pub fn slots(&self, day: Date, start: TimeOfDay, taken: &Taken) -> Result<Vec<Slot>, Reason> {
        if self.others.is_empty() {
            return self.first.slot(day, start, taken).map(|slot| vec![slot]);
        }
        self.on(day, taken)?.slots(start)
    }

    /// Everybody's menu.
    pub(super) fn all(&self) -> impl Iterator<Item = &Availability<'a>> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// Everybody's slots of a day, or what stands against the day.
    fn on(&self, day: Date, taken: &Taken) -> Result<OnDay<'_>, Reason> {
        let mut people: Vec<Candidate<'_>> = Vec::with_capacity(1 + self.others.len());
        let mut opens = None;
        for availability in self.all() {
            match availability.against_day(day) {
                // The day can be booked once it has opened for all.
                Err(Reason::NotYetOpen(at)) => opens = opens.max(Some(at)),
                judged => judged?,
            }
            // What is free at which time is the same for all who come for the same.
            let same = people.iter().find(|one| one.availability.is_for_the_same(availability));
            let times = match same {
                Some(one) => Rc::clone(&one.times),
                None => Rc::new(Times::of(availability.slots(day, taken)?)),
            };
            people.push(Candidate { availability, times });
        }
        if let Some(at) = opens {
            return Err(Reason::NotYetOpen(at));
        }
        Ok(OnDay { people, spacing: &self.spacing, day, steps: Cell::new(STEPS_A_DAY) })
    }
}

/// So many steps the search goes for one start, and for all starts of a day: far more than a family needs, and few enough that
/// nobody keeps the server busy with menus that never fit together. A start that is not found by then counts as not free.
const STEPS_A_START: u32 = 512;
const STEPS_A_DAY: u32 = 2_000;

/// One of those who come, on one day.
struct Candidate<'s> {
    availability: &'s Availability<'s>,
    times: Rc<Times<'s>>,
}

/// The slots of a menu on one day.
struct Times<'s> {
    slots: Slots<'s>,
    /// Whether each start is free for one person, as far as that was asked.
    free: Vec<OnceCell<bool>>,
}

impl<'s> Times<'s> {
    fn of(slots: Slots<'s>) -> Self {
        let free = slots.starts().iter().map(|_| OnceCell::new()).collect();
        Self { slots, free }
    }

    /// The starts that are free for one person between two minutes of the day, both included.
    fn between(&self, (earliest, latest): (i32, i32)) -> impl Iterator<Item = TimeOfDay> {
        let minutes = |start: &TimeOfDay| i32::from(start.minutes());
        let starts = self.slots.starts();
        let from = starts.partition_point(|start| minutes(start) < earliest);
        let known = starts.iter().zip(&self.free).skip(from).take_while(move |(start, _)| minutes(start) <= latest);
        let is_free =
            |start: TimeOfDay, known: &OnceCell<bool>| *known.get_or_init(|| self.slots.places(start).is_ok());
        known.filter(move |(start, known)| is_free(**start, known)).map(|(start, _)| *start)
    }
}

/// Everybody's slots of one day.
struct OnDay<'s> {
    people: Vec<Candidate<'s>>,
    spacing: &'s Spacing,
    day: Date,
    /// How many steps are left for the day.
    steps: Cell<u32>,
}

/// Somebody, by their place among those who come, and the slot that is found for them.
type Placed = Vec<(usize, Slot)>;

impl OnDay<'_> {
    /// The starts of those who can be the first, in order, each judged when it is looked at. A start at which all fit counts as one
    /// place.
    fn judged(&self) -> impl Iterator<Item = SlotPlan> {
        let starts: BTreeSet<TimeOfDay> =
            self.next_ones(&Vec::new()).flat_map(|(_, one)| one.times.slots.starts().iter().copied()).collect();
        starts.into_iter().map(|start| SlotPlan { start, places: self.slots(start).map(|_| 1) })
    }

    /// The slots of all, in the order of the people, when the earliest of them starts then.
    fn slots(&self, start: TimeOfDay) -> Result<Vec<Slot>, Reason> {
        let granted = self.steps.get().min(STEPS_A_START);
        let left = Cell::new(granted);
        let found = self.from(start, &left);
        self.steps.set(self.steps.get() - (granted - left.get()));
        let mut placed = found?;
        placed.sort_by_key(|(who, _)| *who);
        Ok(placed.into_iter().map(|(_, slot)| slot).collect())
    }

    fn from(&self, start: TimeOfDay, left: &Cell<u32>) -> Result<Placed, Reason> {
        let mut why = Reason::NoSuchSlot;
        for (who, first) in self.next_ones(&Vec::new()) {
            if first.times.slots.starts().binary_search(&start).is_err() {
                continue;
            }
            match first.times.slots.places(start) {
                Ok(_) if self.are_in_reach(start) => {
                    let mut placed = vec![(who, first.availability.slot_at(self.day, start))];
                    if self.place_rest(&mut placed, left) {
                        return Ok(placed);
                    }
                    why = Reason::NotTogether;
                }
                Ok(_) | Err(Reason::Full) => why = Reason::NotTogether,
                Err(reason) if why == Reason::NoSuchSlot => why = reason,
                Err(_) => {}
            }
        }
        Err(why)
    }

    /// Those who may be the next when some have been placed: the next in the list, or in turn anybody, of several with the same
    /// menu the first.
    fn next_ones(&self, placed: &Placed) -> impl Iterator<Item = (usize, &Candidate<'_>)> {
        let is_placed = |who: usize| placed.iter().any(|(other, _)| *other == who);
        let waiting = self.people.iter().enumerate().filter(move |(who, _)| !is_placed(*who));
        let mut seen: Vec<&Availability<'_>> = Vec::new();
        let in_turn = matches!(self.spacing, Spacing::InTurn { .. });
        waiting.filter(move |(_, one)| {
            let is_new =
                seen.is_empty() || (in_turn && !seen.iter().any(|other| other.is_for_the_same(one.availability)));
            seen.push(one.availability);
            is_new
        })
    }

    /// Whether everybody has a free start at all between the first one and the latest that the turns of all allow.
    fn are_in_reach(&self, start: TimeOfDay) -> bool {
        let Spacing::InTurn { gap } = self.spacing else { return true };
        let earliest = i32::from(start.minutes());
        let turns = self.people.iter().map(|one| i32::from(one.availability.menu().minutes) + i32::from(*gap));
        let latest = earliest + turns.sum::<i32>();
        self.people.iter().all(|one| one.times.between((earliest, latest)).next().is_some())
    }

    /// Places those who come after the ones that are placed; says whether all fit. Each comes as early as the others allow. Gives up
    /// when no step is `left`.
    fn place_rest(&self, placed: &mut Placed, left: &Cell<u32>) -> bool {
        if placed.len() == self.people.len() {
            return true;
        }
        let Some(span) = self.span_of_next(placed) else { return false };
        let waiting: Vec<(usize, &Candidate<'_>)> = self.next_ones(placed).collect();
        for (who, next) in waiting {
            for start in next.times.between(span) {
                if !step(left) {
                    return false;
                }
                if Self::is_free_beside(next, start, placed) {
                    placed.push((who, next.availability.slot_at(self.day, start)));
                    if self.place_rest(placed, left) {
                        return true;
                    }
                    placed.pop();
                }
            }
        }
        false
    }

    /// Between which minutes of the day the next one may start.
    fn span_of_next(&self, placed: &Placed) -> Option<(i32, i32)> {
        let ((_, first), (_, before)) = placed.first().zip(placed.last())?;
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

    /// Whether somebody finds a place at a start, which is free for them alone, once the others have theirs.
    fn is_free_beside(who: &Candidate<'_>, start: TimeOfDay, placed: &Placed) -> bool {
        who.times.slots.is_free_beside(start, placed.iter().map(|(_, slot)| slot))
    }
}

/// Takes one of the steps that are left; says whether there was one.
fn step(left: &Cell<u32>) -> bool {
    let after = left.get().checked_sub(1);
    left.set(after.unwrap_or(0));
    after.is_some()
}
