//! A week of a clinic in numbers: how many come on each day, and how full it is. No visits are read
//! for that but those of today.

use super::book::DayBook;
use super::day_note::DayNote;
use super::rows;
use crate::slots::{self, DayLoad, Offers, day_load};
use crate::store::{Reader, Result};
use time::{Date, Duration};

/// A week from its Monday on.
#[derive(Clone, Debug)]
pub struct Week {
    /// Its days.
    pub days: Vec<WeekDay>,
    /// How many wait, and how many of those who come today are here for the first time; `None` of another week.
    pub today: Option<Today>,
}

/// A day of a week.
#[derive(Clone, Debug)]
pub struct WeekDay {
    /// The day.
    pub day: Date,
    /// How full it is.
    pub load: DayLoad,
    /// What the staff share about it.
    pub note: DayNote,
}

/// What is going on today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// 来院.
    pub waiting: usize,
    /// 初診.
    pub first: usize,
}

impl Week {
    /// Reads the week of a day.
    ///
    /// # Errors
    /// What the store says.
    pub fn read(r: &dyn Reader, offers: &Offers, of: Date) -> Result<Self> {
        let clinic = &offers.clinic.id;
        let monday = of.saturating_sub(Duration::days(i64::from(of.weekday().number_days_from_monday())));
        let every = std::iter::successors(Some(monday), |day| day.next_day()).take(7);
        let sunday = monday.saturating_add(Duration::days(6));
        let taken = slots::rows::taken(r, clinic, monday..=sunday, None)?;
        let mut days = Vec::with_capacity(7);
        for day in every {
            let load = day_load(offers, day, taken.get(&day).unwrap_or(&slots::Taken::default()));
            days.push(WeekDay { day, load, note: rows::note(r, clinic, day)? });
        }
        let now = r.now().jst_date();
        let today = match days.iter().any(|one| one.day == now) {
            true => Some(Today::of(&DayBook::read(r, clinic, now)?)),
            false => None,
        };
        Ok(Self { days, today })
    }
}

impl Today {
    fn of(book: &DayBook) -> Self {
        Self { waiting: book.counts().waiting, first: book.first_visits() }
    }
}
