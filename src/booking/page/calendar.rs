//! 日時を選ぶ: the next free slots, the month as a grid of days, and the slots of the day that was chosen.
//!
//! The same page before a booking has begun, within one, and for moving a reservation.

use super::course::{Calendar, Course, Unfinished, choosing};
use super::party::{members, staying};
use super::{leave, month, or_call, place, slots, steps, subject};
use crate::booking::alternatives::{Alternative, AlternativeKind};
use crate::booking::party::VisitOrder;
use crate::booking::{path, words};
use crate::clinic::{Clinic, Menu, Visit};
use crate::clock::Moment;
use crate::slots::{DayLimit, MenuLimit, Outlook, Reason, WrittenStart, menu_limits, words as slot_words};
use crate::ui::{Kind, Page, Tone, WholeParts, alert, button_saying, empty_state};
use crate::web::Cx;
use maud::{Markup, html};

/// What the calendar is of.
pub struct Heading<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// What is to be booked or moved.
    pub of: CalendarSubject<'a>,
}

impl<'a> Heading<'a> {
    /// The menu of each visit.
    fn menus(&self) -> Vec<&'a Menu> {
        match &self.of {
            CalendarSubject::One { menu, .. } => vec![*menu],
            CalendarSubject::Party(party) => party.members.iter().map(|(_, menu, _)| *menu).collect(),
        }
    }
}

/// What is to be booked or moved.
pub enum CalendarSubject<'a> {
    /// One visit.
    One {
        /// The menu.
        menu: &'a Menu,
        /// 初診 or 再診.
        visit: Visit,
        /// Who comes, where that is known and may be said.
        who: Option<String>,
    },
    /// The visits of several people.
    Party(PartyHeading<'a>),
}

/// Several people who come together.
pub struct PartyHeading<'a> {
    /// Each with the menu and 初診 or 再診.
    pub members: Vec<(String, &'a Menu, Visit)>,
    /// In which order they come; none where what is booked is moved as it lies.
    pub order: Option<VisitOrder>,
}

/// Why the calendar is shown again.
pub enum ShownAgain {
    /// The day in the address cannot be shown.
    WrongDay,
    /// The slot that was chosen cannot be booked.
    Refused {
        /// Why.
        reason: Reason,
        /// Whether something was typed before, which is kept.
        typed: bool,
    },
}

/// The page.
pub fn show(cx: &Cx, of: &Heading<'_>, course: &Course<'_>, calendar: &Calendar, notice: Option<&ShownAgain>) -> Page {
    let words = words::of(cx.lang);
    let lang = cx.lang;
    let moving = course.moving.is_some();
    let menus = of.menus();
    let body = html! {
        @if let Some(notice) = notice { (said(cx, course, notice)) }
        @if !course.going_on.is_empty() { (unfinished(cx, &course.going_on)) }
        @match &of.of {
            CalendarSubject::One { menu, visit, who } => {
                (subject(lang, of.clinic, menu, *visit))
                @if let Some(who) = who { p { (words.member.who) ": " strong { (who) } } }
            },
            CalendarSubject::Party(party) => (together(cx, of.clinic, party)),
        }
        (moved(cx, of.clinic, course))
        @if let Some(units) = &course.units { (units.draw(cx)) }
        @if calendar.next.is_empty() {
            (empty_state(words.calendar.nothing, or_call(cx, of.clinic)))
        } @else {
            h2 { (words.calendar.next) }
            (choosing(cx, course, html! {
                div .actions .next-free {
                    @for Alternative { kind, day, start } in &calendar.next {
                        div .alternative {
                            p .alternative-kind {
                                @match (kind, moving) {
                                    (AlternativeKind::Earliest, true) => (words.calendar.earliest_from_old_day),
                                    _ => ((words.calendar.alternative)(*kind)),
                                }
                            }
                            (button_saying(Kind::Secondary, &(words.calendar.choose)(*day, *start), "slot", &slots::value(*day, *start)))
                        }
                    }
                }
            }))
        }
        section #calendar .calendar aria-labelledby="month-title" {
            div .calendar-month {
                (month::draw(cx, course, calendar))
                (limits(cx, &menus, calendar))
            }
            div .calendar-times { (slots::draw(cx, course, calendar, &menus)) }
        }
        @if let Some(release) = &course.release {
            @let label = if moving { words.course.leave_moving } else { words.course.leave };
            (leave(cx, release, label))
        }
        @if !calendar.next.is_empty() { (or_call(cx, of.clinic)) }
    };
    let title = if moving { words.calendar.title_moving } else { words.calendar.title };
    let page = Page::new(title, body).steps(steps(cx, moving, usize::from(!moving)));
    match &course.back {
        Some((label, href)) => page.back(*label, href),
        None => page,
    }
}

/// What is moved: its time, when those come who stay, and where another visit is booked.
fn moved(cx: &Cx, clinic: &Clinic, course: &Course<'_>) -> Markup {
    let words = words::of(cx.lang);
    html! {
        @if let Some(old) = course.moving {
            dl .facts .facts-long {
                div { dt { (words.course.old_time) } dd { (WrittenStart(cx.lang, old.slot.starts())) } }
                @if let Some((label, others)) = staying(cx, &course.staying) { div { dt { (label) } dd { (others) } } }
            }
            p .quiet {
                (words.calendar.same_person) " "
                a href=(path::menus(&clinic.id, None)) { (words.calendar.book_anew) }
            }
        }
    }
}

/// Who comes together, for what, and how.
fn together(cx: &Cx, clinic: &Clinic, of: &PartyHeading<'_>) -> Markup {
    let words = &words::of(cx.lang).party;
    html! {
        div .subject {
            p .subject-menu {
                ((words.together)(of.members.len()))
                @if let Some(order) = of.order { " (" ((words.order_of)(order)) ")" }
            }
            (place(cx.lang, clinic))
            (members(cx, &of.members))
            @if let (None, Some((name, ..))) = (of.order, of.members.first()) { p { ((words.time_of)(name)) } }
        }
    }
}

/// From when on and until when something can be booked on the days shown; of several menus, which of them says so.
fn limits(cx: &Cx, menus: &[&Menu], calendar: &Calendar) -> Markup {
    let words = words::of(cx.lang);
    let (first, last) = (calendar.days.first(), calendar.days.last());
    let limits = match first.zip(last) {
        Some((first, last)) => menu_limits(menus.iter().copied(), first.day..=last.day, cx.now),
        None => Vec::new(),
    };
    let is_said = limits.iter().any(|of| matches!(of.limit, DayLimit::Opens(_)));
    let today = cx.now.jst_date();
    html! {
        @for MenuLimit { menu, limit } in &limits {
            p .quiet { (WholeParts(&(words.party.limit)(menu.own_name().text(cx.lang), *limit, today))) }
        }
        @if let Some(opens) = next_opening(calendar).filter(|_| !is_said) {
            p .quiet { (WholeParts(&(words.calendar.opens)(opens, today))) }
        }
    }
}

/// When the first of the days shown that are not open yet can be booked.
fn next_opening(calendar: &Calendar) -> Option<Moment> {
    let opening = |day: &Outlook| match day.places {
        Err(Reason::NotYetOpen(at)) => Some(at),
        _ => None,
    };
    calendar.days.iter().filter_map(opening).min()
}

fn unfinished(cx: &Cx, going_on: &[Unfinished]) -> Markup {
    let words = &words::of(cx.lang).calendar;
    alert(
        Tone::Info,
        html! {
            @for one in going_on {
                p { (WholeParts(&(words.going_on)(one.slot.day, one.slot.start))) " " a href=(one.href) { (words.go_on) } }
            }
        },
    )
}

fn said(cx: &Cx, course: &Course<'_>, notice: &ShownAgain) -> Markup {
    let words = &words::of(cx.lang).calendar;
    match notice {
        ShownAgain::WrongDay => alert(Tone::Warning, words.wrong_day),
        ShownAgain::Refused { reason, typed } => {
            let why = match (reason, course.refused) {
                (Reason::Full, Some((day, start))) => (words.full)(day, start),
                _ => (slot_words::of(cx.lang).sentence)(reason),
            };
            let next = if course.moving.is_some() { words.not_moved } else { words.not_booked };
            alert(
                Tone::Problem,
                html! {
                    p { strong { (WholeParts(&why)) } }
                    p { (next) @if *typed { (words.typed_kept) } }
                },
            )
        }
    }
}
