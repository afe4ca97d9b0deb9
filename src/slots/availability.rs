//! Which slots of a menu are free on a day, and why the others are not: the one answer for the calendar and for the
//! write that books.
//!
//! Pure: clinic, menu, person, moment and what is taken come as arguments.

use super::interval::{CountedVisit, too_near};
use super::occupancy::Taken;
use super::offer::Offer;
use super::reason::Reason;
use super::room::Room;
use super::slot::Slot;
use super::suspension::Suspension;
use crate::clinic::schedule::{Timetable, is_within_hours};
use crate::clinic::{Menu, TimeOfDay};
use crate::clock::Moment;
use std::borrow::Cow;
use time::Date;

/// What is known of who would come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// 生年月日; where it is not known, no age stands against a visit.
    pub birth_date: Option<Date>,
    /// How many visits of this menu the person has before them.
    pub coming: u16,
    /// The other visits of the person from which this one has to be some days away.
    pub visits: Vec<CountedVisit>,
}

/// One slot of a day: how many places are left, or why it cannot be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotPlan {
    /// When it starts.
    pub start: TimeOfDay,
    /// Places left, at least one, or the reason.
    pub places: Result<u32, Reason>,
}

/// A day of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayPlan {
    /// The day in Japan.
    pub day: Date,
    /// Its slots in order; none when the day has none.
    pub slots: Vec<SlotPlan>,
    /// Why nothing can be booked on this day; `None` when something can.
    pub reason: Option<Reason>,
}

impl DayPlan {
    /// The slots that can be booked, with the places left.
    pub fn free(&self) -> impl Iterator<Item = (TimeOfDay, u32)> {
        self.slots.iter().filter_map(|slot| Some((slot.start, *slot.places.as_ref().ok()?)))
    }
}

/// A day of a menu in brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The day in Japan.
    pub day: Date,
    /// How many places its slots have left together, at least one and counted as far as was asked for; or why nothing can
    /// be booked.
    pub places: Result<u32, Reason>,
}

/// What is free of a menu for one client at one moment.
pub struct Availability<'a> {
    offer: Offer<'a>,
    /// The menu as it would be if its visits took as long as this one.
    lasting: Cow<'a, Menu>,
    client: Option<Client>,
    now: Moment,
    timetable: Timetable<'a>,
}

impl<'a> Availability<'a> {
    /// That of the menu on offer.
    pub fn of(offer: Offer<'a>, client: Option<Client>, now: Moment) -> Self {
        let (timetable, lasting) = (Timetable::of(offer.clinic, offer.menu), Cow::Borrowed(offer.menu));
        Self { offer, lasting, client, now, timetable }
    }

    /// The same for a visit that takes so many minutes. It starts when those of the menu do.
    #[must_use]
    pub fn lasting(self, minutes: u16) -> Self {
        Self { lasting: self.offer.menu.lasting(minutes), ..self }
    }

    /// All slots of a day with what is taken on it.
    pub fn day(&self, day: Date, taken: &Taken) -> DayPlan {
        let slots: Vec<SlotPlan> = match self.slots(day, taken) {
            Ok(slots) => slots.judged().collect(),
            Err(reason) => return DayPlan { day, slots: Vec::new(), reason: Some(reason) },
        };
        let reason = together(slots.iter().map(|slot| slot.places.clone()), u32::MAX).err();
        DayPlan { day, slots, reason }
    }

    /// What [`Availability::day`] has in brief. No more slots are looked at than it takes to count `enough` places.
    pub fn outlook(&self, day: Date, taken: &Taken, enough: u32) -> Outlook {
        let slots = self.slots(day, taken);
        Outlook { day, places: slots.and_then(|slots| together(slots.judged().map(|slot| slot.places), enough)) }
    }

    /// The first `limit` starts of a day that can be booked.
    pub fn first_free(&self, day: Date, taken: &Taken, limit: usize) -> Vec<TimeOfDay> {
        let Ok(slots) = self.slots(day, taken) else { return Vec::new() };
        slots.judged().filter(|slot| slot.places.is_ok()).map(|slot| slot.start).take(limit).collect()
    }

    /// The slot that starts then, if it can be booked.
    ///
    /// # Errors
    /// Why not; [`Reason::NoSuchSlot`] when the day has slots, but none at that time.
    pub fn slot(&self, day: Date, start: TimeOfDay, taken: &Taken) -> Result<Slot, Reason> {
        let slots = self.slots(day, taken)?;
        if !slots.starts.contains(&start) {
            return Err(Reason::NoSuchSlot);
        }
        slots.judge.places(start)?;
        Ok(self.slot_at(day, start))
    }

    /// Whether another one is of the same menu with the same unit and the same length.
    pub(super) fn is_for_the_same(&self, other: &Self) -> bool {
        self.offer.menu.id == other.offer.menu.id
            && self.offer.unit == other.offer.unit
            && self.lasting.minutes == other.lasting.minutes
    }

    /// The slot at a time, whether it is free or not.
    pub(super) fn slot_at(&self, day: Date, start: TimeOfDay) -> Slot {
        Slot::of(self.offer.menu, day, start).lasting(self.lasting.minutes).asking(self.offer.unit)
    }

    /// The menu, as long as the visit takes.
    pub(super) fn menu(&self) -> &Menu {
        &self.lasting
    }

    /// What stands against the whole day for this client, apart from what is taken on it.
    ///
    /// # Errors
    /// That reason.
    pub(super) fn against_day(&self, day: Date) -> Result<(), Reason> {
        self.timetable.starts(day).map_err(Reason::from)?;
        against_all(self.offer.menu, self.client.as_ref(), self.now, day).map_or(Ok(()), Err)
    }

    /// The slots of a day, or why it has none.
    pub(super) fn slots(&self, day: Date, taken: &Taken) -> Result<Slots<'_>, Reason> {
        let mut starts = self.timetable.starts(day).map_err(Reason::from)?;
        let Self { offer, lasting, .. } = self;
        if lasting.minutes != offer.menu.minutes {
            let fits = |start: &TimeOfDay| is_within_hours(offer.clinic, offer.menu, day, *start, lasting.minutes);
            starts.to_mut().retain(fits);
        }
        let offer = Offer { menu: lasting, ..*offer };
        Ok(Slots { starts, judge: Judge::of(offer, self.client.as_ref(), self.now, day, taken) })
    }
}

/// How many places a menu has on a day when nothing is taken, with the unit that is asked for: it has one visit at a time.
pub fn places_of_day(offer: Offer<'_>, day: Date) -> u32 {
    let starts = Timetable::of(offer.clinic, offer.menu).starts(day).map_or(0, |starts| starts.len());
    let places = u32::try_from(starts)
        .unwrap_or(u32::MAX)
        .saturating_mul(offer.unit.map_or(u32::from(offer.menu.places), |_| 1));
    offer.menu.places_per_day.map_or(places, |most| places.min(most))
}

/// The starts of a day, and what decides about each.
pub(super) struct Slots<'a> {
    starts: Cow<'a, [TimeOfDay]>,
    judge: Judge<'a>,
}

impl Slots<'_> {
    /// The starts in order.
    pub(super) fn starts(&self) -> &[TimeOfDay] {
        &self.starts
    }

    /// The places left at one of them, at least one, or the reason.
    ///
    /// # Errors
    /// That reason.
    pub(super) fn places(&self, start: TimeOfDay) -> Result<u32, Reason> {
        self.judge.places(start)
    }

    /// Whether one of them, which is free for one person, is free still once these visits of the same day have their places.
    pub(super) fn is_free_beside<'s>(&self, start: TimeOfDay, others: impl Iterator<Item = &'s Slot> + Clone) -> bool {
        self.judge.room.as_ref().is_ok_and(|room| room.is_free_beside(start, others))
    }

    /// The slots in order, each judged when it is looked at.
    fn judged(&self) -> impl Iterator<Item = SlotPlan> {
        self.starts.iter().map(|start| SlotPlan { start: *start, places: self.judge.places(*start) })
    }
}

/// The places of some slots together, counted until there are `enough` of them.
///
/// # Errors
/// When nothing can be booked: the first of those reasons that [say the most](Reason::weight).
pub(super) fn together(slots: impl Iterator<Item = Result<u32, Reason>>, enough: u32) -> Result<u32, Reason> {
    let (mut places, mut why) = (0_u32, None::<Reason>);
    for slot in slots {
        match slot {
            Ok(left) => places = places.saturating_add(left),
            Err(reason) => why = why.filter(|known| reason.weight() <= known.weight()).or(Some(reason)),
        }
        if enough <= places {
            break;
        }
    }
    if 0 < places { Ok(places) } else { Err(why.unwrap_or(Reason::NoHours)) }
}

/// What decides about any slot of a day.
struct Judge<'a> {
    menu: &'a Menu,
    now: Moment,
    day: Date,
    /// What the staff have stopped.
    suspended: Vec<Suspension>,
    /// The places, or what stands against all slots.
    room: Result<Room<'a>, Reason>,
}

impl<'a> Judge<'a> {
    fn of(offer: Offer<'a>, client: Option<&Client>, now: Moment, day: Date, taken: &Taken) -> Self {
        let room = match against_all(offer.menu, client, now, day) {
            Some(reason) => Err(reason),
            None => Ok(Room::of(offer, day, taken)),
        };
        let suspended = taken.suspended_for(offer.menu);
        Self { menu: offer.menu, now, day, suspended, room }
    }

    /// The places left, at least one, or the reason.
    fn places(&self, start: TimeOfDay) -> Result<u32, Reason> {
        if self.menu.closes.of(start.on(self.day)) <= self.now {
            return Err(Reason::Over);
        }
        if let Some(one) = self.suspended.iter().find(|one| one.bars(start, self.menu.minutes)) {
            return Err(Reason::Suspended(one.words.clone()));
        }
        let room = self.room.as_ref().map_err(Reason::clone)?;
        match room.left(start) {
            0 => Err(room.why_none(start)),
            left => Ok(left),
        }
    }
}

/// What stands against all slots of a day. What no waiting helps against comes first.
fn against_all(menu: &Menu, client: Option<&Client>, now: Moment, day: Date) -> Option<Reason> {
    if client.and_then(|client| client.birth_date).is_some_and(|born| !menu.ages.hold(born, day)) {
        return Some(Reason::Age(menu.ages));
    }
    if let Some(near) = client.and_then(|client| too_near(&client.visits, day)) {
        return Some(Reason::TooNear(near));
    }
    let opens = menu.opens.of(day);
    if now < opens {
        return Some(Reason::NotYetOpen(opens));
    }
    over_limit(menu, client)
}

/// The limit of visits, when the client has as many before them.
pub(super) fn over_limit(menu: &Menu, client: Option<&Client>) -> Option<Reason> {
    let limit = menu.open_limit?;
    client.filter(|client| limit <= client.coming).map(|_| Reason::Limit(limit))
}
