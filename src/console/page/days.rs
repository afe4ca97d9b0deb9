//! The ways from a day to others, to its week, and to its other view.

use super::{keys, live};
use crate::clinic::Clinic;
use crate::clinic::path::of_clinic;
use crate::console::day_view::DayView;
use crate::console::form::{DAY, VIEW};
use crate::console::{path, words};
use crate::ui::{Icon, form_whole_named};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// The ways. They keep the view.
pub fn show(cx: &Cx, clinic: &Clinic, day: Date, view: DayView) -> Markup {
    let words = &words::of(cx.lang).book;
    let today = cx.now.jst_date();
    let is_today = day == today;
    let to = |day: Option<Date>| day.map(|day| view.path(&clinic.id, day));
    let is_list = view == DayView::List;
    html! {
        nav .book-days aria-label=(words.days) {
            @if let Some(before) = to(day.previous_day()) {
                a .button-small href=(before) aria-label=(words.day_before) aria-keyshortcuts=(keys::BEFORE) { (Icon::Back) }
            }
            a .button-small href=(view.opened(&clinic.id, today, today)) aria-current=[is_today.then_some("date")]
                aria-keyshortcuts=(keys::TODAY) { (words.today) }
            @if let Some(after) = to(day.next_day()) {
                a .button-small href=(after) aria-label=(words.day_after) aria-keyshortcuts=(keys::AFTER) { (Icon::Next) }
            }
            a .button-small href=(path::of_that_day(path::WEEK, &clinic.id, day)) { (words::day(cx.lang).week.link) }
            @if live::refresh(cx).is_none() { div .book-date {
                (form_whole_named(words.date, &of_clinic(path::TODAY, &clinic.id), &cx.csrf(), html! {
                    input type="date" name=(DAY) value=(day) aria-label=(words.date);
                    @if let Some(view) = view.name() { input type="hidden" name=(VIEW) value=(view); }
                    button .button-small type="submit" { (words.go) }
                }))
            } }
            @if is_today { a .button-small href="#now" { (words.to_now) } }
            a .button-small href=(view.other().opened(&clinic.id, day, today)) aria-keyshortcuts=(keys::VIEW) { (other_view(cx, view)) }
            @if is_list { (live::time(cx, &cx.here_again())) }
        }
    }
}

/// What the link to the other view is called.
pub fn other_view(cx: &Cx, view: DayView) -> &'static str {
    let words = &words::desk::of(cx.lang).free;
    match view {
        DayView::List => words.grid,
        DayView::Grid => words.list,
    }
}
