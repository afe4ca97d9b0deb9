//! Which slots of a menu are free on a day, and why the others are not: the one answer for the calendar and for the
//! write that books.
//!
//! Pure: clinic, menu, person, moment and what is taken come as arguments.

use super::occupancy::{Rivals, Taken};
use super::slot::Slot;
use crate::clinic::schedule::{NoSlots, slots};
use crate::clinic::{AgeRange, Clinic, Menu, TimeOfDay};
use crate::clock::Moment;
use crate::lang::Words;
use time::Date;

/// What is on offer: a menu among all menus of its clinic.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// Its menus; some share places with the one that is asked for.
    pub menus: &'a [Menu],
    /// The menu.
    pub menu: &'a Menu,
}

/// What is known of who would come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// 生年月日.
    pub birth_date: Date,
    /// How many visits of this menu the person has before them.
    pub coming: u16,
}

/// Why a slot, or a whole day, cannot be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// 休診日, with the clinic's words for it.
    Closed(Option<String>),
    /// 祝日, with its name.
    Holiday(Words),
    /// The menu has no slots on such a day.
    NoHours,
    /// The menu is not offered on that day.
    NotOffered,
    /// 受付開始前: booking opens then.
    NotYetOpen(Moment),
    /// 受付終了.
    Over,
    /// 満員.
    Full,
    /// 年齢対象外.
    Age(AgeRange),
    /// 予約数の上限: so many visits at a time.
    Limit(u16),
    /// The menu has no slot at that time.
    NoSuchSlot,
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

/// The slots of a day with what is taken on it.
pub fn day(offer: Offer<'_>, client: Option<Client>, now: Moment, day: Date, taken: &Taken) -> DayPlan {
    let starts = match slots(offer.clinic, offer.menu, day) {
        Ok(starts) => starts,
        Err(none) => return DayPlan { day, slots: Vec::new(), reason: Some(of_day(none)) },
    };
    let judge = Judge::of(offer, client, now, day, taken);
    let slots: Vec<SlotPlan> =
        starts.into_iter().map(|start| SlotPlan { start, places: judge.places(start) }).collect();
    let reason = why_none(&slots);
    DayPlan { day, slots, reason }
}

/// The slot of a menu that starts then, if it can be booked.
///
/// # Errors
/// Why not; [`Reason::NoSuchSlot`] when the day has slots, but none at that time.
pub fn slot(
    offer: Offer<'_>,
    client: Option<Client>,
    now: Moment,
    (day, start): (Date, TimeOfDay),
    taken: &Taken,
) -> Result<Slot, Reason> {
    let starts = slots(offer.clinic, offer.menu, day).map_err(of_day)?;
    if !starts.contains(&start) {
        return Err(Reason::NoSuchSlot);
    }
    Judge::of(offer, client, now, day, taken).places(start)?;
    Ok(slot_of(offer.menu, day, start))
}

/// The slot of a menu at a time, whether there is one or not.
fn slot_of(menu: &Menu, day: Date, start: TimeOfDay) -> Slot {
    Slot {
        menu: menu.id.clone(),
        pool: menu.pool.clone(),
        day,
        start,
        minutes: menu.minutes,
        buffer_before: menu.buffer_before,
        buffer_after: menu.buffer_after,
    }
}

fn of_day(none: NoSlots<'_>) -> Reason {
    match none {
        NoSlots::Closed(reason) => Reason::Closed(reason.map(str::to_owned)),
        NoSlots::Holiday(name) => Reason::Holiday(name),
        NoSlots::NoHours => Reason::NoHours,
        NoSlots::NotOffered => Reason::NotOffered,
    }
}

/// What decides about any slot of a day.
struct Judge<'a> {
    menu: &'a Menu,
    now: Moment,
    day: Date,
    /// The places, or what stands against all slots.
    room: Result<Room<'a>, Reason>,
}

impl<'a> Judge<'a> {
    fn of(offer: Offer<'a>, client: Option<Client>, now: Moment, day: Date, taken: &Taken) -> Self {
        let room = match against_all(offer.menu, client, now, day) {
            Some(reason) => Err(reason),
            None => Ok(Room::of(offer, taken)),
        };
        Self { menu: offer.menu, now, day, room }
    }

    /// The places left, at least one, or the reason.
    fn places(&self, start: TimeOfDay) -> Result<u32, Reason> {
        if self.menu.closes.of(start.on(self.day)) <= self.now {
            return Err(Reason::Over);
        }
        match self.room.as_ref().map_err(Reason::clone)?.left(start) {
            0 => Err(Reason::Full),
            left => Ok(left),
        }
    }
}

/// What stands against all slots of a day. What no waiting helps against comes first.
fn against_all(menu: &Menu, client: Option<Client>, now: Moment, day: Date) -> Option<Reason> {
    if client.is_some_and(|client| !menu.ages.hold(client.birth_date, day)) {
        return Some(Reason::Age(menu.ages));
    }
    let opens = menu.opens.of(day);
    if now < opens {
        return Some(Reason::NotYetOpen(opens));
    }
    let limit = menu.open_limit?;
    client.filter(|client| limit <= client.coming).map(|_| Reason::Limit(limit))
}

/// The places of a menu on a day, before any slot is looked at.
struct Room<'a> {
    menu: &'a Menu,
    left_today: u32,
    own: Rivals,
    shared: Option<(u32, Rivals)>,
}

impl<'a> Room<'a> {
    fn of(offer: Offer<'a>, taken: &Taken) -> Self {
        let menu = offer.menu;
        let left_today = match menu.places_per_day {
            Some(most) => most.saturating_sub(taken.on_day(&menu.id)),
            None => u32::MAX,
        };
        let shared = menu.pool.as_ref().map(|id| {
            // A pool that the clinic does not have has no places: nothing is booked by a slip of the pen.
            let places = offer.clinic.pools.iter().find(|pool| pool.id == *id).map_or(0, |pool| u32::from(pool.places));
            (places, taken.of_pool(id, offer.menus))
        });
        Self { menu, left_today, own: taken.of_menu(&menu.id), shared }
    }

    fn left(&self, start: TimeOfDay) -> u32 {
        let own = u32::from(self.menu.places).saturating_sub(self.own.at_once(start, self.menu));
        let shared = match &self.shared {
            Some((places, rivals)) => places.saturating_sub(rivals.at_once(start, self.menu)),
            None => u32::MAX,
        };
        own.min(shared).min(self.left_today)
    }
}

/// Why none of these slots can be booked: the reason that leaves most hope.
fn why_none(slots: &[SlotPlan]) -> Option<Reason> {
    if slots.iter().any(|slot| slot.places.is_ok()) {
        return None;
    }
    let reasons = || slots.iter().filter_map(|slot| slot.places.as_ref().err());
    reasons().find(|reason| **reason != Reason::Over).or_else(|| reasons().next()).cloned()
}
