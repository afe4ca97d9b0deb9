//! 予約台帳 of a day as a grid: time by menu, with the free places to tap.

use super::desk::{places, undone};
use super::{days, line, quiet_line};
use crate::clinic::{Clinic, Menu, TimeOfDay, as_written};
use crate::console::book::{BookLine, DayBook};
use crate::console::day_view::DayView;
use crate::console::grid::{DayGrid, GridCell, Lane};
use crate::console::quiet::QuietLine;
use crate::console::{path, words};
use crate::lang;
use crate::slots::{self, DeskPlace};
use crate::ui::{Page, Tone, alert, empty_state};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// The page.
pub fn show(cx: &Cx, clinic: &Clinic, book: &DayBook, grid: &DayGrid<'_>, may_change: bool) -> Page {
    let words = words::of(cx.lang);
    let quiet = QuietLine::of_day(clinic, book.day, &book.suspensions);
    let body = html! {
        (days::show(cx, clinic, book.day, DayView::Grid))
        @if cx.query("done") == "undone" && let Some(undone) = undone::said(cx, book) { (alert(Tone::Success, undone)) }
        @if may_change { (undone::of_grid(cx, clinic, book)) }
        @if grid.rows.is_empty() {
            (empty_state(words.book.none, html! {}))
        } @else {
            div .grid-frame tabindex="0" role="region" aria-label=(words::desk::of(cx.lang).free.grid) { (table(cx, clinic, book.day, grid, &quiet)) }
        }
    };
    Page::new(lang::date(cx.lang, book.day), body).lead(clinic.name.clone())
}

fn table(cx: &Cx, clinic: &Clinic, day: Date, grid: &DayGrid<'_>, quiet: &[QuietLine<'_>]) -> Markup {
    let now = (day == cx.now.jst_date()).then(|| TimeOfDay::of(cx.now));
    // Each stands before the first row of its time or after it.
    let at = |line: &QuietLine<'_>| grid.rows.iter().position(|row| line.from <= row.from).unwrap_or(grid.rows.len());
    let quiet_at = |row: usize| quiet.iter().filter(move |line| at(line) == row);
    let quiet_row = |line: &QuietLine<'_>| {
        html! { tr .grid-quiet { th {} td colspan=(grid.columns.len()) { (quiet_line::text(cx, line)) } } }
    };
    html! {
        table .grid {
            thead { tr {
                th scope="col" { (words::desk::of(cx.lang).free.time) }
                @for column in &grid.columns { th scope="col" { (head(cx, column)) } }
            } }
            tbody {
                @for (index, row) in grid.rows.iter().enumerate() {
                    @for line in quiet_at(index) { (quiet_row(line)) }
                    tr data-past[now.is_some_and(|now| row.from < now)] {
                        th scope="row" { (row.from) }
                        @for (cell, column) in row.cells.iter().zip(&grid.columns) {
                            td { (cell_of(cx, clinic, day, cell, column)) }
                        }
                    }
                }
                @for line in quiet_at(grid.rows.len()) { (quiet_row(line)) }
            }
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
        let booking = DayView::Grid.named_in(&path::of_booking(&clinic.id, day, &menu.id, place.start));
        path::with_unit(&booking, lane.unit())
    };
    html! {
        @for visit in &cell.visits { (block(cx, clinic, visit, lane)) }
        @if cell.is_away && cell.visits.is_empty() { span .quiet { (words::desk::of(cx.lang).unit.is_away) } }
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
        a .grid-visit #(path::anchor(visit.id)) href=(path::of_visit(path::VISIT, &clinic.id, visit.id)) data-state=(line::state(visit)) {
            span { (visit.slot.start) }
            " " strong { (visit.attendee.person.full_name()) }
            @if matches!(lane, Lane::Unit(..) | Lane::WithoutUnit(_)) { " " span { (as_written(cx.lang, visit.service.own_name())) } }
            " " span { (words::status(cx.lang, visit.status)) }
        }
    }
}
