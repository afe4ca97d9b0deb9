//! The slots of a day: buttons of one form for those that are free, words for the others.
//!
//! What a slot is worth is decided when it is posted.

use super::course::{Calendar, Course, choosing};
use crate::booking::words::calendar as words;
use crate::clinic::TimeOfDay;
use crate::slots::{DayPlan, SlotPlan, words as slot_words};
use crate::ui::{Tone, alert};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// How a slot is posted: `2026-11-24T09:30`.
pub fn value(day: Date, start: TimeOfDay) -> String {
    format!("{day}T{:02}:{:02}", start.minutes() / 60, start.minutes() % 60)
}

/// The slots of the chosen day, or what to do to see some.
pub fn draw(cx: &Cx, course: &Course<'_>, calendar: &Calendar) -> Markup {
    let any = calendar.days.iter().any(|day| day.places.is_ok());
    match &calendar.chosen {
        Some(plan) => html! {
            h2 #slots-title .part-focus tabindex="-1" { (words::times_of(cx.lang, plan.day)) }
            @if let Some(reason) = &plan.reason { (alert(Tone::Info, slot_words::sentence(cx.lang, reason))) }
            @if plan.reason.is_none() { (choosing(cx, course, times(cx, plan))) }
        },
        None => html! { p .quiet { (cx.say(if any { words::NO_DAY } else { words::NO_DAY_LEFT })) } },
    }
}

fn times(cx: &Cx, plan: &DayPlan) -> Markup {
    let noon = TimeOfDay::of_hour(12);
    let halves = [(words::MORNING, true), (words::AFTERNOON, false)];
    html! {
        @for (label, morning) in halves {
            @let slots: Vec<&SlotPlan> = plan.slots.iter().filter(|slot| (slot.start < noon) == morning).collect();
            @if !slots.is_empty() {
                h3 { (cx.say(label)) }
                ul .times { @for slot in slots { li { (one(cx, plan.day, slot)) } } }
            }
        }
    }
}

fn one(cx: &Cx, day: Date, slot: &SlotPlan) -> Markup {
    match &slot.places {
        Ok(places) => {
            let (before, after) = words::around_time(cx.lang, day);
            html! {
                button .time type="submit" name="slot" value=(value(day, slot.start)) {
                    span .time-clock { span .unseen { (before) } (slot.start) span .unseen { (after) } }
                    span .time-left { (words::left(cx.lang, *places)) }
                }
            }
        }
        Err(reason) => {
            let short = slot_words::short(cx.lang, reason);
            html! {
                div .time .time-not {
                    span .time-clock { (slot.start) }
                    span .time-left { span .unseen { (short.before) } (short.word) span .unseen { (short.after) } }
                }
            }
        }
    }
}
