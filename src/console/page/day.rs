//! 予約台帳 of a day: the day and the way to others, how many wait, and a line for each visit.

use super::desk::undone;
use super::{day_closed, days, head, keys, line, live, quiet_line};
use crate::clinic::{Clinic, Menu, TimeOfDay};
use crate::console::book::{BookLine, Counts, DayBook};
use crate::console::day_view::DayView;
use crate::console::elsewhere::VisitElsewhere;
use crate::console::form::SOUGHT;
use crate::console::quiet::QuietLine;
use crate::console::{path, words};
use crate::lang;
use crate::slots::{self, Reason};
use crate::store::CommitNumber;
use crate::ui::{Page, Tone, alert, empty_state, partial};
use crate::web::Cx;
use maud::{Markup, html};

/// A day as a member of the staff sees it.
pub struct DayPage {
    /// The book.
    pub book: DayBook,
    /// The menus of the clinic.
    pub menus: Vec<Menu>,
    /// Why nobody is taken on the whole day.
    pub closed: Option<Reason>,
    /// The times that they can book.
    pub free: Markup,
    /// On other days, the visits of whom the search may mean.
    pub elsewhere: Vec<VisitElsewhere>,
    /// Whether they may change bookings.
    pub may_change: bool,
}

/// The page.
pub fn show(cx: &Cx, clinic: &Clinic, of: &DayPage, seen: CommitNumber) -> Page {
    let book = &of.book;
    let words = &words::of(cx.lang).book;
    let is_today = book.day == cx.now.jst_date();
    let day = lang::date(cx.lang, book.day);
    let title = if is_today { (words.title_of_today)(&day) } else { day };
    Page::new(
        title,
        html! {
            @if cx.query("done") == "undone" && let Some(undone) = undone::said(cx, book) { (alert(Tone::Success, undone)) }
            (days::show(cx, clinic, book.day, DayView::List))
            @if let Some(closed) = &of.closed {
                p { strong { ((slots::words::of(cx.lang).sentence)(closed)) } }
            }
            @if live::refresh(cx).is_none() { (head::search(cx, clinic, book.day)) }
            (live::told(cx, clinic, book.day, seen))
            (live::region(cx, clinic, book.day, lines(cx, clinic, of)))
            (keys::legend(cx, days::other_view(cx, DayView::List), live::refresh(cx).is_none()))
        },
    )
    .wide()
    .lead(clinic.name.clone())
    .scripts(live::SCRIPTS)
    .refreshed(live::refresh(cx))
}

/// What is looked for in the day, as it was typed.
pub fn sought(cx: &Cx) -> Option<String> {
    head::searched(cx).map(|_| cx.query(SOUGHT))
}

/// What changes while the book is open, as it is now.
pub fn again(cx: &Cx, clinic: &Clinic, of: &DayPage) -> Markup {
    let book = &of.book;
    html! {
        (live::region(cx, clinic, book.day, lines(cx, clinic, of)))
        (partial(live::TIME, live::time(cx, &path::of_day(&clinic.id, book.day))))
    }
}

/// What changes while the book is open: how many visits there are of each kind, and the visits.
fn lines(cx: &Cx, clinic: &Clinic, page: &DayPage) -> Markup {
    let DayPage { book, menus, closed, free, elsewhere, may_change } = page;
    let words = &words::of(cx.lang).book;
    let is_today = book.day == cx.now.jst_date();
    let (search, quiet) = (head::searched(cx), QuietLine::of_day(clinic, book.day, &book.suspensions));
    let found: Vec<&BookLine> =
        book.in_sight().filter(|line| search.as_ref().is_none_or(|all| all.finds(line))).collect();
    let is_empty = book.in_sight().next().is_none();
    let entries = entries(&found, &quiet, is_today.then(|| TimeOfDay::of(cx.now)));
    html! {
        (head::note(cx, clinic, book))
        (head::stopped(cx, clinic, book, *may_change))
        (day_closed::show(cx, book.day, &book.closed))
        div .book-summary { (counts(cx, book.counts())) (head::ways(cx, clinic, book, *may_change)) }
        (free)
        @if search.is_some() { (head::found(cx, clinic, book.day, found.len(), elsewhere)) }
        @if is_empty && closed.is_some() { (empty_state(words.none_closed, html! {})) }
        @else if is_empty { (empty_state(words.none, html! { p { (words.none_help) } })) }
        @if !(is_empty && quiet.is_empty()) {
            ol .book aria-label=(words.title) {
                @for entry in entries {
                    @match entry {
                        Entry::Quiet(line) => (quiet_line::show(cx, clinic, menus, line)),
                        Entry::Visit(one) => (line::show(cx, clinic, one, *may_change)),
                        Entry::Now => (now_line(cx)),
                    }
                }
            }
        }
    }
}

/// What stands in the list.
#[derive(Clone, Copy)]
enum Entry<'a> {
    Quiet(&'a QuietLine<'a>),
    Visit(&'a BookLine),
    Now,
}

/// All of it in the order of the day. A visit that begins at this minute stands before the line of now.
fn entries<'a>(visits: &[&'a BookLine], quiet: &'a [QuietLine<'a>], now: Option<TimeOfDay>) -> Vec<Entry<'a>> {
    let quiet = quiet.iter().map(|line| ((line.from, 0), Entry::Quiet(line)));
    let visits = visits.iter().map(|line| ((line.reservation.slot.start, 1), Entry::Visit(line)));
    let now = now.map(|now| ((now, 2), Entry::Now));
    let mut all: Vec<_> = quiet.chain(visits).chain(now).collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, entry)| entry).collect()
}

/// How many visits there are of each kind, those waiting first. The last three are shown only where there are any.
fn counts(cx: &Cx, counts: Counts) -> Markup {
    let words = &words::of(cx.lang).book;
    let Counts { expected, waiting, called, finished, no_show, cancelled } = counts;
    let always = [(words.waiting, waiting), (words.called, called), (words.expected, expected)];
    let if_any = [(words.finished, finished), (words.no_show, no_show), (words.cancelled, cancelled)];
    let shown = always.into_iter().chain(if_any.into_iter().filter(|(_, count)| 0 < *count));
    html! {
        dl .book-counts { @for (label, count) in shown { div { dt { (label) } dd { (count) } } } }
    }
}

fn now_line(cx: &Cx) -> Markup {
    let words = &words::of(cx.lang).book;
    let time = TimeOfDay::of(cx.now).to_string();
    html! { li .book-now #now aria-hidden="true" { span { (words.now) " " (time) } } }
}
