//! The slots of a day: buttons of one form for those that are free, words for the others.
//!
//! What a slot is worth is decided when it is posted.

use super::course::{Calendar, Course, choosing};
use super::figures::{ClockTime, SlotValue};
use crate::booking::words;
use crate::clinic::{Menu, MenuId, TimeOfDay, as_written};
use crate::lang::Lang;
use crate::slots::{DayPlan, Reason, SlotPlan, words as slot_words};
use crate::ui::{Tone, WholeParts, alert, ways};
use crate::web::Cx;
use maud::{Markup, Render, html};
use time::Date;

/// How a slot is posted.
pub fn value(day: Date, start: TimeOfDay) -> String {
    SlotValue(day, start).render().into_string()
}

/// The slots of the chosen day, or what to do to see some.
pub fn draw(cx: &Cx, course: &Course<'_>, calendar: &Calendar, menus: &[&Menu]) -> Markup {
    let words = &words::of(cx.lang).calendar;
    let any = calendar.days.iter().any(|day| day.places.is_ok());
    match &calendar.chosen {
        Some(plan) => html! {
            h2 #slots-title .part-focus tabindex="-1" { (WholeParts(&(words.times_of)(plan.day))) }
            @if let Some(reason) = &plan.reason { (alert(Tone::Info, why_not(cx.lang, reason, &calendar.against, menus))) }
            @if !course.instead.is_empty() { (ways(&course.instead)) }
            @if plan.reason.is_none() { (choosing(cx, course, times(cx, course, plan))) }
        },
        None => html! { p .quiet { (if any { words.no_day } else { words.no_day_left }) } },
    }
}

/// Why nothing can be booked on the day: of some of several menus, by their names.
fn why_not(lang: Lang, reason: &Reason, against: &[(MenuId, Reason)], menus: &[&Menu]) -> Markup {
    let sentence = slot_words::of(lang).day_sentence;
    let name = |id: &MenuId| menus.iter().find(|menu| menu.id == *id).map(|menu| as_written(lang, menu.own_name()));
    html! {
        @if against.is_empty() || *reason == Reason::NotTogether { p { (WholeParts(&sentence(reason))) } }
        @for (id, reason) in against {
            p { @if let Some(name) = name(id) { strong { (name) } ": " } (WholeParts(&sentence(reason))) }
        }
    }
}

fn times(cx: &Cx, course: &Course<'_>, plan: &DayPlan) -> Markup {
    let words = &words::of(cx.lang).calendar;
    let noon = TimeOfDay::of_hour(12);
    let halves = [(words.morning, true), (words.afternoon, false)];
    // These stand in every button.
    let (before, after) = (words.around_time)(plan.day);
    let around = [before.as_str(), after].map(|words| html! { (words) });
    html! {
        (said(cx.lang, &plan.slots))
        @for (label, morning) in halves {
            @let slots: Vec<&SlotPlan> = plan.slots.iter().filter(|slot| (slot.start < noon) == morning).collect();
            @if !slots.is_empty() {
                h3 { (label) }
                ul .times { @for slot in slots { li { (one(cx.lang, plan.day, slot, course.together, &around)) } } }
            }
        }
    }
}

/// What the clinic says to patients about slots that it has closed, with the time of the first and the last of each row of them. In the
/// cells there is room for a word only.
fn said(lang: Lang, slots: &[SlotPlan]) -> Markup {
    let reason = |slot: &SlotPlan| slot.places.as_ref().err().filter(|reason| reason.said().is_some()).cloned();
    let rows = slots.chunk_by(|one, next| reason(one) == reason(next));
    let rows = rows.filter_map(|row| Some((reason(row.first()?)?, row.first()?.start, row.last()?.start)));
    let span = words::of(lang).calendar.span;
    let line = |(reason, first, last): (Reason, TimeOfDay, TimeOfDay)| {
        let short = (slot_words::of(lang).short)(&reason);
        html! { li { (WholeParts(&span(first, last))) " " (short.before) (short.word) (WholeParts(short.after.as_ref())) } }
    };
    let lines: Vec<Markup> = rows.map(line).collect();
    html! { @if !lines.is_empty() { ul .times-said { @for line in lines { (line) } } } }
}

/// A slot; its button has unseen words before and after the time.
fn one(lang: Lang, day: Date, slot: &SlotPlan, together: bool, [before, after]: &[Markup; 2]) -> Markup {
    match &slot.places {
        Ok(places) => {
            let (left, behind) = words::of(lang).calendar.around_places;
            html! {
                button .time type="submit" name="slot" value=(SlotValue(day, slot.start)) {
                    span .time-clock { span .unseen { (before) } (ClockTime(slot.start)) span .unseen { (after) } }
                    span .time-left {
                        @if together { (words::of(lang).party.free_for_all) } @else { (left) (places) (behind) }
                    }
                }
            }
        }
        Err(reason) => {
            let short = (slot_words::of(lang).short)(reason);
            html! {
                div .time .time-not {
                    span .time-clock { (ClockTime(slot.start)) }
                    span .time-left { span .unseen { (short.before) } (short.word) span .unseen { (short.after) } }
                }
            }
        }
    }
}
