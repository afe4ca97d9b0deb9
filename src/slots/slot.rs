//! A slot: a start time of a menu, and what a visit then takes; and the key of a booking that wants one.

use crate::clinic::{Menu, MenuId, PoolId, TimeOfDay, UnitName};
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
    /// Whether the staff have given it that many, so that it keeps them when its patient moves it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub has_own_length: bool,
    /// Minutes that are kept free before it.
    pub buffer_before: u16,
    /// Minutes that are kept free after it.
    pub buffer_after: u16,
    /// 担当: which unit of what the menu shares, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<SlotUnit>,
}

/// The unit of a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotUnit {
    /// Which one.
    pub name: UnitName,
    /// 指名: whether it was asked for, so that another one would be news to the patient.
    #[serde(default)]
    pub is_asked: bool,
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
            has_own_length: false,
            buffer_before: menu.buffer_before,
            buffer_after: menu.buffer_after,
            unit: None,
        }
    }

    /// The same with the unit that is asked for, if one is.
    #[must_use]
    pub fn asking(self, unit: Option<&UnitName>) -> Self {
        Self { unit: unit.map(|name| SlotUnit { name: name.clone(), is_asked: true }), ..self }
    }

    /// The same as what becomes of another slot at the same time: who had asked for nobody has still asked for none.
    #[must_use]
    pub fn asked_as(self, other: &Self) -> Self {
        let had_asked = other.asked_unit().is_some();
        Self { unit: self.unit.map(|unit| SlotUnit { is_asked: unit.is_asked && had_asked, ..unit }), ..self }
    }

    /// The same with a length of its own, in minutes, where that is another one.
    #[must_use]
    pub fn lasting(self, minutes: u16) -> Self {
        Self { minutes, has_own_length: self.has_own_length || minutes != self.minutes, ..self }
    }

    /// The name of its unit.
    pub fn unit_name(&self) -> Option<&UnitName> {
        self.unit.as_ref().map(|unit| &unit.name)
    }

    /// The unit that was asked for, if one was.
    pub fn asked_unit(&self) -> Option<&UnitName> {
        self.unit.as_ref().filter(|unit| unit.is_asked).map(|unit| &unit.name)
    }

    /// The same with the unit that another slot has of what they share, where none is asked for.
    #[must_use]
    pub fn with_unit_of(self, other: Option<&Self>) -> Self {
        let other = other.filter(|other| other.pool == self.pool).and_then(Self::unit_name);
        let same = other.map(|name| SlotUnit { name: name.clone(), is_asked: false });
        Self { unit: self.unit.or(same), ..self }
    }

    /// Whether both are the same visit with the same unit, as far as one is asked for.
    pub fn is_same(&self, other: &Self) -> bool {
        self.is_at_time_of(other) && self.asked_unit() == other.asked_unit()
    }

    /// Whether a patient who knows this one has nothing to learn from the other: another unit is news to those only who had asked for
    /// one, and another length to nobody.
    pub fn is_told_as(&self, other: &Self) -> bool {
        self.starts_with(other) && self.asked_unit().is_none_or(|unit| other.asked_unit() == Some(unit))
    }

    /// Whether both are of one menu and begin at the same time.
    pub fn starts_with(&self, other: &Self) -> bool {
        (&self.menu, self.day, self.start) == (&other.menu, other.day, other.start)
    }

    /// Whether both are the same apart from the unit, whoever decided on their length.
    fn is_at_time_of(&self, other: &Self) -> bool {
        let plain = |slot: &Self| Self { unit: None, has_own_length: false, ..slot.clone() };
        plain(self) == plain(other)
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
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
