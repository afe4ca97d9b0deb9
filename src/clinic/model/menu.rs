//! 診療メニュー: what can be booked, for whom, and by which rules.
//!
//! When its slots are follows in `schedule`; how many of them are left is not known in this feature.

use super::{AgeRange, Band, Clinic, Deadline, MenuId, MenuInEnglish, Opens, PoolId, SeriesId};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use time::Date;

/// What can be booked at a clinic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Menu {
    /// Its name in addresses.
    pub id: MenuId,
    /// Where it stands among the clinic's menus, from 0.
    pub order: u32,
    /// メニュー名.
    pub name: String,
    /// 説明.
    #[serde(default)]
    pub description: Option<String>,
    /// 診療科.
    #[serde(default)]
    pub department: Option<String>,
    /// 保険診療, 自由診療 or 公費.
    pub insurance: Insurance,
    /// 初診, 再診 or both.
    pub visits: Visits,
    /// How many minutes a visit takes.
    pub minutes: u16,
    /// Minutes that are kept free before a visit.
    #[serde(default)]
    pub buffer_before: u16,
    /// Minutes that are kept free after a visit.
    #[serde(default)]
    pub buffer_after: u16,
    /// Minutes from one slot to the next; visit and buffers together where none are given.
    #[serde(default)]
    pub every: Option<u16>,
    /// How many visits of this menu there may be at the same time.
    pub places: u16,
    /// How many visits of this menu there may be on one day.
    #[serde(default)]
    pub places_per_day: Option<u32>,
    /// What it shares with other menus.
    #[serde(default)]
    pub pool: Option<PoolId>,
    /// 指名: whether patients may choose a unit of that pool.
    #[serde(default)]
    pub choose_unit: bool,
    /// When its slots are; the clinic's own hours, up to the last reception, where none are given.
    #[serde(default)]
    pub hours: Option<Vec<Band>>,
    /// The first day on which it is offered.
    #[serde(default)]
    pub valid_from: Option<Date>,
    /// The last day on which it is offered.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// Who may book it.
    pub audience: Audience,
    /// Whether several people may book it in one go.
    #[serde(default = "yes")]
    pub group_booking: bool,
    /// 本人だけ: only the account's own person may book it, and nobody else is told of it.
    #[serde(default)]
    pub self_only: bool,
    /// Below which age a guardian comes along; 0 is nobody, and the clinic's own rule holds where none is given.
    #[serde(default)]
    pub guardian_under: Option<u8>,
    /// 受付開始.
    pub opens: Opens,
    /// 受付終了.
    pub closes: Deadline,
    /// Until when the patient may cancel.
    pub cancel_until: Deadline,
    /// Until when the patient may choose another time.
    pub change_until: Deadline,
    /// 対象年齢.
    #[serde(default)]
    pub ages: AgeRange,
    /// How many visits of this menu one person, booking with one mail address, may have before them.
    #[serde(default)]
    pub open_limit: Option<u16>,
    /// How many days lie at least between two visits of one person.
    #[serde(default)]
    pub minimum_interval_days: Option<u16>,
    /// With which other menus it counts together for that interval.
    #[serde(default)]
    pub series: Option<SeriesId>,
    /// What to do before the visit.
    #[serde(default)]
    pub preparation: Option<String>,
    /// 持ち物.
    #[serde(default)]
    pub bring: Option<String>,
    /// Its texts in English.
    #[serde(default)]
    pub en: MenuInEnglish,
}

fn yes() -> bool {
    true
}

impl Menu {
    /// The menu as it would be if its visits took that many minutes: the staff may give one more time, or less.
    pub fn lasting(&self, minutes: u16) -> Cow<'_, Self> {
        match minutes == self.minutes {
            true => Cow::Borrowed(self),
            false => Cow::Owned(Self { minutes, ..self.clone() }),
        }
    }

    /// Whether it is for the age of somebody who was born then, on any day that can be booked from today on.
    pub fn is_for(&self, born: Date, today: Date) -> bool {
        let days = std::iter::successors(Some(today), |day| day.next_day());
        let mut days = days.take_while(|day| *day <= self.opens.reach(today));
        self.ages.is_any() || days.any(|day| self.ages.hold(born, day))
    }

    /// How many days lie at least between a visit of it and one of another menu, or another of its own, by the same person; 0
    /// where the two do not count together. It is the same in both directions.
    pub fn interval_to(&self, other: &Self) -> u16 {
        let count_together = self.id == other.id || (self.series.is_some() && self.series == other.series);
        let days = |menu: &Self| menu.minimum_interval_days.unwrap_or(0);
        if count_together { days(self).max(days(other)) } else { 0 }
    }

    /// 初診 or 再診, where it is for one of them alone.
    pub fn only_visit(&self) -> Option<Visit> {
        let mut visits = Visit::ALL.into_iter().filter(|visit| self.visits.hold(*visit));
        visits.next().filter(|_| visits.next().is_none())
    }

    /// Whether several people may book it in one go. What is for the account's own person alone is for nobody else.
    pub const fn is_for_several(&self) -> bool {
        self.group_booking && !self.self_only
    }

    /// Below which age a guardian comes along to a visit of it.
    pub fn guardian_under(&self, clinic: &Clinic) -> Option<u8> {
        self.guardian_under.or(clinic.booking.guardian_under).filter(|years| 0 < *years)
    }

    /// Whether it is offered today or later.
    pub fn is_offered(&self, today: Date) -> bool {
        self.valid_until.is_none_or(|until| today <= until)
    }
}

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Insurance {
    /// 保険診療.
    Insured,
    /// 自由診療.
    Private,
    /// 公費: the municipality or the state, such as for routine vaccines and check-ups of infants.
    Public,
}

/// Whether somebody comes for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Visit {
    /// 初診.
    First,
    /// 再診.
    Return,
}

impl Visit {
    /// Both, in the order of the form.
    pub const ALL: [Self; 2] = [Self::First, Self::Return];

    /// Its value in forms and addresses.
    pub const fn value(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Return => "return",
        }
    }

    /// The visit of a form's value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visit| visit.value() == value)
    }
}

/// For which visits a menu is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Visits {
    /// 初診のみ.
    First,
    /// 再診のみ.
    Return,
    /// 初診・再診.
    Both,
}

impl Visits {
    /// Whether it is for such a visit.
    pub fn hold(self, visit: Visit) -> bool {
        match self {
            Self::Both => true,
            Self::First => visit == Visit::First,
            Self::Return => visit == Visit::Return,
        }
    }
}

/// Who may book a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Audience {
    /// Patients see and book it.
    Patients,
    /// The clinic's staff alone.
    Staff,
}
