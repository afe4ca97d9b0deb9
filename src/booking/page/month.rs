//! The month as a table of seven columns: days with a free slot are links, the others say why they are none.
//!
//! A mark never stands alone: each cell has a word, and the whole name of its day is read out.

use super::course::{Calendar, Course, FEW};
use crate::booking::words::calendar as words;
use crate::lang::Lang;
use crate::slots::{Outlook, words as slot_words};
use crate::ui::{Icon, Part, part_link};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// The part of the page that a link of the grid changes.
const SLOTS: Part = Part { id: "calendar", focus: "slots-title" };
/// The same, for another month.
const MONTH: Part = Part { id: "calendar", focus: "month-title" };

/// The month with the ways to the ones around it.
pub fn draw(cx: &Cx, course: &Course<'_>, calendar: &Calendar) -> Markup {
    let Some(first) = calendar.days.first().map(|plan| plan.day) else { return html! {} };
    html! {
        h2 #month-title .part-focus tabindex="-1" {
            (cx.say(words::MONTH)) " " span .month-name { (words::month(cx.lang, first)) }
        }
        (turn(cx, course, calendar, first))
        table .month aria-labelledby="month-title" {
            thead {
                tr { @for day in words::WEEKDAYS { th scope="col" { (cx.say(day)) } } }
            }
            tbody {
                @for week in weeks(calendar) {
                    tr { @for plan in week { td { @if let Some(plan) = plan { (cell(cx, course, calendar, plan)) } } } }
                }
            }
        }
        (legend(cx.lang))
    }
}

/// Links to the months before and after, as far as something can be booked there.
fn turn(cx: &Cx, course: &Course<'_>, calendar: &Calendar, first: Date) -> Markup {
    let (earliest, latest) = calendar.bounds;
    let before = first.previous_day().filter(|_| earliest < first);
    let after = calendar.days.last().and_then(|plan| plan.day.next_day()).filter(|day| *day <= latest);
    let link = |day: Date, body: Markup| {
        let first = day.replace_day(1).unwrap_or(day);
        part_link(MONTH, "turn-link", &course.at("from", first), false, body)
    };
    let name = |day: Date| html! { span .unseen { " (" (words::month(cx.lang, day)) ")" } };
    html! {
        nav .turn aria-label=(cx.say(words::MONTH)) {
            @if let Some(day) = before { (link(day, html! { (Icon::Back) span { (cx.say(words::BEFORE)) (name(day)) } })) }
            @if let Some(day) = after { (link(day, html! { span { (cx.say(words::AFTER)) (name(day)) } (Icon::Next) })) }
        }
    }
}

/// The days in rows from Sunday to Saturday, with nothing where a week belongs to another month. Weeks that are over are
/// left out: nobody can choose anything there.
fn weeks(calendar: &Calendar) -> Vec<Vec<Option<&Outlook>>> {
    let days = &calendar.days;
    let lead = days.first().map_or(0, |plan| usize::from(plan.day.weekday().number_days_from_sunday()));
    let mut cells: Vec<Option<&Outlook>> = vec![None; lead];
    cells.extend(days.iter().map(Some));
    cells.resize(cells.len().next_multiple_of(7), None);
    let is_ahead = |week: &&[Option<&Outlook>]| week.iter().flatten().any(|plan| calendar.bounds.0 <= plan.day);
    cells.chunks(7).filter(is_ahead).map(<[_]>::to_vec).collect()
}

fn cell(cx: &Cx, course: &Course<'_>, calendar: &Calendar, plan: &Outlook) -> Markup {
    let lang = cx.lang;
    let chosen = calendar.chosen.as_ref().is_some_and(|chosen| chosen.day == plan.day);
    let number = |state: Markup| {
        let (before, after) = words::around(lang, plan.day);
        html! {
            span .day-number { span .unseen { (before) } (plan.day.day()) span .unseen { (after) } }
            (state)
        }
    };
    if plan.day < calendar.bounds.0 {
        let over = slot_words::short(lang, &crate::slots::Reason::Over);
        return html! { div .day .day-past { (number(html! { span .unseen { (over.before) (over.word) } })) } };
    }
    if let Err(reason) = &plan.places {
        let short = slot_words::short(lang, reason);
        let state = html! {
            span .day-mark aria-hidden="true" { "—" }
            span .day-word { span .unseen { (short.before) } (short.word) span .unseen { (short.after) } }
        };
        return html! { div .day .day-chosen[chosen] { (number(state)) } };
    }
    let few = plan.places.as_ref().is_ok_and(|places| *places <= FEW);
    let (class, mark, before, word, after) = if few {
        ("day day-few", "△", lang.pick("残り", ""), lang.pick("わずか", "few"), lang.pick("", " left"))
    } else {
        ("day day-free", "○", "", lang.pick("空き", "free"), lang.pick("あり", ""))
    };
    let state = html! {
        span .day-mark aria-hidden="true" { (mark) }
        span .day-word { span .unseen { (before) } (word) span .unseen { (after) } }
    };
    part_link(SLOTS, class, &course.at("day", plan.day), chosen, number(state))
}

fn legend(lang: Lang) -> Markup {
    let marks = [("○", words::LEGEND_FREE), ("△", words::LEGEND_FEW), ("—", words::LEGEND_NONE)];
    html! {
        ul .legend aria-hidden="true" {
            @for (mark, meaning) in marks { li { (mark) " " (lang.of(meaning)) } }
        }
    }
}
