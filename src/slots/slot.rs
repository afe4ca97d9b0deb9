//! A slot: a start time of a menu, and what a visit then takes; and the key of a booking that wants one.

use crate::clinic::{Menu, MenuId, PoolId, TimeOfDay};
use crate::clock::Moment;
use crate::secret::{Id, InAddress};
use serde::{Deserialize, Serialize};
use time::Date;

/// A bookable start time, and the places that a visit then takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The menu.
    pub menu: MenuId,
    /// What the menu shares with others, if anything.
    pub pool: Option<PoolId>,
    /// The day in Japan.
    pub day: Date,
    /// When the visit starts.
    pub start: TimeOfDay,
    /// How many minutes it takes.
    pub minutes: u16,
    /// Minutes that are kept free before it.
    pub buffer_before: u16,
    /// Minutes that are kept free after it.
    pub buffer_after: u16,
}

impl Slot {
    /// The slot of a menu at a time, whether it is one of its start times or not.
    pub fn of(menu: &Menu, day: Date, start: TimeOfDay) -> Self {
        Self {
            menu: menu.id.clone(),
            pool: menu.pool.clone(),
            day,
            start,
            minutes: menu.minutes,
            buffer_before: menu.buffer_before,
            buffer_after: menu.buffer_after,
        }
    }

    /// The moment at which the visit starts.
    pub fn starts(&self) -> Moment {
        self.start.on(self.day)
    }

    /// The moment at which the visit ends.
    pub fn ends(&self) -> Moment {
        self.starts().plus_minutes(i64::from(self.minutes))
    }
}

/// What a booking under way holds.
pub enum Hold {}

impl InAddress for Hold {}

/// Names a booking under way among those of one visitor, and the slot that is held for it.
pub type BookingKey = Id<Hold>;

/// The slot that is wanted, by the booking that wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WantedSlot {
    /// The booking's key; its own hold does not stand in its way.
    pub key: BookingKey,
    /// The day.
    pub day: Date,
    /// The start.
    pub start: TimeOfDay,
}
