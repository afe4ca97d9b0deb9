//! What the pages around a day of the book say: its note, the search, the lines for times when nobody is taken, the week.

pub mod en;
pub mod ja;
mod sentences;

pub use sentences::{ConsoleDayWords, DayNoteWords, DaySearchWords, KeyWords, QuietWords, WeekWords};
