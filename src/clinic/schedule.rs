//! When a menu's slots are on a day, and why there are none: hours, closures, holidays, the span of its validity.
//!
//! Pure: the day is an argument. `slots` says which of them are free.

use super::{Band, Clinic, ClosedDays, Menu, Opening, OwnText, TimeOfDay, holiday};
use crate::lang::Words;
use std::array;
use std::borrow::Cow;
use std::cell::OnceCell;
use time::{Date, Weekday};

/// Why a whole day has no slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSlots<'a> {
    /// 休診日, with the clinic's reason; also a weekday on which the clinic has no hours.
    Closed(Option<OwnText<'a>>),
    /// 祝日, with its name.
    Holiday(Words),
    /// The menu has no hours of its own on this weekday, or a closure leaves no room for a visit.
    NoHours,
    /// The menu is not offered yet, or not any more.
    NotOffered,
}

/// When the slots of a menu start. The starts of a weekday are computed once, however many days are asked for.
pub struct Timetable<'a> {
    clinic: &'a Clinic,
    menu: &'a Menu,
    /// The starts of an ordinary week from Monday on, in order.
    week: [OnceCell<Vec<TimeOfDay>>; 7],
}

impl<'a> Timetable<'a> {
    /// That of a menu of the clinic.
    pub fn of(clinic: &'a Clinic, menu: &'a Menu) -> Self {
        Self { clinic, menu, week: array::from_fn(|_| OnceCell::new()) }
    }

    /// The start times on a day, in order; at least one.
    ///
    /// # Errors
    /// Why there are none.
    pub fn starts(&self, day: Date) -> Result<Cow<'_, [TimeOfDay]>, NoSlots<'a>> {
        let Self { clinic, menu, week } = self;
        if menu.valid_from.is_some_and(|from| day < from) || menu.valid_until.is_some_and(|until| until < day) {
            return Err(NoSlots::NotOffered);
        }
        let without_hours = || menu.hours.is_none() && !has_hours(clinic, day);
        if let Some(closed) = closed(clinic, day).or_else(|| without_hours().then_some(NoSlots::Closed(None))) {
            return Err(closed);
        }
        let ordinary = week[usize::from(day.weekday().number_days_from_monday())]
            .get_or_init(|| starts_on(clinic, menu, day.weekday()));
        let parts: Vec<(TimeOfDay, TimeOfDay)> = closed_parts(clinic, day).collect();
        let is_open = |start: &TimeOfDay| !parts.iter().any(|part| overlaps(*start, menu.minutes, *part));
        let starts = match parts.is_empty() {
            true => Cow::Borrowed(ordinary.as_slice()),
            false => Cow::Owned(ordinary.iter().copied().filter(is_open).collect()),
        };
        if starts.is_empty() { Err(NoSlots::NoHours) } else { Ok(starts) }
    }
}

/// The start times of a menu on an ordinary weekday, in order.
fn starts_on(clinic: &Clinic, menu: &Menu, weekday: Weekday) -> Vec<TimeOfDay> {
    let windows = bands(clinic, menu, weekday).into_iter();
    let mut starts: Vec<TimeOfDay> = windows.flat_map(|window| window.starts(menu)).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// The start times of a menu's slots on a day, in order; at least one.
///
/// # Errors
/// Why there are none.
pub fn slots<'a>(clinic: &'a Clinic, menu: &'a Menu, day: Date) -> Result<Vec<TimeOfDay>, NoSlots<'a>> {
    Timetable::of(clinic, menu).starts(day).map(Cow::into_owned)
}

/// Why a clinic is closed on a whole day, whatever its hours.
pub fn closed(clinic: &Clinic, day: Date) -> Option<NoSlots<'_>> {
    let whole = || clinic.closures.iter().filter(|closure| closure.part.is_none() && closure.days.hold(day));
    // Of several rules, one that says why is worth more to a patient.
    let closure = whole().find(|closure| closure.reason.is_some()).or_else(|| whole().next())?;
    Some(match (&closure.days, holiday::name(day)) {
        (ClosedDays::Holidays, Some(name)) => NoSlots::Holiday(name),
        _ => NoSlots::Closed(closure.own_reason()),
    })
}

/// Whether a clinic has hours on the weekday of a day. Without any it is closed, but for menus that have hours of their own.
pub fn has_hours(clinic: &Clinic, day: Date) -> bool {
    clinic.hours.iter().any(|opening| opening.band.days.contains(&day.weekday()))
}

/// Until when people may come in on a day that is not closed as a whole: the latest 最終受付, or end of the hours.
pub fn last_reception(clinic: &Clinic, day: Date) -> Option<TimeOfDay> {
    let on_that_day = |opening: &&Opening| opening.band.days.contains(&day.weekday()) && closed(clinic, day).is_none();
    let last = |opening: &Opening| opening.last_reception.unwrap_or(opening.band.until);
    clinic.hours.iter().filter(on_that_day).map(last).max()
}

/// Why a clinic with these menus takes nobody on a whole day: its rules, or that its weekday has no hours.
pub fn closed_all_day<'a>(clinic: &'a Clinic, menus: &[Menu], day: Date) -> Option<NoSlots<'a>> {
    let of_menu = |menu: &Menu| menu.hours.iter().flatten().any(|band| band.days.contains(&day.weekday()));
    let is_open = has_hours(clinic, day) || menus.iter().any(of_menu);
    closed(clinic, day).or_else(|| (!is_open).then_some(NoSlots::Closed(None)))
}

/// The parts of a day that are closed.
pub fn closed_parts(clinic: &Clinic, day: Date) -> impl Iterator<Item = (TimeOfDay, TimeOfDay)> {
    clinic.closures.iter().filter(move |closure| closure.days.hold(day)).filter_map(|closure| closure.part)
}

/// Whether a visit of a menu lies within its hours on a day, at whatever minute it starts; the last reception counts as their end
/// for a start.
pub fn is_within_hours(clinic: &Clinic, menu: &Menu, day: Date, start: TimeOfDay, minutes: u16) -> bool {
    let end = u32::from(start.minutes()) + u32::from(minutes);
    let holds = |window: &Window| {
        window.from <= start && end <= u32::from(window.until.minutes()) && window.last.is_none_or(|last| start <= last)
    };
    let is_closed = closed_parts(clinic, day).any(|part| overlaps(start, minutes, part));
    !is_closed && bands(clinic, menu, day.weekday()).iter().any(holds)
}

/// Whether there is any day of the week on which a visit of the menu fits into its hours, closures aside.
pub fn has_slots(clinic: &Clinic, menu: &Menu) -> bool {
    let week = (0..7).map(|after| Weekday::Monday.nth_next(after));
    week.flat_map(|weekday| bands(clinic, menu, weekday)).any(|window| !window.starts(menu).is_empty())
}

/// A stretch of a day in which visits may start and must end.
struct Window {
    from: TimeOfDay,
    until: TimeOfDay,
    /// The last moment at which a visit may start, if it is not the end that decides.
    last: Option<TimeOfDay>,
}

impl Window {
    fn of(band: &Band, last: Option<TimeOfDay>) -> Self {
        Self { from: band.from, until: band.until, last }
    }

    /// The buffers lie between visits and may reach out of the window: patients come within it.
    fn starts(&self, menu: &Menu) -> Vec<TimeOfDay> {
        let whole = u32::from(menu.buffer_before) + u32::from(menu.minutes) + u32::from(menu.buffer_after);
        let step = usize::try_from(menu.every.map_or(whole, u32::from).max(1)).unwrap_or(usize::MAX);
        let end = u32::from(self.until.minutes());
        let fits = |minute: &u32| minute + u32::from(menu.minutes) <= end;
        (u32::from(self.from.minutes())..end)
            .step_by(step)
            .take_while(fits)
            .filter_map(|minute| TimeOfDay::of_minutes(u16::try_from(minute).ok()?))
            .take_while(|start| self.last.is_none_or(|last| *start <= last))
            .collect()
    }
}

/// The menu's own hours, or those of the clinic up to the last reception.
fn bands(clinic: &Clinic, menu: &Menu, weekday: Weekday) -> Vec<Window> {
    let on = |band: &Band| band.days.contains(&weekday);
    match &menu.hours {
        Some(own) => own.iter().filter(|band| on(band)).map(|band| Window::of(band, None)).collect(),
        None => {
            let hours = clinic.hours.iter().filter(|opening| on(&opening.band));
            hours.map(|opening| Window::of(&opening.band, opening.last_reception)).collect()
        }
    }
}

/// Whether a visit that starts then lies in a closed part of the day, wholly or not.
fn overlaps(start: TimeOfDay, minutes: u16, (from, until): (TimeOfDay, TimeOfDay)) -> bool {
    let (start, end) = (u32::from(start.minutes()), u32::from(start.minutes()) + u32::from(minutes));
    start < u32::from(until.minutes()) && u32::from(from.minutes()) < end
}
