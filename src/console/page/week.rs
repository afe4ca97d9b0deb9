//! A week in numbers: a row for each day, which leads to its book.

use crate::clinic::{Clinic, schedule};
use crate::console::week::{Week, WeekDay};
use crate::console::{path, words};
use crate::lang;
use crate::slots::{self, Reason};
use crate::ui::{Icon, Page, WholeParts};
use crate::web::Cx;
use maud::{Markup, html};
use time::{Date, Duration};

/// The page; `of` is the day whose week it is.
pub fn show(cx: &Cx, clinic: &Clinic, of: Date, week: &Week) -> Page {
    let words = &words::day(cx.lang).week;
    let edge = |day: Option<&WeekDay>| day.map_or_else(String::new, |one| lang::day_and_month(cx.lang, one.day));
    let title = (words.title)(&edge(week.days.first()), &edge(week.days.last()));
    Page::new(
        title,
        html! {
            (weeks(cx, clinic, of))
            @if let Some(today) = week.today {
                p .week-today { strong { (words.today) } " " ((words.waiting)(today.waiting)) " " ((words.first)(today.first)) }
            }
            table .week-book {
                thead { tr { th scope="col" { (words.day) } th scope="col" { (words.visits) } th scope="col" { (words.full) } } }
                tbody { @for day in &week.days { (row(cx, clinic, day)) } }
            }
        },
    )
    .wide()
    .lead(clinic.name.clone())
    .back(words.back, path::of_day(&clinic.id, of))
}

fn weeks(cx: &Cx, clinic: &Clinic, of: Date) -> Markup {
    let words = &words::day(cx.lang).week;
    let to = |day: Date| path::of_that_day(path::WEEK, &clinic.id, day);
    let today = cx.now.jst_date();
    html! {
        nav .book-days aria-label=(words.weeks) {
            @if let Some(before) = of.checked_sub(Duration::weeks(1)) {
                a .button-small href=(to(before)) aria-label=(words.before) { (Icon::Back) }
            }
            a .button-small href=(to(today)) { (words.this) }
            @if let Some(after) = of.checked_add(Duration::weeks(1)) {
                a .button-small href=(to(after)) aria-label=(words.after) { (Icon::Next) }
            }
        }
    }
}

fn row(cx: &Cx, clinic: &Clinic, one: &WeekDay) -> Markup {
    let words = &words::day(cx.lang).week;
    let is_today = one.day == cx.now.jst_date();
    let closed = schedule::closed_all_day(clinic, &[], one.day).map(Reason::from);
    html! {
        tr aria-current=[is_today.then_some("date")] {
            th scope="row" {
                a href=(path::of_day(&clinic.id, one.day)) { (WholeParts(&lang::day_and_month(cx.lang, one.day))) }
                @if let Some(line) = one.note.text.lines().next() { p .week-note { (words.note) " " (line) } }
            }
            td .week-count { (one.load.taken) }
            td {
                @match (one.load.offered, &closed) {
                    (0, Some(closed)) => span .week-closed { ((slots::words::of(cx.lang).sentence)(closed)) },
                    (0, None) => span .week-closed { (words.no_slots) },
                    (offered, _) => {
                        meter min="0" max=(offered) value=(one.load.taken.min(offered)) aria-hidden="true" {}
                        " " span .week-full { ((words.full_of)(one.load.taken, offered)) }
                    }
                }
            }
        }
    }
}
