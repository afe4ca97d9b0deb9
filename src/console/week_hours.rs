//! The hours of an ordinary week, as a form gives them and as a clinic has them.

use crate::clinic::{Clinic, ClosedDays, Closure, Opening, TimeOfDay};

/// The hours of an ordinary week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekHours {
    /// 診療時間, the morning first.
    pub hours: Vec<Opening>,
    /// Whether the clinic is closed on national holidays.
    pub closed_on_holidays: bool,
}

impl WeekHours {
    /// Puts them into a clinic. What is closed beside the holidays stays.
    pub fn apply(&self, clinic: &mut Clinic) {
        self.hours.clone_into(&mut clinic.hours);
        if !self.closed_on_holidays {
            clinic.closures.retain(|closure| !is_of_holidays(closure));
        } else if !is_closed_on_holidays(clinic) {
            let days = ClosedDays::Holidays;
            clinic.closures.push(Closure { days, part: None, reason: None, reason_in_english: None });
        }
    }
}

/// Whether a clinic is closed on all national holidays, for the whole day.
pub fn is_closed_on_holidays(clinic: &Clinic) -> bool {
    clinic.closures.iter().any(is_of_holidays)
}

/// Whether a rule closes all national holidays, for the whole day.
pub fn is_of_holidays(closure: &Closure) -> bool {
    closure.days == ClosedDays::Holidays && closure.part.is_none()
}

/// Every band of every weekday, in the order of the week, however they are put together.
pub fn by_weekday(hours: &[Opening]) -> Vec<(u8, TimeOfDay, TimeOfDay, Option<TimeOfDay>)> {
    let each = hours.iter().flat_map(|opening| {
        let (from, until, last) = times(opening);
        opening.band.days.iter().map(move |day| (day.number_days_from_monday(), from, until, last))
    });
    let mut all: Vec<_> = each.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What tells a band from another one, beside its days.
pub const fn times(opening: &Opening) -> (TimeOfDay, TimeOfDay, Option<TimeOfDay>) {
    (opening.band.from, opening.band.until, opening.last_reception)
}
