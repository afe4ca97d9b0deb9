//! The hours of an ordinary week as they are typed: two pairs of times, morning and afternoon, and for each weekday which of both
//! it has; as they hang beside a clinic's door.
//!
//! It is a part of the form that opens a clinic and of the one that changes its hours.

use super::week_hours::{WeekHours, by_weekday, is_closed_on_holidays, times};
use crate::clinic::today::week;
use crate::clinic::{Band, Clinic, Opening, TimeOfDay};
use crate::ui::{Form, FormField, Problems};
use time::Weekday;

/// A part of the day with hours of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    /// 午前.
    Morning,
    /// 午後.
    Afternoon,
}

impl PartOfDay {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Morning, Self::Afternoon];

    const fn at(self) -> usize {
        match self {
            Self::Morning => 0,
            Self::Afternoon => 1,
        }
    }
}

/// The hours of a week, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekHoursForm {
    morning: TypedHours,
    afternoon: TypedHours,
    /// Whether the clinic is closed on national holidays: empty when it is not.
    holidays: String,
}

/// The hours of a part of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TypedHours {
    from: String,
    until: String,
    last: String,
    /// Whether each day of the week has them: empty when it has not.
    days: [String; 7],
}

/// The fields of [`WeekHoursForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekHoursField {
    /// When a part of the day begins.
    From(PartOfDay),
    /// When it ends.
    Until(PartOfDay),
    /// 最終受付 in it.
    Last(PartOfDay),
    /// Whether a weekday has it.
    Open(PartOfDay, Weekday),
    /// Whether the clinic is closed on national holidays.
    Holidays,
}

/// What is wrong with a field of [`WeekHoursForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekHoursProblem {
    /// Some weekday has this part of the day, of which a time is missing.
    Missing,
    /// It is no time.
    Time,
    /// The end is not after the beginning.
    Order,
    /// The afternoon begins before the morning ends.
    Overlap,
    /// The last reception is not within the hours.
    LastOutside,
    /// No weekday has any hours.
    NoDay,
}

/// The problems of the form.
pub type WeekHoursProblems = Problems<WeekHoursField, WeekHoursProblem>;

/// The names of the boxes, from Monday on.
const BOXES: [[&str; 7]; 2] = [
    ["morning_mon", "morning_tue", "morning_wed", "morning_thu", "morning_fri", "morning_sat", "morning_sun"],
    [
        "afternoon_mon",
        "afternoon_tue",
        "afternoon_wed",
        "afternoon_thu",
        "afternoon_fri",
        "afternoon_sat",
        "afternoon_sun",
    ],
];

impl FormField for WeekHoursField {
    fn name(self) -> &'static str {
        match self {
            Self::From(PartOfDay::Morning) => "morning_from",
            Self::Until(PartOfDay::Morning) => "morning_until",
            Self::Last(PartOfDay::Morning) => "morning_last",
            Self::From(PartOfDay::Afternoon) => "afternoon_from",
            Self::Until(PartOfDay::Afternoon) => "afternoon_until",
            Self::Last(PartOfDay::Afternoon) => "afternoon_last",
            Self::Open(part, day) => BOXES[part.at()][usize::from(day.number_days_from_monday())],
            Self::Holidays => "holidays",
        }
    }
}

impl Form for WeekHoursForm {
    type Field = WeekHoursField;

    fn read(get: impl Fn(WeekHoursField) -> String) -> Self {
        let typed = |part| TypedHours {
            from: get(WeekHoursField::From(part)),
            until: get(WeekHoursField::Until(part)),
            last: get(WeekHoursField::Last(part)),
            days: week().map(|day| get(WeekHoursField::Open(part, day))),
        };
        Self {
            morning: typed(PartOfDay::Morning),
            afternoon: typed(PartOfDay::Afternoon),
            holidays: get(WeekHoursField::Holidays),
        }
    }

    fn typed(&self) -> Vec<(WeekHoursField, &str)> {
        let Self { morning, afternoon, holidays } = self;
        let mut all = Vec::new();
        for (part, TypedHours { from, until, last, days }) in PartOfDay::ALL.into_iter().zip([morning, afternoon]) {
            all.push((WeekHoursField::From(part), from.as_str()));
            all.push((WeekHoursField::Until(part), until));
            all.push((WeekHoursField::Last(part), last));
            all.extend(
                week().map(|day| WeekHoursField::Open(part, day)).into_iter().zip(days.iter().map(String::as_str)),
            );
        }
        all.push((WeekHoursField::Holidays, holidays));
        all
    }
}

impl Default for WeekHoursForm {
    /// What most clinics have: no Saturday afternoon, closed on Sundays and holidays.
    fn default() -> Self {
        let morning = |day| day != Weekday::Sunday;
        Self {
            morning: TypedHours::new(["9:00", "12:30"], morning),
            afternoon: TypedHours::new(["14:30", "18:00"], |day| morning(day) && day != Weekday::Saturday),
            holidays: ticked(true),
        }
    }
}

impl TypedHours {
    fn new([from, until]: [&str; 2], has: impl Fn(Weekday) -> bool) -> Self {
        let days = week().map(|day| ticked(has(day)));
        Self { from: from.to_owned(), until: until.to_owned(), last: String::new(), days }
    }

    /// The hours of some openings that differ by their weekdays alone; the times of `unused` where there are none.
    fn of(openings: &[&Opening], unused: Self) -> Self {
        let Some(first) = openings.first() else { return unused };
        let has = |day| openings.iter().any(|opening| opening.band.days.contains(&day));
        let last = first.last_reception.map(|last| last.to_string()).unwrap_or_default();
        Self { last, ..Self::new([&first.band.from.to_string(), &first.band.until.to_string()], has) }
    }

    /// The hours that are meant; `None` where no weekday has them, and then its times are not looked at. Nothing of an afternoon lies
    /// before its `earliest`.
    fn check(&self, part: PartOfDay, earliest: Option<TimeOfDay>, problems: &mut WeekHoursProblems) -> Option<Opening> {
        let days: Vec<Weekday> =
            week().into_iter().zip(&self.days).filter(|(_, on)| !on.is_empty()).map(|(day, _)| day).collect();
        if days.is_empty() {
            return None;
        }
        let from = problems.sift(WeekHoursField::From(part), time(&self.from, earliest));
        let earliest = earliest.and(from);
        let until = problems.sift(WeekHoursField::Until(part), time(&self.until, earliest));
        let last = match self.last.trim() {
            "" => None,
            typed => problems.sift(WeekHoursField::Last(part), time(typed, earliest)),
        };
        let (from, until) = from.zip(until)?;
        problems.add(WeekHoursField::Until(part), (until <= from).then_some(WeekHoursProblem::Order));
        let outside = from < until && last.is_some_and(|last| !(from..until).contains(&last));
        problems.add(WeekHoursField::Last(part), outside.then_some(WeekHoursProblem::LastOutside));
        Some(Opening { band: Band { days, from, until }, last_reception: last })
    }
}

impl WeekHoursForm {
    /// The hours of a clinic; `None` where they do not fit into the form: three bands a day, or other times on some days.
    pub fn of(clinic: &Clinic) -> Option<Self> {
        let usual = Self::default();
        let same = |one: &Opening, other: &Opening| times(one) == times(other);
        let mut bands: Vec<&Opening> = clinic.hours.iter().collect();
        bands.sort_by_key(|opening| times(opening));
        let bands: Vec<&[&Opening]> = bands.chunk_by(|one, other| same(one, other)).collect();
        let (morning, afternoon): (&[&Opening], &[&Opening]) = match bands.as_slice() {
            [] => (&[], &[]),
            [one] if one.first().is_some_and(|one| TimeOfDay::of_hour(12) <= one.band.from) => (&[], one),
            [one] => (one, &[]),
            [one, other] => (one, other),
            _ => return None,
        };
        let unused = |hours: TypedHours| TypedHours { days: Default::default(), ..hours };
        let form = Self {
            morning: TypedHours::of(morning, unused(usual.morning)),
            afternoon: TypedHours::of(afternoon, unused(usual.afternoon)),
            holidays: ticked(is_closed_on_holidays(clinic)),
        };
        let is_the_same = clinic.hours.is_empty()
            || form.check().is_ok_and(|week| by_weekday(&week.hours) == by_weekday(&clinic.hours));
        is_the_same.then_some(form)
    }

    /// The hours that are meant.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self) -> Result<WeekHours, WeekHoursProblems> {
        let mut problems = Problems::default();
        let morning = self.morning.check(PartOfDay::Morning, None, &mut problems);
        let earliest = morning.as_ref().map_or(TimeOfDay::of_hour(7), |morning| morning.band.until);
        let afternoon = self.afternoon.check(PartOfDay::Afternoon, Some(earliest), &mut problems);
        if let (Some(morning), Some(afternoon)) = (&morning, &afternoon) {
            let overlaps = afternoon.band.from < morning.band.until;
            problems.add(WeekHoursField::From(PartOfDay::Afternoon), overlaps.then_some(WeekHoursProblem::Overlap));
        }
        let days = self.morning.days.iter().chain(&self.afternoon.days);
        let closed = days.into_iter().all(String::is_empty);
        let first = WeekHoursField::Open(PartOfDay::Morning, Weekday::Monday);
        problems.add(first, closed.then_some(WeekHoursProblem::NoDay));
        let hours = [morning, afternoon].into_iter().flatten().collect();
        problems.settle(Some(WeekHours { hours, closed_on_holidays: !self.holidays.is_empty() }))
    }
}

/// Signs say 午後 2時半〜6時半: hours are counted from noon on where what was typed cannot be meant as it stands, since it lies before
/// `earliest`.
fn time(typed: &str, earliest: Option<TimeOfDay>) -> Result<TimeOfDay, WeekHoursProblem> {
    if typed.trim().is_empty() {
        return Err(WeekHoursProblem::Missing);
    }
    let time = TimeOfDay::typed(typed).ok_or(WeekHoursProblem::Time)?;
    let from_noon = TimeOfDay::typed(&format!("午後{typed}"));
    Ok(from_noon.filter(|_| earliest.is_some_and(|earliest| time < earliest)).unwrap_or(time))
}

/// What a box sends.
fn ticked(on: bool) -> String {
    if on { "on".to_owned() } else { String::new() }
}
