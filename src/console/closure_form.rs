//! The form by which an owner closes the clinic for some days, such as 夏季休診, as it is typed.

use crate::clinic::file::{LONGEST_REASON, LONGEST_REASON_IN_ENGLISH};
use crate::clinic::{ClosedDays, Closure};
use crate::lang::typed::{Fault, clean, is_visible};
use crate::person::{self, PersonProblem};
use crate::ui::{Form, FormField, Problems};
use time::{Date, Duration};

/// How many days ahead a closure may end: patients see no calendar that goes further.
pub const DAYS_AHEAD: i64 = 2 * 366;

/// Some days on which the clinic is to be closed, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClosureForm {
    first: String,
    last: String,
    reason: String,
    reason_en: String,
    /// Whether who is booked on these days has been seen.
    pub confirmed: String,
}

/// The fields of [`ClosureForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosureField {
    /// The first day.
    First,
    /// The last day; the first one where none is typed.
    Last,
    /// Why.
    Reason,
    /// The same in English.
    ReasonEn,
    /// Whether who is booked on these days has been seen.
    Confirmed,
}

/// What is wrong with a field of [`ClosureForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosureProblem {
    /// No day was typed.
    Missing,
    /// It is no day.
    Day,
    /// The last day is before the first one.
    Order,
    /// It is over already.
    Over,
    /// It is too far ahead.
    TooFar,
    /// More than so many characters.
    TooLong(usize),
    /// It holds characters that cannot be shown.
    Forbidden,
    /// English without Japanese.
    Japanese,
    /// The clinic has as many closures as it may have.
    TooMany,
}

/// The problems of the form.
pub type ClosureProblems = Problems<ClosureField, ClosureProblem>;

impl FormField for ClosureField {
    fn name(self) -> &'static str {
        match self {
            Self::First => "first_day",
            Self::Last => "last_day",
            Self::Reason => "reason",
            Self::ReasonEn => "reason_en",
            Self::Confirmed => "confirmed",
        }
    }
}

impl Form for ClosureForm {
    type Field = ClosureField;

    fn read(get: impl Fn(ClosureField) -> String) -> Self {
        Self {
            first: get(ClosureField::First),
            last: get(ClosureField::Last),
            reason: get(ClosureField::Reason),
            reason_en: get(ClosureField::ReasonEn),
            confirmed: get(ClosureField::Confirmed),
        }
    }

    fn typed(&self) -> Vec<(ClosureField, &str)> {
        let Self { first, last, reason, reason_en, confirmed } = self;
        vec![
            (ClosureField::First, first),
            (ClosureField::Last, last),
            (ClosureField::Reason, reason),
            (ClosureField::ReasonEn, reason_en),
            (ClosureField::Confirmed, confirmed),
        ]
    }
}

impl ClosureForm {
    /// The closure that is meant.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self, today: Date) -> Result<Closure, ClosureProblems> {
        let mut problems = Problems::default();
        let from = problems.sift(ClosureField::First, day(&self.first));
        let until = match self.last.trim() {
            "" => from,
            typed => problems.sift(ClosureField::Last, day(typed)),
        };
        if let Some((from, until)) = from.zip(until) {
            let furthest = today.saturating_add(Duration::days(DAYS_AHEAD));
            let field = if self.last.trim().is_empty() { ClosureField::First } else { ClosureField::Last };
            let wrong = match () {
                () if until < from => Some(ClosureProblem::Order),
                () if until < today => Some(ClosureProblem::Over),
                () if furthest < until => Some(ClosureProblem::TooFar),
                () => None,
            };
            problems.add(field, wrong);
        }
        let reason = problems.sift(ClosureField::Reason, text(&self.reason, LONGEST_REASON));
        let english = problems.sift(ClosureField::ReasonEn, text(&self.reason_en, LONGEST_REASON_IN_ENGLISH));
        let english_alone = matches!((&reason, &english), (Some(None), Some(Some(_))));
        problems.add(ClosureField::Reason, english_alone.then_some(ClosureProblem::Japanese));
        let days = from.zip(until).map(|(from, until)| ClosedDays::Span { from, until });
        let whole = days.zip(reason.zip(english));
        problems.settle(whole.map(|(days, (reason, reason_in_english))| Closure {
            days,
            part: None,
            reason,
            reason_in_english,
        }))
    }
}

/// A day as the browser's date field sends it, or as it is typed where there is no such field: `2026/8/13`, `令和8年8月13日`.
fn day(typed: &str) -> Result<Date, ClosureProblem> {
    person::written_day(typed).map_err(|problem| match problem {
        PersonProblem::Missing => ClosureProblem::Missing,
        _ => ClosureProblem::Day,
    })
}

/// One line that may be left empty.
fn text(typed: &str, longest: usize) -> Result<Option<String>, ClosureProblem> {
    let text = clean(typed, longest).map_err(|fault| match fault {
        Fault::TooLong => ClosureProblem::TooLong(longest),
        Fault::Forbidden => ClosureProblem::Forbidden,
    })?;
    Ok(is_visible(&text).then_some(text))
}
