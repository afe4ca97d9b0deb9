//! What the pages around a day of the book say, one field a sentence.

use crate::console::note_form::NoteProblem;

/// What the pages around a day of the book say.
pub struct ConsoleDayWords {
    pub note: DayNoteWords,
    pub search: DaySearchWords,
    pub quiet: QuietWords,
    pub keys: KeyWords,
    pub week: WeekWords,
}

/// What the staff share about a day.
pub struct DayNoteWords {
    pub title: &'static str,
    pub write: &'static str,
    pub change: &'static str,
    pub hint: &'static str,
    pub button: &'static str,
    pub back: &'static str,
    /// Somebody else was faster.
    pub changed: &'static str,
    pub emptied: &'static str,
    pub changed_help: &'static str,
    pub problem: fn(NoteProblem) -> String,
}

/// The search of a day.
pub struct DaySearchWords {
    pub title: &'static str,
    pub example: &'static str,
    pub button: &'static str,
    pub found: fn(&str, usize) -> String,
    pub all: &'static str,
    /// Above visits on other days.
    pub elsewhere: &'static str,
}

/// The lines for times when nobody is taken.
pub struct QuietWords {
    pub span: fn(&str, &str) -> String,
    pub lunch: &'static str,
    pub closed: &'static str,
    pub brackets: fn(&str) -> String,
}

/// The legend of the keys.
pub struct KeyWords {
    pub title: &'static str,
    pub turn_off: &'static str,
    pub turn_on: &'static str,
}

/// The week in numbers.
pub struct WeekWords {
    pub link: &'static str,
    pub title: fn(&str, &str) -> String,
    pub weeks: &'static str,
    pub before: &'static str,
    pub this: &'static str,
    pub after: &'static str,
    pub day: &'static str,
    pub visits: &'static str,
    pub full: &'static str,
    /// Places taken, and places offered.
    pub full_of: fn(u32, u32) -> String,
    pub no_slots: &'static str,
    pub today: &'static str,
    pub waiting: fn(usize) -> String,
    pub first: fn(usize) -> String,
    pub note: &'static str,
    pub back: &'static str,
}
