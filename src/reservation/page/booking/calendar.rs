//! 日時を選ぶ: the next free slots, the month as a grid of days, and the slots of the day that was chosen.
//!
//! The same page before a booking has begun, within one, and for moving a reservation. What is free is decided by the
//! engine.

use super::{leave, month, or_call, slots, steps, subject};
use crate::clinic::{Clinic, Menu, TimeOfDay, Visit};
use crate::reservation::Reservation;
use crate::reservation::words::booking::{self as all, calendar as words};
use crate::slots::{DayPlan, Reason, Slot, words as slot_words};
use crate::ui::{Kind, Page, Tone, alert, button_saying, empty_state, form};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// What is free, for one month.
pub struct Calendar {
    /// Every day of the month.
    pub days: Vec<DayPlan>,
    /// The day whose slots are shown, if one is.
    pub chosen: Option<Date>,
    /// The first free slots of all.
    pub next: Vec<(Date, TimeOfDay)>,
    /// The first and the last day that can be looked at.
    pub bounds: (Date, Date),
}

/// The menu that the calendar is of.
pub struct Subject<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// The menu.
    pub menu: &'a Menu,
    /// 初診 or 再診.
    pub visit: Visit,
}

/// Where the calendar stands: where its links and its form lead.
pub struct Course<'a> {
    /// Its own address, without a day.
    pub here: String,
    /// Where a chosen slot is posted.
    pub action: String,
    /// What is posted with it.
    pub hidden: Vec<(&'static str, String)>,
    /// Where the way back leads; none where a booking is left by a form.
    pub back: Option<(crate::lang::Words, String)>,
    /// Where the form that leaves the booking is posted, within one.
    pub release: Option<String>,
    /// The reservation that is to be moved.
    pub moving: Option<&'a Reservation>,
    /// The slot that was chosen and cannot be booked.
    pub refused: Option<(Date, TimeOfDay)>,
    /// What the visitor has typed already and not booked, before a booking has begun.
    pub going_on: Vec<Unfinished>,
}

/// A booking of the visitor's own that waits to be finished: its slot is kept from themselves as well.
pub struct Unfinished {
    /// The chosen slot.
    pub slot: Slot,
    /// Where it goes on.
    pub href: String,
}

impl Course<'_> {
    /// The calendar with a day in its query.
    pub fn at(&self, name: &str, day: Date) -> String {
        let mark = if self.here.contains('?') { '&' } else { '?' };
        format!("{}{mark}{name}={day}", self.here)
    }
}

/// Why the calendar is shown again.
pub enum Notice {
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
pub fn show(cx: &Cx, of: &Subject<'_>, course: &Course<'_>, calendar: &Calendar, notice: Option<&Notice>) -> Page {
    let lang = cx.lang;
    let moving = course.moving.is_some();
    let body = html! {
        @if let Some(notice) = notice { (said(cx, course, notice)) }
        @if !course.going_on.is_empty() { (unfinished(cx, &course.going_on)) }
        (subject(lang, of.clinic, of.menu, of.visit))
        @if let Some(old) = course.moving {
            dl .facts { div { dt { (cx.say(all::OLD_TIME)) } dd { (slot_words::when(lang, old.slot.starts())) } } }
        }
        @if calendar.next.is_empty() {
            (empty_state(cx.say(words::NOTHING), or_call(cx, of.clinic)))
        } @else {
            h2 { (cx.say(words::NEXT)) }
            (choosing(cx, course, html! {
                div .actions .next-free {
                    @for (day, start) in &calendar.next {
                        (button_saying(Kind::Secondary, &words::choose(lang, *day, *start), "slot", &slots::value(*day, *start)))
                    }
                }
            }))
        }
        section #calendar .calendar aria-labelledby="month-title" {
            (month::draw(cx, course, calendar))
            (slots::draw(cx, course, calendar))
        }
        @if let Some(release) = &course.release {
            @let label = if moving { all::LEAVE_MOVING } else { all::LEAVE };
            (leave(cx, release, label))
        }
        @if !calendar.next.is_empty() { (or_call(cx, of.clinic)) }
    };
    let title = if moving { words::TITLE_MOVING } else { words::TITLE };
    let page = Page::new(cx.say(title), body).steps(steps(cx, moving, usize::from(!moving)));
    match &course.back {
        Some((label, href)) => page.back(cx.say(*label), href),
        None => page,
    }
}

/// A form that chooses a slot, around its buttons.
pub(super) fn choosing(cx: &Cx, course: &Course<'_>, buttons: Markup) -> Markup {
    form(
        &course.action,
        &cx.csrf(),
        html! {
            @for (name, value) in &course.hidden { input type="hidden" name=(name) value=(value); }
            (buttons)
        },
    )
}

fn unfinished(cx: &Cx, going_on: &[Unfinished]) -> Markup {
    alert(
        Tone::Info,
        html! {
            @for one in going_on {
                p { (words::going_on(cx.lang, one.slot.day, one.slot.start)) " " a href=(one.href) { (cx.say(words::GO_ON)) } }
            }
        },
    )
}

fn said(cx: &Cx, course: &Course<'_>, notice: &Notice) -> Markup {
    match notice {
        Notice::WrongDay => alert(Tone::Warning, cx.say(words::WRONG_DAY)),
        Notice::Refused { reason, typed } => {
            let why = match (reason, course.refused) {
                (Reason::Full, Some((day, start))) => words::full(cx.lang, day, start),
                _ => slot_words::sentence(cx.lang, reason),
            };
            let next = if course.moving.is_some() { words::NOT_MOVED } else { words::NOT_BOOKED };
            alert(
                Tone::Problem,
                html! {
                    p { strong { (why) } }
                    p { (cx.say(next)) @if *typed { (cx.say(words::TYPED_KEPT)) } }
                },
            )
        }
    }
}
