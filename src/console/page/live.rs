//! What keeps an open book up to date: the part that is asked for again, the time as of which it is true, what is new in it, and what
//! a browser without scripts does instead.

use super::head;
use crate::clinic::{Clinic, TimeOfDay};
use crate::console::{path, words};
use crate::lang;
use crate::reservation::Reservation;
use crate::store::CommitNumber;
use crate::ui::with_query;
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// What the book needs beside the scripts of every page.
pub const SCRIPTS: &[&str] = &["vendor/hx-sse.min.js"];
/// The parameter that says what the page has seen.
pub const SEEN: &str = "seen";

/// The parameter that has a browser without scripts load the page again and again, and its only value, in seconds.
const REFRESH: &str = "refresh";
const REFRESH_SECONDS: u16 = 30;
/// For how many seconds a line is new.
const NEW_SECONDS: i64 = 60;

const BOOK: &str = "book";
/// The id of the time.
pub const TIME: &str = "book-time";

/// After how many seconds the page is loaded again where no script runs. Such a page has no fields and no menus, because loading it
/// again would empty and close them.
pub fn refresh(cx: &Cx) -> Option<u16> {
    (cx.query(REFRESH) == REFRESH_SECONDS.to_string()).then_some(REFRESH_SECONDS)
}

/// The path of a form, changed so that the page after it is loaded again as this one is.
pub fn kept(cx: &Cx, path: String) -> String {
    let seconds = refresh(cx).map(|seconds| seconds.to_string());
    with_query(&path, seconds.as_deref().map(|seconds| (REFRESH, seconds)))
}

/// The path of a visit within its day, changed so that the page is loaded again as that of the form was.
pub fn back(cx: &Cx, day_at_visit: String) -> String {
    match (refresh(cx), day_at_visit.split_once('#')) {
        (Some(_), Some((day, visit))) => format!("{}#{visit}", kept(cx, day.to_owned())),
        _ => day_at_visit,
    }
}

/// What the page listens to, and the notice that it hears nothing; without scripts, the way to have it loaded again.
pub fn told(cx: &Cx, clinic: &Clinic, day: Date, seen: CommitNumber) -> Markup {
    let words = &words::of(cx.lang).live;
    let events = path::of_that_day(path::EVENTS, &clinic.id, day);
    let here = path::of_day(&clinic.id, day);
    html! {
        div #book-live hidden data-unasked data-hx-swap="none" data-hx-sse:connect={ (events) "?" (SEEN) "=" (seen) } {}
        p #book-stale .book-stale hidden aria-live="polite" data-words=(words.stale) {
            strong {} " " a href=(cx.here_again()) { (words::of(cx.lang).book.reload) }
        }
        noscript {
            p .book-refresh {
                @match refresh(cx) {
                    Some(_) => { (words.refreshed) " " a href=(here) { (words.stop) } },
                    None => a href={ (here) "?" (REFRESH) "=" (REFRESH_SECONDS) } { (words.refresh) },
                }
            }
        }
    }
}

/// The part of the page that is asked for again. The focus, open menus and the scroll position stay as they are.
pub fn region(cx: &Cx, clinic: &Clinic, day: Date, lines: Markup) -> Markup {
    let address = head::with_search(cx, path::of_that_day(path::LINES, &clinic.id, day));
    html! {
        div #(BOOK) data-unasked data-as-of=(TimeOfDay::of(cx.now)) data-hx-get=(address) data-hx-trigger="refresh"
            data-hx-target="this" data-hx-select={ "#" (BOOK) } data-hx-swap="outerMorph" { (lines) }
    }
}

/// As of when the page is true, and the link that loads it again.
pub fn time(cx: &Cx, here: &str) -> Markup {
    let words = &words::of(cx.lang).book;
    html! {
        p #(TIME) .book-time { ((words.as_of)(&lang::time_of(cx.lang, cx.now))) " " a href=(here) { (words.reload) } }
    }
}

/// Whether a visit has just been changed by anybody but the reader.
pub fn is_new(cx: &Cx, visit: &Reservation) -> bool {
    let changed = visit.changed_at();
    let me = cx.session().map(|session| session.subject.cast());
    let set = visit.steps.last().map(|step| (step.at, step.staff));
    let done_at_desk = visit.desk.last().map(|change| (change.at, change.staff));
    let by_me = [set, done_at_desk].contains(&Some((changed, me)));
    cx.now.seconds_since(changed) < NEW_SECONDS && !by_me
}

/// The word beside such a visit.
pub fn mark(cx: &Cx, visit: &Reservation) -> Markup {
    let words = &words::of(cx.lang).live;
    let word = if visit.changed_at() == visit.booked { words.booked } else { words.changed };
    html! { @if is_new(cx, visit) { " " span .book-new { (word) } } }
}
