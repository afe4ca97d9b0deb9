//! 予約台帳 of a day as a grid: time by menu, with the free places to tap.

use super::desk::places;
use super::line;
use crate::clinic::{Clinic, Menu, TimeOfDay, as_written};
use crate::console::book::BookLine;
use crate::console::grid::{DayGrid, GridCell, Lane};
use crate::console::{path, words};
use crate::lang;
use crate::slots::{self, DeskPlace};
use crate::ui::{Page, empty_state};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// The page.
pub fn show(cx: &Cx, clinic: &Clinic, day: Date, grid: &DayGrid<'_>) -> Page {
    let words = words::of(cx.lang);
    let desk = &words::desk::of(cx.lang).free;
    let body = html! {
        (ways(cx, clinic, day))
        @if grid.rows.is_empty() {
            (empty_state(words.book.none, html! {}))
        } @else {
            div .grid-frame tabindex="0" role="region" aria-label=(desk.grid) {
                table .grid {
                    thead { tr {
                        th scope="col" { (desk.time) }
                        @for column in &grid.columns { th scope="col" { (head(cx, column)) } }
                    } }
                    tbody {
                        @let now = (day == cx.now.jst_date()).then(|| TimeOfDay::of(cx.now));
                        @for row in &grid.rows {
                            tr data-gap[row.after_gap] data-past[now.is_some_and(|now| row.from < now)] {
                                th scope="row" { (row.from) }
                                @for (cell, column) in row.cells.iter().zip(&grid.columns) {
                                    td { (cell_of(cx, clinic, day, cell, column)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    Page::new(lang::date(cx.lang, day), body).lead(clinic.name.clone())
}

/// The days beside it, and the list of the same day.
fn ways(cx: &Cx, clinic: &Clinic, day: Date) -> Markup {
    let words = words::of(cx.lang);
    let desk = words::desk::of(cx.lang);
    let today = cx.now.jst_date();
    html! {
        nav .book-days aria-label=(words.book.days) {
            @if let Some(before) = day.previous_day() {
                a .button-small href=(path::of_grid(&clinic.id, before)) { (desk.change.day_before) }
            }
            a .button-small href=(path::of_grid(&clinic.id, today)) { (words.book.today) }
            @if let Some(after) = day.next_day() {
                a .button-small href=(path::of_grid(&clinic.id, after)) { (desk.change.day_after) }
            }
            a .button-small href=(path::of_book(&clinic.id, day, today)) { (desk.free.list) }
        }
    }
}

/// What the column is of.
fn head(cx: &Cx, lane: &Lane<'_>) -> Markup {
    let words = &words::desk::of(cx.lang).unit;
    html! {
        @match lane {
            Lane::Unit(_, unit) => { (unit) }
            Lane::WithoutUnit(pool) => { ((words.none)(pool.label().unwrap_or(slots::words::of(cx.lang).unit))) }
            Lane::Menu(menu) => { (as_written(cx.lang, menu.own_name())) }
            Lane::Former(_, name) => { (name) }
        }
    }
}

fn cell_of(cx: &Cx, clinic: &Clinic, day: Date, cell: &GridCell<'_>, lane: &Lane<'_>) -> Markup {
    let to = |menu: &Menu, place: &DeskPlace<'_>| {
        path::with_unit(&path::of_booking(&clinic.id, day, &menu.id, place.start), lane.unit())
    };
    html! {
        @for visit in &cell.visits { (block(cx, clinic, visit, lane)) }
        @match lane {
            Lane::Menu(_) | Lane::Former(..) => {
                @for (menu, place) in &cell.places { (places::time(cx, menu, place, to(menu, place))) }
            }
            Lane::Unit(..) | Lane::WithoutUnit(_) => {
                // Of several menus that could begin at the same time, the first is one tap away and the others two.
                @for at_once in cell.places.chunk_by(|(_, one), (_, next)| one.start == next.start) {
                    @if let Some(((menu, place), others)) = at_once.split_first() {
                        (places::time_of_menu(cx, menu, place, to(menu, place)))
                        @if !others.is_empty() {
                            details .grid-others {
                                summary { (words::desk::of(cx.lang).change.other_menus) }
                                @for (menu, place) in others { (places::time_of_menu(cx, menu, place, to(menu, place))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A visit where it starts: when, who, for what where the lane does not say it, and how far it has come.
fn block(cx: &Cx, clinic: &Clinic, line: &BookLine, lane: &Lane<'_>) -> Markup {
    let visit = &line.reservation;
    html! {
        a .grid-visit href=(path::of_visit(path::VISIT, &clinic.id, visit.id)) data-state=(line::state(visit)) {
            span { (visit.slot.start) }
            " " strong { (visit.attendee.person.full_name()) }
            @if matches!(lane, Lane::Unit(..) | Lane::WithoutUnit(_)) { " " span { (as_written(cx.lang, visit.service.own_name())) } }
            " " span { (words::status(cx.lang, visit.status)) }
        }
    }
}
