//! 予約台帳 of a day: the day and the way to others, how many wait, and a line for each visit.

use super::line;
use crate::clinic::path::of_clinic;
use crate::clinic::{Clinic, TimeOfDay, schedule};
use crate::console::book::{BookLine, Counts, DayBook};
use crate::console::form::DAY;
use crate::console::{path, words};
use crate::lang;
use crate::slots::{self, Reason};
use crate::ui::{Icon, Page, empty_state, form_whole_named};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// The page.
pub fn show(cx: &Cx, clinic: &Clinic, book: &DayBook) -> Page {
    let words = &words::of(cx.lang).book;
    let is_today = book.day == cx.now.jst_date();
    let day = lang::date(cx.lang, book.day);
    let title = if is_today { (words.title_of_today)(&day) } else { day };
    Page::new(
        title,
        html! {
            (days(cx, clinic, book.day, is_today))
            @if let Some(closed) = schedule::closed(clinic, book.day) {
                p .book-closed { strong { ((slots::words::of(cx.lang).sentence)(&Reason::from(closed))) } }
            }
            (counts(cx, book.counts()))
            @if book.lines.is_empty() {
                (empty_state(words.none, html! { p { (words.none_help) } }))
            } @else {
                ol .book aria-label=(words.title) {
                    @let next = is_today.then(|| upcoming(cx, book)).flatten();
                    @for (at, one) in book.lines.iter().enumerate() {
                        @if next == Some(at) { (now_line(cx)) }
                        (line::show(cx, clinic, one))
                    }
                    @if is_today && next.is_none() { (now_line(cx)) }
                }
            }
        },
    )
    .lead(clinic.name.clone())
}

/// The ways to other days.
fn days(cx: &Cx, clinic: &Clinic, day: Date, is_today: bool) -> Markup {
    let words = &words::of(cx.lang).book;
    let to = |day: Option<Date>| day.map(|day| path::of_day(&clinic.id, day));
    html! {
        nav .book-days aria-label=(words.days) {
            @if let Some(before) = to(day.previous_day()) {
                a .book-step href=(before) aria-label=(words.day_before) { (Icon::Back) }
            }
            a .book-today href=(of_clinic(path::TODAY, &clinic.id)) aria-current=[is_today.then_some("date")] {
                (words.today)
            }
            @if let Some(after) = to(day.next_day()) {
                a .book-step href=(after) aria-label=(words.day_after) { (Icon::Next) }
            }
            div .book-date {
                (form_whole_named(words.date, &of_clinic(path::TODAY, &clinic.id), &cx.csrf(), html! {
                    input type="date" name=(DAY) value=(day) aria-label=(words.date);
                    button type="submit" { (words.go) }
                }))
            }
            @if is_today { a .book-jump href="#now" { (words.to_now) } }
            p .book-time { ((words.as_of)(&lang::time_of(cx.lang, cx.now))) " "
                a href=(cx.here()) { (words.reload) } }
        }
    }
}

/// How many visits there are of each kind: who waits stands first.
fn counts(cx: &Cx, counts: Counts) -> Markup {
    let words = &words::of(cx.lang).book;
    let Counts { expected, waiting, called, finished, no_show, cancelled } = counts;
    let all = [
        ("waiting", words.waiting, waiting),
        ("called", words.called, called),
        ("expected", words.expected, expected),
        ("finished", words.finished, finished),
        ("no-show", words.no_show, no_show),
        ("cancelled", words.cancelled, cancelled),
    ];
    html! {
        dl .book-counts {
            @for (name, label, count) in all {
                @if 0 < count || matches!(name, "waiting" | "called" | "expected") {
                    div data-state=(name) { dt { (label) } dd { (count) } }
                }
            }
        }
    }
}

/// The first line of a visit that has not begun.
fn upcoming(cx: &Cx, book: &DayBook) -> Option<usize> {
    book.lines.iter().position(|BookLine { reservation, .. }| cx.now < reservation.slot.starts())
}

fn now_line(cx: &Cx) -> Markup {
    let words = &words::of(cx.lang).book;
    let time = TimeOfDay::of(cx.now).to_string();
    html! { li .book-now #now aria-hidden="true" { span { (words.now) " " (time) } } }
}
