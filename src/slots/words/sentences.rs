//! How a slot is said, and why a day or a slot cannot be booked.

use crate::clinic::{AgeRange, Visit};
use crate::clock::Moment;
use crate::slots::Reason;
use std::borrow::Cow;

/// A state in a word that fits a narrow cell, with what is only read out before and after it.
pub struct Short {
    /// Read out before the word.
    pub before: &'static str,
    /// The word that everybody sees.
    pub word: &'static str,
    /// Read out after it.
    pub after: Cow<'static, str>,
}

/// How a slot is said, and why nothing can be booked: in one word for a cell of the calendar and in a sentence.
pub struct SlotWords {
    /// That there are free slots, for a cell of the calendar.
    pub free: Short,
    /// That few places are left, for a cell of the calendar.
    pub few: Short,
    /// Why nothing can be booked, for a cell of the calendar.
    pub short: fn(&Reason) -> Short,
    /// Why a slot cannot be booked, in a whole sentence.
    pub sentence: fn(&Reason) -> String,
    /// Why nothing can be booked on a day, in a whole sentence.
    pub day_sentence: fn(&Reason) -> String,
    /// 本人だけ, of a menu.
    pub self_only: &'static str,
    /// 担当.
    pub unit: &'static str,
    /// That any unit will do.
    pub any_unit: &'static str,
    /// That patients below this age come with a guardian.
    pub guardian: fn(u8) -> String,
    /// 対象年齢: `生後2か月から15歳まで`.
    pub ages: fn(&AgeRange) -> String,
    /// 初診 or 再診.
    pub visit: fn(Visit) -> &'static str,
    /// How long a visit takes.
    pub minutes: fn(u16) -> String,
    /// Day and clock of a visit with both calendars: `2026年(令和8年)11月24日(火)9:30`.
    pub when: fn(Moment) -> String,
    /// What is added to that in a browser of another time zone, where it is not said anyway.
    pub zone_elsewhere: Option<&'static str>,
}
