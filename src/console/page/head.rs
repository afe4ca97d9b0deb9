//! The head of a day's book: what the staff share about it, what is stopped, the ways to what concerns the whole day, and the search.

use super::{keys, suspension};
use crate::clinic::Clinic;
use crate::console::book::DayBook;
use crate::console::elsewhere::VisitElsewhere;
use crate::console::form::SOUGHT;
use crate::console::search::DaySearch;
use crate::console::{path, words};
use crate::lang;
use crate::slots::{Suspended, Suspension};
use crate::ui::{WholeParts, form_search, with_query};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// What the staff share, line by line.
pub fn note(cx: &Cx, clinic: &Clinic, book: &DayBook) -> Markup {
    let words = &words::day(cx.lang).note;
    html! {
        @if !book.note.text.is_empty() {
            div .book-note {
                p { strong { (words.title) } " " span .book-note-text { (book.note.text) } }
                a href=(path::of_that_day(path::NOTE, &clinic.id, book.day)) { (words.change) }
            }
        }
    }
}

/// The ways to what concerns the day as a whole.
pub fn ways(cx: &Cx, clinic: &Clinic, book: &DayBook, may_change: bool) -> Markup {
    let to = |route| path::of_that_day(route, &clinic.id, book.day);
    html! {
        p .book-ways {
            @if book.note.text.is_empty() { a href=(to(path::NOTE)) { (words::day(cx.lang).note.write) } " " }
            @if may_change { a href=(to(path::SUSPENSIONS)) { (words::suspension(cx.lang).title) } " " }
            @if book.day <= cx.now.jst_date() { a href=(to(path::CLOSING)) { (words::closing(cx.lang).title) } }
        }
    }
}

/// That Web受付 is stopped now, and the button that ends it.
pub fn stopped(cx: &Cx, clinic: &Clinic, book: &DayBook, may_change: bool) -> Markup {
    let words = words::suspension(cx.lang);
    let stands = |one: &&Suspension| one.what == Suspended::Web && one.stands() && cx.now < one.until.on(book.day);
    html! {
        @for one in book.suspensions.iter().filter(stands) {
            div .book-stopped {
                p { strong { ((words.web_stopped)(&one.until.to_string())) }
                    @if let Some(said) = &one.words { " 「" (said.text(cx.lang)) "」" } }
                @if may_change { (suspension::resume(cx, clinic, book.day, one)) }
            }
        }
    }
}

/// The search of the day.
pub fn search(cx: &Cx, clinic: &Clinic, day: Date) -> Markup {
    let words = &words::day(cx.lang).search;
    form_search(
        &path::of_day(&clinic.id, day),
        words.title,
        html! {
            input .input type="search" name=(SOUGHT) value=(cx.query(SOUGHT)) aria-label=(words.title) placeholder=(words.example)
                autocomplete="off" aria-keyshortcuts=(keys::SEARCH);
            button .button-small type="submit" { (words.button) }
        },
    )
}

/// What is looked for, if anything is.
pub fn searched(cx: &Cx) -> Option<DaySearch> {
    let typed = cx.query(SOUGHT);
    if typed.trim().is_empty() { None } else { DaySearch::of(&typed) }
}

/// How many were found on the day, the way back to all, and the ways to visits on other days.
pub fn found(cx: &Cx, clinic: &Clinic, day: Date, many: usize, elsewhere: &[VisitElsewhere]) -> Markup {
    let words = &words::day(cx.lang).search;
    html! {
        p .book-found { ((words.found)(&cx.query(SOUGHT), many)) " " a href=(path::of_day(&clinic.id, day)) { (words.all) } }
        @if !elsewhere.is_empty() {
            div .book-elsewhere {
                p #book-elsewhere { (words.elsewhere) }
                ul aria-labelledby="book-elsewhere" { @for VisitElsewhere { id, starts, name } in elsewhere {
                    li { a href=(path::of_visit_in_day(&clinic.id, starts.jst_date(), *id)) {
                        (WholeParts(&lang::moment(cx.lang, *starts))) " " (name)
                    } }
                } }
            }
        }
    }
}

/// A path of the day that keeps what is looked for.
pub fn with_search(cx: &Cx, path: String) -> String {
    let typed = cx.query(SOUGHT);
    with_query(&path, (!typed.is_empty()).then_some((SOUGHT, typed.as_str())))
}
