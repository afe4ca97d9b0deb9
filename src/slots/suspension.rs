//! What the staff have stopped on a day: Web受付 from now on, or slots from one time until another. It ends by itself, and can be
//! taken back before.
//!
//! The rules are pure: menu and time are arguments, and a suspension says whether it bars them.

use super::reason::WhyClosed;
use super::slot::Slot;
use crate::clinic::{MenuId, PoolId, TimeOfDay, UnitName};
use crate::clock::Moment;
use crate::work::StaffId;
use serde::{Deserialize, Serialize};

/// A part of a day for which booking is stopped, for patients or for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// Its number among those of the day.
    pub number: u32,
    /// What is stopped.
    pub what: Suspended,
    /// From when.
    pub from: TimeOfDay,
    /// Until when, this time excluded.
    pub until: TimeOfDay,
    /// For what.
    pub menus: SuspendedMenus,
    /// What patients read.
    #[serde(default)]
    pub words: Option<WhyClosed>,
    /// Why, for the staff alone.
    #[serde(default)]
    pub reason: Option<String>,
    /// When and by whom it was begun.
    pub begun: (Moment, Option<StaffId>),
    /// When and by whom it was taken back, if it was.
    #[serde(default)]
    pub ended: Option<(Moment, Option<StaffId>)>,
}

/// What is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Suspended {
    /// Web受付: patients cannot book; the staff can.
    Web,
    /// 枠: patients cannot book, and the staff only with a reason.
    Slots,
}

/// For what it is stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SuspendedMenus {
    /// Everything.
    All,
    /// One menu.
    Menu(MenuId),
    /// All menus that share something.
    Pool(PoolId),
    /// One unit of what menus share: it is not there.
    Unit(PoolId, UnitName),
}

impl SuspendedMenus {
    /// Whether a menu that takes places of this pool is among them. One unit stops no menu: it takes its place with it.
    pub fn hold_menu(&self, menu: &MenuId, pool: Option<&PoolId>) -> bool {
        match self {
            Self::All => true,
            Self::Menu(one) => one == menu,
            Self::Pool(shared) => pool == Some(shared),
            Self::Unit(..) => false,
        }
    }

    /// Whether a visit of this slot is among them.
    fn hold(&self, slot: &Slot) -> bool {
        match self {
            Self::Unit(pool, unit) => slot.pool.as_ref() == Some(pool) && slot.unit_name() == Some(unit),
            other => other.hold_menu(&slot.menu, slot.pool.as_ref()),
        }
    }
}

impl Suspension {
    /// Whether it was not taken back.
    pub const fn stands(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether it bars a visit that starts then and takes so many minutes: a part of the visit is enough.
    pub fn bars(&self, start: TimeOfDay, minutes: u16) -> bool {
        let (start, end) = (u32::from(start.minutes()), u32::from(start.minutes()) + u32::from(minutes));
        self.stands() && start < u32::from(self.until.minutes()) && u32::from(self.from.minutes()) < end
    }

    /// Whether another one stops the same for the same reason, whoever has begun it.
    pub fn is_like(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.what, one.from, one.until, one.menus.clone(), one.words.clone(), one.reason.clone());
        of(self) == of(other)
    }

    /// Whether a visit of this slot falls into it, at least in part.
    pub fn holds(&self, slot: &Slot) -> bool {
        self.menus.hold(slot) && self.bars(slot.start, slot.minutes)
    }
}
