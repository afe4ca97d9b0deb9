//! The times of a day that can be booked: a line of free ones in the book, and all of them on a page of its own.

use crate::clinic::{Clinic, Menu, MenuId, TimeOfDay, as_written};
use crate::console::path;
use crate::console::words::desk as words;
use crate::lang;
use crate::slots::{DeskPlace, MenuPlaces, Offers};
use crate::ui::{Page, empty_state, fold};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// How many free times of a menu stand in the book.
const IN_BOOK: usize = 5;

/// The free times in the book, a row for each menu, and the way to receive somebody who is there.
pub fn in_book(cx: &Cx, clinic: &Clinic, day: Date, menus: &[MenuPlaces<'_>], offers: &Offers) -> Markup {
    let words = &words::of(cx.lang).free;
    let is_today = day == cx.now.jst_date();
    if menus.is_empty() && !is_today {
        return html! {};
    }
    html! {
        section .book-free aria-label=(words.title) {
            @if is_today { (walk_in(cx, clinic, day, &offers.menus)) }
            @for of in menus {
                @let free: Vec<&DeskPlace<'_>> = of.places.iter().filter(|place| 0 < place.left).take(IN_BOOK).collect();
                div .free-row {
                    h2 { (as_written(cx.lang, of.menu.own_name())) }
                    @if free.is_empty() { p .quiet { (words.none) } }
                    ul { @for place in free { li { (time(cx, of.menu, place, path::of_booking(&clinic.id, day, &of.menu.id, place.start))) } } }
                }
            }
            @if !menus.is_empty() { p .free-ways { a href=(path::of_places(&clinic.id, day)) { (words.all) } } }
        }
    }
}

/// 当日受付: the ways to receive somebody who is there, one for each menu.
pub fn walk_in(cx: &Cx, clinic: &Clinic, day: Date, menus: &[Menu]) -> Markup {
    let words = &words::of(cx.lang).free;
    html! {
        nav .book-walk-in aria-label=(words.walk_in) {
            strong { (words.walk_in) }
            @for menu in menus.iter().filter(|menu| menu.is_offered(day)) {
                a href=(path::of_walk_in(&clinic.id, &menu.id)) { (as_written(cx.lang, menu.own_name())) }
            }
        }
    }
}

/// All times of a day, the full ones included. `to` gives where each leads.
pub fn all(cx: &Cx, menus: &[MenuPlaces<'_>], to: &dyn Fn(&MenuId, TimeOfDay) -> String) -> Markup {
    let words = words::of(cx.lang);
    html! {
        div .book-free {
            @if menus.is_empty() { (empty_state(words.change.no_places, html! {})) }
            @for of in menus { (row(cx, of, None, to)) }
        }
    }
}

/// The same with the menu that is most likely wanted first, in which the `own` time of what is moved is marked, and the others folded.
pub fn all_but(
    cx: &Cx,
    menus: &[MenuPlaces<'_>],
    usual: &MenuId,
    own: Option<TimeOfDay>,
    to: &dyn Fn(&MenuId, TimeOfDay) -> String,
) -> Markup {
    let (wanted, others): (Vec<_>, Vec<_>) = menus.iter().partition(|of| of.menu.id == *usual);
    if wanted.is_empty() {
        return all(cx, menus, to);
    }
    html! {
        div .book-free {
            @for of in wanted { (row(cx, of, own, to)) }
            @if !others.is_empty() {
                (fold(words::of(cx.lang).change.other_menus, false, html! { @for of in others { (row(cx, of, None, to)) } }))
            }
        }
    }
}

fn row(cx: &Cx, of: &MenuPlaces<'_>, own: Option<TimeOfDay>, to: &dyn Fn(&MenuId, TimeOfDay) -> String) -> Markup {
    let time = |place: &DeskPlace<'_>| {
        let href = to(&of.menu.id, place.start);
        if own == Some(place.start) { own_time(cx, place.start, &href) } else { time(cx, of.menu, place, href) }
    };
    html! {
        div .free-row {
            h2 { (as_written(cx.lang, of.menu.own_name())) }
            ul { @for place in &of.places { li { (time(place)) } } }
        }
    }
}

/// The page of all times of a day.
pub fn show(cx: &Cx, clinic: &Clinic, day: Date, menus: &[MenuPlaces<'_>]) -> Page {
    let words = &words::of(cx.lang).free;
    let to = |menu: &MenuId, start| path::of_booking(&clinic.id, day, menu, start);
    Page::new((words.places_title)(&lang::date(cx.lang, day)), all(cx, menus, &to))
        .lead(clinic.name.clone())
        .back(words.back, path::of_day(&clinic.id, day))
}

/// A time with its menu, where a column is of several.
pub fn time_of_menu(cx: &Cx, menu: &Menu, place: &DeskPlace<'_>, href: String) -> Markup {
    let words = &words::of(cx.lang).free;
    let name = menu.own_name().text(cx.lang);
    let seen = format!("{} {name}", place.start);
    html! {
        a .free-time href=(href) aria-label=((words.book_at)(&seen, &(words.left)(place.left))) { (place.start) " " span { (name) } }
    }
}

/// The time of the visit itself, at which its unit and its length can be changed.
fn own_time(cx: &Cx, start: TimeOfDay, href: &str) -> Markup {
    html! { a .free-time href=(href) aria-current="time" { (start) " " span { (words::of(cx.lang).free.own) } } }
}

/// A time with the places that it has left, or how overfull it would be.
pub fn time(cx: &Cx, menu: &Menu, place: &DeskPlace<'_>, href: String) -> Markup {
    let words = &words::of(cx.lang).free;
    let left = match place.overfull {
        Some(full) => (words.overfull)(full.taken, full.places),
        None => (words.left)(place.left),
    };
    let seen = format!("{} {left}", place.start);
    html! {
        a .free-time data-full[place.overfull.is_some()] href=(href)
            aria-label=((words.book_at)(&seen, menu.own_name().text(cx.lang))) { (place.start) " " span { (left) } }
    }
}
