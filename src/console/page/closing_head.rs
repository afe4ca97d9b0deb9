//! The head of 一日を締める: how many things are left and where they stand, or that the day is over, and who has closed it.

use super::day_closed;
use crate::clinic::Clinic;
use crate::console::closing::Closing;
use crate::console::remaining::Remaining;
use crate::console::report::DayReport;
use crate::console::{path, words};
use crate::ui::{Kind, WholeParts, form_whole, print_way};
use crate::web::Cx;
use maud::{Markup, html};

/// The id of the part in which those to be called stand.
pub const CALLS: &str = "to-call";

/// The id of the part in which those stand about whom this is left to be done.
pub const fn part(left: Remaining) -> &'static str {
    match left {
        Remaining::NoShow => "to-confirm",
        Remaining::Fulfilled => "to-finish",
    }
}

/// The head; who `may_record` closes the day with it.
pub fn show(cx: &Cx, clinic: &Clinic, closing: &Closing, may_record: bool) -> Markup {
    let words = words::closing(cx.lang);
    let today = cx.now.jst_date();
    let is_over = closing.is_over(today);
    let offers = may_record && !closing.is_current && closing.day <= today;
    let state = match closing.left() {
        0 => is_over.then_some("over"),
        _ => Some("left"),
    };
    let kind = if is_over { Kind::Primary } else { Kind::Secondary };
    html! {
        section .closing-head data-state=[state] aria-label=(words.title) {
            @if 0 < closing.left() { (left(cx, closing)) }
            @else if is_over {
                p .closing-done { (if closing.day == today { words.over_today } else { words.over }) }
                p { (WholeParts(&in_a_line(cx, &closing.report))) }
            } @else {
                p .closing-done { (words.nothing_left) }
                @if 0 < closing.expected { p { ((words.expected)(closing.expected)) } }
            }
            (day_closed::show(cx, closing.day, &closing.closed))
            @if offers {
                p .hint .unprinted { (if closing.closed.is_empty() { words.record_help } else { words.changed }) }
                (form_whole(&path::of_that_day(path::CLOSING_RECORD, &clinic.id, closing.day), &cx.csrf(), html! {
                    button class=(kind.class()) type="submit" { (words.record) }
                }))
            }
            (print_way(cx.lang))
        }
    }
}

/// How many things are left, and the ways to them.
fn left(cx: &Cx, closing: &Closing) -> Markup {
    let words = words::closing(cx.lang);
    let settled = |of: Remaining, many: usize| (many, part(of), (words.to_settle)(of));
    let kinds = [
        settled(Remaining::NoShow, closing.absent.len()),
        settled(Remaining::Fulfilled, closing.present.len()),
        (closing.unreached.len(), CALLS, words.to_call),
    ];
    html! {
        p .closing-left {
            strong { ((words.still)(closing.left())) }
            @for (at, (_, part, name)) in kinds.into_iter().filter(|(many, ..)| 0 < *many).enumerate() {
                @if 0 < at { (words.and) }
                a href={ "#" (part) } { (name) }
            }
        }
    }
}

/// The day's figures.
fn in_a_line(cx: &Cx, report: &DayReport) -> String {
    let words = words::closing(cx.lang);
    let came =
        format!("{} {} {}", words.came, (words.people)(report.visits), (words.kinds)(report.first, report.again));
    let others = [(report.no_shows, words.no_shows_of), (report.cancelled, words.cancelled_of)];
    let others = others.into_iter().filter(|(many, _)| 0 < *many).map(|(many, say)| say(many));
    std::iter::once(came).chain(others).collect::<Vec<String>>().join(words.and)
}
