//! 予約台帳 of a day as a grid: time by menu, with the free places to tap.

use super::desk::{places, undone};
use super::{days, head, keys, line, quiet_line};
use crate::clinic::{Clinic, Menu, TimeOfDay, as_written};
use crate::console::book::{BookLine, DayBook, Mark};
use crate::console::day_view::DayView;
use crate::console::grid::{DayGrid, GridCell, Lane, ROW_MINUTES};
use crate::console::quiet::QuietLine;
use crate::console::suspension_form::{of_menu, of_pool, of_unit};
use crate::console::{path, words};
use crate::lang;
use crate::slots::{self, DeskPlace};
use crate::staff::ClinicStaff;
use crate::ui::{Page, Tone, alert, empty_state};
use crate::web::Cx;
use maud::{Markup, html};
use time::Date;

/// The page.
pub fn show(cx: &Cx, book: &DayBook, grid: &DayGrid<'_>, me: &ClinicStaff) -> Page {
    let (words, clinic, may_change) = (words::of(cx.lang), &me.clinic, me.role.changes_bookings());
    let quiet = QuietLine::of_day(clinic, book.day, &book.suspensions);
    let body = html! {
        (days::show(cx, clinic, book.day, DayView::Grid))
        (head::search(cx, clinic, book.day))
        (head::note(cx, clinic, book))
        (head::stopped(cx, clinic, book, may_change))
        @if may_change && book.day == cx.now.jst_date() { (places::walk_in(cx, clinic, book.day, grid.menus)) }
        (head::ways(cx, clinic, book, may_change))
        @if cx.query("done") == "undone" && let Some(undone) = undone::said(cx, book) { (alert(Tone::Success, undone)) }
        @if may_change { (undone::of_grid(cx, clinic, book, me.staff.id)) }
        @if let Some(closed) = &grid.closed { p { strong { ((slots::words::of(cx.lang).sentence)(closed)) } } }
        @if grid.rows.is_empty() {
            (empty_state(if grid.closed.is_some() { words.book.none_closed } else { words.book.none }, html! {}))
        } @else {
            div .grid-frame tabindex="0" role="region" aria-label=(words::desk::of(cx.lang).free.grid) {
                (table(cx, clinic, book.day, grid, &quiet, may_change))
            }
        }
        (keys::legend(cx, days::other_view(cx, DayView::Grid), true))
    };
    Page::new(lang::date(cx.lang, book.day), body).wide().lead(clinic.name.clone())
}

fn table(cx: &Cx, clinic: &Clinic, day: Date, grid: &DayGrid<'_>, quiet: &[QuietLine<'_>], may_change: bool) -> Markup {
    // Where slots are closed that were chosen in it.
    let close = may_change.then(|| path::of_that_day(path::SUSPEND_SLOTS, &clinic.id, day));
    let now = (day == cx.now.jst_date()).then(|| TimeOfDay::of(cx.now));
    let now_at = now.map(|now| grid.rows.iter().position(|row| now < row.from).unwrap_or(grid.rows.len()));
    // Each stands before the first row of its time or after it.
    let at = |line: &QuietLine<'_>| grid.rows.iter().position(|row| line.from <= row.from).unwrap_or(grid.rows.len());
    let quiet_at = |row: usize| quiet.iter().filter(move |line| at(line) == row);
    let quiet_row = |line: &QuietLine<'_>| {
        html! { tr .grid-quiet { td {} td colspan=(grid.columns.len()) { (quiet_line::text(cx, clinic, grid.menus, line)) } } }
    };
    html! {
        table .grid data-close=[close] {
            thead { tr {
                th scope="col" { (words::desk::of(cx.lang).free.time) }
                @for column in &grid.columns { th scope="col" data-menus=[word(column)] { (head(cx, column)) } }
            } }
            tbody {
                @for (index, row) in grid.rows.iter().enumerate() {
                    @for line in quiet_at(index) { (quiet_row(line)) }
                    @if now_at == Some(index) { (now_row(cx, grid)) }
                    tr data-past[now.is_some_and(|now| row.from < now)] data-from=(row.from) data-until=(ends(grid, index, quiet)) {
                        th scope="row" { (row.from) }
                        @for (cell, column) in row.cells.iter().zip(&grid.columns) {
                            td { (cell_of(cx, clinic, day, cell, column)) }
                        }
                    }
                }
                @if now_at == Some(grid.rows.len()) { (now_row(cx, grid)) }
                @for line in quiet_at(grid.rows.len()) { (quiet_row(line)) }
            }
        }
    }
}

/// The line of now, before the first row that is still ahead.
fn now_row(cx: &Cx, grid: &DayGrid<'_>) -> Markup {
    let words = &words::of(cx.lang).book;
    let time = TimeOfDay::of(cx.now).to_string();
    html! { tr .grid-now #now aria-hidden="true" { td colspan=(grid.columns.len() + 1) { (words.now) " " (time) } } }
}

/// When the slots of a row end that are closed with it: where the next row begins, or nobody is taken.
fn ends(grid: &DayGrid<'_>, row: usize, quiet: &[QuietLine<'_>]) -> TimeOfDay {
    let from = grid.rows[row].from;
    let next = grid.rows.get(row + 1).map(|next| next.from);
    let breaks = quiet.iter().map(|line| line.from).find(|begin| from < *begin);
    let after = TimeOfDay::of_minutes(from.minutes().saturating_add(ROW_MINUTES));
    next.into_iter().chain(breaks).min().or(after).unwrap_or(from)
}

/// The word by which the form that closes slots names a column.
fn word(lane: &Lane<'_>) -> Option<String> {
    match lane {
        Lane::Unit(pool, unit) => Some(of_unit(pool, unit)),
        Lane::WithoutUnit(pool) => Some(of_pool(&pool.id)),
        Lane::Menu(menu) => Some(of_menu(&menu.id)),
        Lane::Former(..) => None,
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
    let to = |path: String| path::with_unit(&DayView::Grid.named_in(&path), lane.unit());
    let is_of_units = matches!(lane, Lane::Unit(..) | Lane::WithoutUnit(_));
    let place = |(menu, place): &(&Menu, &DeskPlace<'_>)| {
        let href = to(path::of_booking(&clinic.id, day, &menu.id, place.start));
        let link = match is_of_units {
            true => places::time_of_menu(cx, menu, place, href),
            false => places::time(cx, menu, place, href),
        };
        // Where a visit is moved that is dropped on it.
        html! { div data-place=(to(path::from_move(day, &menu.id, place.start))) data-start=(place.start) data-menu=(menu.id) { (link) } }
    };
    html! {
        @for visit in &cell.visits { (block(cx, clinic, visit, is_of_units)) }
        @if let Some(line) = cell.going_on.filter(|_| cell.visits.is_empty()) {
            span .quiet { "↑ " (line.reservation.attendee.person.full_name()) }
        }
        @if cell.is_away && cell.visits.is_empty() && cell.going_on.is_none() { span .quiet { (words::desk::of(cx.lang).unit.is_away) } }
        @if is_of_units {
            // Of several menus that could begin at the same time, the first is one tap away and the others two.
            @for at_once in cell.places.chunk_by(|(_, one), (_, next)| one.start == next.start) {
                @if let Some((first, others)) = at_once.split_first() {
                    (place(first))
                    @if !others.is_empty() {
                        details .grid-others {
                            summary { (words::desk::of(cx.lang).change.other_menus) }
                            @for other in others { (place(other)) }
                        }
                    }
                }
            }
        } @else {
            @for one in &cell.places { (place(one)) }
        }
    }
}

/// A visit where it starts: when, who, for what where the lane does not say it, and how far it has come.
fn block(cx: &Cx, clinic: &Clinic, line: &BookLine, is_of_units: bool) -> Markup {
    let visit = &line.reservation;
    let moves = visit.is_expected().then(|| path::of_move(&clinic.id, visit.id, visit.slot.day));
    html! {
        a .grid-visit #(path::anchor(visit.id)) href=(DayView::Grid.of_visit(path::VISIT, &clinic.id, visit.id)) data-state=(line::state(visit)) data-move=[moves] data-menu=(visit.slot.menu) {
            span { (visit.slot.start) }
            " " strong { (visit.attendee.person.full_name()) }
            @if is_of_units { " " span { (as_written(cx.lang, visit.service.own_name())) } }
            @if !visit.is_expected() { " " span { (words::status(cx.lang, visit.status)) } }
            @for mark in [Mark::ClosedSlot, Mark::Overbooked].into_iter().filter(|mark| line.marks.contains(mark)) {
                " " span { ((words::of(cx.lang).line.mark)(mark)) }
            }
        }
    }
}
