//! The form by which Web受付 is stopped, or slots are closed, as it is typed.

use crate::clinic::{Clinic, MenuId, PoolId, TimeOfDay, UnitName};
use crate::clock::Moment;
use crate::lang::typed::{Fault, clean};
use crate::slots::{Offers, Suspended, SuspendedMenus, Suspension, WhyClosed};
use crate::ui::{Form, FormField, Problems};
use time::Date;

/// Characters of what patients read, and of the reason for the staff.
const LONGEST_WORDS: usize = 120;
/// The last moment of a day, as a time.
const MIDNIGHT: TimeOfDay = TimeOfDay::of_hour(24);

/// What is to be stopped, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SuspensionForm {
    /// From when; empty where it is from now on.
    pub from: String,
    /// Until when.
    pub until: String,
    /// For what.
    pub menus: String,
    /// What patients read.
    pub words: String,
    /// The same in English.
    pub words_en: String,
    /// Why, for the staff alone.
    pub reason: String,
    /// Whether what is booked there has been seen.
    pub confirmed: String,
}

/// The fields of [`SuspensionForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuspensionField {
    /// From when.
    From,
    /// Until when.
    Until,
    /// For what.
    Menus,
    /// What patients read.
    Words,
    /// The same in English.
    WordsEn,
    /// Why.
    Reason,
    /// Whether what is booked there has been seen.
    Confirmed,
    /// A part of the day that is chosen with one press.
    Span,
    /// The form as a whole.
    Whole,
}

/// What is wrong with a field of [`SuspensionForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuspensionProblem {
    /// It is no time.
    Time,
    /// The end is not after the beginning.
    Order,
    /// It is over already.
    Over,
    /// There is no such menu.
    Menus,
    /// More than so many characters.
    TooLong(usize),
    /// It holds characters that cannot be shown.
    Forbidden,
    /// The day has as many as it may.
    TooMany,
}

/// The problems of the form.
pub type SuspensionProblems = Problems<SuspensionField, SuspensionProblem>;

impl FormField for SuspensionField {
    fn name(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::Until => "until",
            Self::Menus => "menus",
            Self::Words => "words",
            Self::WordsEn => "words_en",
            Self::Reason => "reason",
            Self::Confirmed => "confirmed",
            Self::Span => "span",
            Self::Whole => "",
        }
    }
}

impl Form for SuspensionForm {
    type Field = SuspensionField;

    fn read(get: impl Fn(SuspensionField) -> String) -> Self {
        Self {
            from: get(SuspensionField::From),
            until: get(SuspensionField::Until),
            menus: get(SuspensionField::Menus),
            words: get(SuspensionField::Words),
            words_en: get(SuspensionField::WordsEn),
            reason: get(SuspensionField::Reason),
            confirmed: get(SuspensionField::Confirmed),
        }
    }

    fn typed(&self) -> Vec<(SuspensionField, &str)> {
        let Self { from, until, menus, words, words_en, reason, confirmed } = self;
        vec![
            (SuspensionField::From, from),
            (SuspensionField::Until, until),
            (SuspensionField::Menus, menus),
            (SuspensionField::Words, words),
            (SuspensionField::WordsEn, words_en),
            (SuspensionField::Reason, reason),
            (SuspensionField::Confirmed, confirmed),
        ]
    }
}

impl SuspensionForm {
    /// What is proposed at first. Slots: from the next half hour until the clinic closes for its break or for the day. Web受付: from
    /// now until the end of the day.
    pub fn proposed(what: Suspended, clinic: &Clinic, day: Date, now: Moment) -> Self {
        let from = if day == now.jst_date() { next_half_hour(now) } else { TimeOfDay::of_hour(9) };
        let until = ends(clinic, day).into_iter().find(|end| from < *end).unwrap_or(MIDNIGHT);
        let from = if what == Suspended::Web { String::new() } else { from.to_string() };
        let until = if what == Suspended::Web { MIDNIGHT } else { until };
        Self { from, until: until.to_string(), menus: ALL.to_owned(), ..Self::default() }
    }

    /// The same with a part of the day in the place of its times, where that was chosen with one press.
    #[must_use]
    pub fn with_span(self, span: &str) -> Self {
        match span.split_once('-') {
            Some((from, until)) => Self { from: from.to_owned(), until: until.to_owned(), ..self },
            None => self,
        }
    }

    /// The same with what was chosen of time and menus on another page.
    #[must_use]
    pub fn with_chosen(self, chosen: Self) -> Self {
        let or = |chosen: String, proposed: String| if chosen.is_empty() { proposed } else { chosen };
        Self {
            from: or(chosen.from, self.from),
            until: or(chosen.until, self.until),
            menus: or(chosen.menus, self.menus),
            ..self
        }
    }

    /// What is meant.
    ///
    /// # Errors
    /// All problems.
    pub fn check(
        &self,
        what: Suspended,
        offers: &Offers,
        day: Date,
        now: Moment,
    ) -> Result<Suspension, SuspensionProblems> {
        let mut problems = Problems::default();
        let from = match what {
            Suspended::Web => Some(if day == now.jst_date() { TimeOfDay::of(now) } else { TimeOfDay::of_hour(0) }),
            Suspended::Slots => problems.sift(SuspensionField::From, time(&self.from)),
        };
        let until = problems.sift(SuspensionField::Until, time(&self.until));
        let menus = match what {
            Suspended::Web => Some(SuspendedMenus::All),
            Suspended::Slots => problems.sift(SuspensionField::Menus, menus(&self.menus, offers)),
        };
        let words = problems.sift(SuspensionField::Words, text(&self.words));
        let words_en = problems.sift(SuspensionField::WordsEn, text(&self.words_en));
        let reason = problems.sift(SuspensionField::Reason, text(&self.reason));
        if let Some((from, until)) = from.zip(until) {
            let wrong = match () {
                () if until.on(day) <= now => Some(SuspensionProblem::Over),
                () if until <= from => Some(SuspensionProblem::Order),
                () => None,
            };
            problems.add(SuspensionField::Until, wrong);
        }
        let whole = from.zip(until).zip(menus).zip(words.zip(words_en).zip(reason));
        problems.settle(whole.map(|(((from, until), menus), ((ja, en), reason))| Suspension {
            number: 0,
            what,
            from,
            until,
            menus,
            words: (!ja.is_empty()).then(|| WhyClosed { ja, en: Some(en).filter(|en| !en.is_empty()) }),
            reason: Some(reason).filter(|reason| !reason.is_empty()),
            begun: (now, None),
            ended: None,
        }))
    }
}

/// The word of all menus in the form.
pub const ALL: &str = "all";

/// The word of a menu in the form.
pub fn of_menu(id: &MenuId) -> String {
    format!("menu.{id}")
}

/// The word of a pool, whose places several menus share.
pub fn of_pool(id: &PoolId) -> String {
    format!("pool.{id}")
}

/// The word of one unit of a pool.
pub fn of_unit(id: &PoolId, unit: &UnitName) -> String {
    format!("unit.{id}.{unit}")
}

/// The parts of a day for which slots are usually closed: all of its hours, and each band of them where there are several. Those that
/// are over are left out, and what has begun is closed from now on.
pub fn spans(clinic: &Clinic, day: Date, now: Moment) -> Vec<(TimeOfDay, TimeOfDay)> {
    let bands = clinic.hours.iter().map(|opening| &opening.band).filter(|band| band.days.contains(&day.weekday()));
    let mut spans: Vec<(TimeOfDay, TimeOfDay)> = bands.map(|band| (band.from, band.until)).collect();
    spans.sort_unstable();
    spans.dedup();
    if let [(from, _), .., (_, until)] = spans[..] {
        spans.insert(0, (from, until));
    }
    spans.retain(|(_, until)| now < until.on(day));
    spans.iter_mut().filter(|(from, _)| from.on(day) < now).for_each(|(from, _)| *from = TimeOfDay::of(now));
    spans.dedup();
    spans
}

/// When the clinic's bands of a day end, in order.
pub fn ends(clinic: &Clinic, day: Date) -> Vec<TimeOfDay> {
    let bands = clinic.hours.iter().map(|opening| &opening.band).filter(|band| band.days.contains(&day.weekday()));
    let mut ends: Vec<TimeOfDay> = bands.map(|band| band.until).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

fn menus(typed: &str, offers: &Offers) -> Result<SuspendedMenus, SuspensionProblem> {
    let menu = || offers.menus.iter().find(|menu| of_menu(&menu.id) == typed);
    let pool = || offers.clinic.pools.iter().find(|pool| of_pool(&pool.id) == typed);
    let units = || offers.clinic.pools.iter().flat_map(|pool| pool.units.iter().map(|unit| (&pool.id, unit)));
    let unit = || units().find(|(pool, unit)| of_unit(pool, unit) == typed);
    match typed {
        ALL => Some(SuspendedMenus::All),
        _ => menu()
            .map(|menu| SuspendedMenus::Menu(menu.id.clone()))
            .or_else(|| pool().map(|pool| SuspendedMenus::Pool(pool.id.clone())))
            .or_else(|| unit().map(|(pool, unit)| SuspendedMenus::Unit(pool.clone(), unit.clone()))),
    }
    .ok_or(SuspensionProblem::Menus)
}

fn time(typed: &str) -> Result<TimeOfDay, SuspensionProblem> {
    TimeOfDay::typed(typed).ok_or(SuspensionProblem::Time)
}

fn text(typed: &str) -> Result<String, SuspensionProblem> {
    clean(typed, LONGEST_WORDS).map_err(|fault| match fault {
        Fault::TooLong => SuspensionProblem::TooLong(LONGEST_WORDS),
        Fault::Forbidden => SuspensionProblem::Forbidden,
    })
}

fn next_half_hour(now: Moment) -> TimeOfDay {
    let minutes = TimeOfDay::of(now).minutes().div_ceil(30) * 30;
    TimeOfDay::of_minutes(minutes).unwrap_or(MIDNIGHT)
}
