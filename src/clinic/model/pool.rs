//! What several menus share, and 枠の単位: what that consists of, each by its name, and when one of them is not there.

use super::{ClosedDays, OwnText, PoolId, TimeOfDay};
use serde::{Deserialize, Serialize};
use std::fmt;
use time::Date;

/// Something that several menus share, and of which only so many can be used at a time: chairs, rooms, a doctor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// Its name in menus.
    pub id: PoolId,
    /// How many visits it takes at the same time.
    pub places: u16,
    /// What it is called where one of its units is chosen, such as 担当医.
    #[serde(default)]
    pub name: Option<String>,
    /// What it consists of, each by its name, in the order in which they are taken. They add no places.
    #[serde(default)]
    pub units: Vec<UnitName>,
    /// When a unit is not there. It takes its place with it.
    #[serde(default)]
    pub days_off: Vec<DayOff>,
}

/// The name of a unit: 院長, 診察室1. It says which unit of its pool it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitName(String);

impl UnitName {
    /// The most characters of one: it is the head of a column.
    pub const LONGEST: usize = 20;

    /// A name on one line, which is not empty.
    pub const fn new(name: String) -> Self {
        Self(name)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as a text of the clinic: it is the same in every language.
    pub fn own_name(&self) -> OwnText<'_> {
        OwnText::new(&self.0, None)
    }
}

impl fmt::Display for UnitName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A rule by which a unit is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOff {
    /// Which unit.
    pub unit: UnitName,
    /// On which days.
    pub days: ClosedDays,
    /// The part of these days, from and until; the whole day where none is given.
    #[serde(default)]
    pub part: Option<(TimeOfDay, TimeOfDay)>,
}

impl Pool {
    /// One of so many places, without units.
    pub const fn of(id: PoolId, places: u16) -> Self {
        Self { id, places, name: None, units: Vec::new(), days_off: Vec::new() }
    }

    /// What it is called where one of its units is chosen, such as 担当医.
    pub fn label(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Its unit of that name.
    pub fn unit(&self, name: &str) -> Option<&UnitName> {
        self.units.iter().find(|unit| unit.as_str() == name)
    }

    /// The units that are not there at some time of a day, each with these times: from and until, in minutes of the day.
    pub fn away(&self, day: Date) -> impl Iterator<Item = (&UnitName, (u16, u16))> {
        let rules = self.days_off.iter().filter(move |rule| rule.days.hold(day));
        rules.map(|rule| {
            let (from, until) = rule.part.map_or((0, u16::MAX), |(from, until)| (from.minutes(), until.minutes()));
            (&rule.unit, (from, until))
        })
    }
}
