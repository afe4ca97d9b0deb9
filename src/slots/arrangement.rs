//! At which starts of a day several people can all come, one after another or at the same time. One person is the
//! arrangement of one.
//!
//! Pure, as what is free for one: what is taken comes as an argument.

use super::availability::{Availability, DayPlan, Outlook, SlotPlan, Slots, together};
use super::occupancy::{Taken, overlap};
use super::reason::Reason;
use super::slot::Slot;
use crate::clinic::{Menu, TimeOfDay};
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
            people.push((availability, slots));
        }
        Ok(OnDay { people, spacing: &self.spacing, day, taken })
    }
}

/// Everybody's slots of one day.
struct OnDay<'s, 't> {
    people: Vec<(&'s Availability<'s>, Slots<'s>)>,
    spacing: &'s Spacing,
    day: Date,
    taken: &'t Taken,
}

impl OnDay<'_, '_> {
    /// The starts of the first one in order, each judged when it is looked at. A start at which all fit counts as one place.
    fn judged(&self) -> impl Iterator<Item = SlotPlan> {
        let starts = self.people.first().into_iter().flat_map(|(_, slots)| slots.starts());
        starts.map(|start| SlotPlan { start: *start, places: self.slots(*start).map(|_| 1) })
    }

    fn slots(&self, start: TimeOfDay) -> Result<Vec<Slot>, Reason> {
        let Some((first, slots)) = self.people.first() else { return Err(Reason::NoSuchSlot) };
        if !slots.starts().contains(&start) {
            return Err(Reason::NoSuchSlot);
        }
        slots.places(start).map_err(|reason| if reason == Reason::Full { Reason::NotTogether } else { reason })?;
        let mut placed = vec![Slot::of(first.menu(), self.day, start)];
        if self.place_rest(&mut placed) { Ok(placed) } else { Err(Reason::NotTogether) }
    }

    /// Places those who come after the ones that are placed; says whether all fit. Each comes as early as the others allow.
    fn place_rest(&self, placed: &mut Vec<Slot>) -> bool {
        let Some((next, slots)) = self.people.get(placed.len()) else { return true };
        let Some((earliest, latest)) = self.span_of_next(placed) else { return false };
        let fitting = slots.starts().iter().filter(|start| (earliest..=latest).contains(&i32::from(start.minutes())));
        for start in fitting {
            if self.is_free_beside(next, slots, *start, placed) {
                placed.push(Slot::of(next.menu(), self.day, *start));
                if self.place_rest(placed) {
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

    /// Whether somebody finds a place at a start once the others have theirs. What is taken is counted anew only where the
    /// others may make a difference.
    fn is_free_beside(&self, who: &Availability<'_>, slots: &Slots<'_>, start: TimeOfDay, placed: &[Slot]) -> bool {
        let Ok(left) = slots.places(start) else { return false };
        let wanted = Slot::of(who.menu(), self.day, start);
        let rivals: Vec<&Slot> = placed.iter().filter(|slot| is_rival(slot, who.menu())).collect();
        let beside = rivals.iter().filter(|slot| who.menu().places_per_day.is_some() || overlap(slot, &wanted));
        let beside = u32::try_from(beside.count()).unwrap_or(u32::MAX);
        if beside < left {
            return true;
        }
        // They are there for the very same time, so that each takes one of the places.
        if rivals.iter().all(|slot| **slot == wanted) {
            return false;
        }
        let mut taken = self.taken.clone();
        placed.iter().for_each(|slot| taken.add(slot));
        who.slot(self.day, start, &taken).is_ok()
    }
}

/// Whether a visit takes one of a menu's places, or of those that the menu shares.
fn is_rival(slot: &Slot, menu: &Menu) -> bool {
    slot.menu == menu.id || (slot.pool.is_some() && slot.pool == menu.pool)
}
