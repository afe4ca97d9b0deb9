//! 予約台帳 of a day as a grid: a row for each quarter of an hour in which something starts, a column for each lane: a unit of what
//! menus share, or else a menu. A visit stands where it starts, and a free place beside it.

use crate::clinic::schedule;
use crate::clinic::{Menu, MenuId, Pool, PoolId, TimeOfDay, UnitName};
use crate::console::book::{BookLine, DayBook};
use crate::slots::{DeskPlace, MenuPlaces, Offers, Reason, Slot, UnitState};
use std::collections::BTreeMap;

/// How many minutes a row stands for.
pub const ROW_MINUTES: u16 = 15;

/// The grid of a day.
pub struct DayGrid<'a> {
    /// The lanes that have a visit or a place on that day, in the order of the menus.
    pub columns: Vec<Lane<'a>>,
    /// The rows, in the order of their times.
    pub rows: Vec<GridRow<'a>>,
    /// The menus of the clinic.
    pub menus: &'a [Menu],
    /// Why nobody is taken on the whole day.
    pub closed: Option<Reason>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lane<'a> {
    /// A unit of what menus share.
    Unit(&'a PoolId, &'a UnitName),
    /// The visits of a pool that have no unit, or one that the clinic does not have any more.
    WithoutUnit(&'a Pool),
    /// A menu that shares nothing with units.
    Menu(&'a Menu),
    /// A menu that the clinic does not have any more, with its name as it was booked.
    Former(&'a MenuId, &'a str),
}

/// A row: what starts from its time on.
pub struct GridRow<'a> {
    /// When it begins.
    pub from: TimeOfDay,
    /// The cells, one a column.
    pub cells: Vec<GridCell<'a>>,
}

/// What starts in a row of a column.
#[derive(Clone, Default)]
pub struct GridCell<'a> {
    /// The visits, in the order of their times.
    pub visits: Vec<&'a BookLine>,
    /// The times that can be booked, each with its menu.
    pub places: Vec<(&'a Menu, &'a DeskPlace<'a>)>,
    /// Whether the unit of the column is not there.
    pub is_away: bool,
    /// The visit of the unit that goes on from a row above.
    pub going_on: Option<&'a BookLine>,
}

impl<'a> DayGrid<'a> {
    /// The grid of a book and its free places. Cancelled visits are left out.
    pub fn of(book: &'a DayBook, menus: &'a [MenuPlaces<'a>], offers: &'a Offers) -> Self {
        let visits: Vec<&BookLine> = book.lines.iter().filter(|line| line.reservation.is_booked()).collect();
        let columns = columns(&visits, menus, offers);
        let mut rows: BTreeMap<u16, Vec<GridCell<'a>>> = BTreeMap::new();
        let empty = || vec![GridCell::default(); columns.len()];
        for &line in &visits {
            let row = rows.entry(row_of(line.reservation.slot.start)).or_insert_with(empty);
            let lane = lane_of_visit(line, offers);
            if let Some(cell) = columns.iter().position(|of| *of == lane).and_then(|at| row.get_mut(at)) {
                cell.visits.push(line);
            }
        }
        for of in menus {
            for one in of.places.iter().filter(|one| 0 < one.left) {
                let row = rows.entry(row_of(one.start)).or_insert_with(empty);
                let lanes = columns.iter().enumerate().filter(|(_, lane)| lane.has_place(of.menu, one, offers));
                for (at, _) in lanes {
                    row[at].places.push((of.menu, one));
                }
            }
            for one in &of.places {
                let Some(row) = rows.get_mut(&row_of(one.start)) else { continue };
                for (cell, lane) in row.iter_mut().zip(&columns) {
                    cell.is_away |= lane.is_away(of.menu, one);
                }
            }
        }
        for &line in visits.iter().filter(|line| line.reservation.holds_place()) {
            let slot = &line.reservation.slot;
            let lane = lane_of_visit(line, offers);
            let Some(at) = columns.iter().position(|of| *of == lane && of.unit().is_some()) else { continue };
            let below = row_of(slot.start) + ROW_MINUTES..slot.start.minutes().saturating_add(slot.minutes);
            if below.is_empty() {
                continue;
            }
            rows.range_mut(below).for_each(|(_, row)| row[at].going_on = Some(line));
        }
        rows.values_mut().flatten().for_each(|cell| cell.places.sort_by_key(|(_, place)| place.start));
        let rows = rows
            .into_iter()
            .filter_map(|(minute, cells)| Some(GridRow { from: TimeOfDay::of_minutes(minute)?, cells }));
        let rows = rows.collect();
        let closed = schedule::closed_all_day(&offers.clinic, &offers.menus, book.day).map(Reason::from);
        Self { columns, rows, menus: &offers.menus, closed }
    }
}

impl Lane<'_> {
    /// The unit, if it is the lane of one.
    pub const fn unit(&self) -> Option<&UnitName> {
        match self {
            Self::Unit(_, unit) => Some(unit),
            _ => None,
        }
    }

    /// Whether the lane is of a unit that is not there at a place of a menu.
    fn is_away(&self, menu: &Menu, place: &DeskPlace<'_>) -> bool {
        match self {
            Self::Unit(pool, unit) => menu.pool.as_ref() == Some(pool) && place.unit(unit) == Some(UnitState::Away),
            _ => false,
        }
    }

    /// Whether a free place of a menu stands in the lane: of a menu with units, in those of the units that are free then.
    fn has_place(&self, menu: &Menu, place: &DeskPlace<'_>, offers: &Offers) -> bool {
        match self {
            Self::Unit(pool, unit) => menu.pool.as_ref() == Some(pool) && place.unit(unit) == Some(UnitState::Free),
            Self::WithoutUnit(pool) => menu.pool.as_ref() == Some(&pool.id) && !place.has_free_unit(),
            Self::Menu(own) => own.id == menu.id && pool_with_units(menu, offers).is_none(),
            Self::Former(..) => false,
        }
    }
}

/// The lanes in the order of the menus. Those of units stand where the first menu of their pool does.
fn columns<'a>(visits: &[&'a BookLine], menus: &[MenuPlaces<'a>], offers: &'a Offers) -> Vec<Lane<'a>> {
    let mut columns: Vec<Lane<'a>> = Vec::new();
    let taken: Vec<Lane<'a>> = visits.iter().map(|line| lane_of_visit(line, offers)).collect();
    for menu in &offers.menus {
        let places = menus.iter().find(|of| of.menu.id == menu.id).map_or(&[][..], |of| &of.places);
        let lanes: Vec<Lane<'a>> = match pool_with_units(menu, offers) {
            Some(pool) => {
                let units = pool.units.iter().map(|unit| Lane::Unit(&pool.id, unit));
                units.chain([Lane::WithoutUnit(pool)]).collect()
            }
            None => vec![Lane::Menu(menu)],
        };
        for lane in lanes {
            let is_used = |lane: &Lane<'_>| {
                taken.contains(lane) || places.iter().any(|one| 0 < one.left && lane.has_place(menu, one, offers))
            };
            // A unit has its column on every day on which its pool is booked at all, so that nobody looks for it.
            let stands = is_used(&lane) || (matches!(lane, Lane::Unit(..)) && !places.is_empty());
            if stands && !columns.contains(&lane) {
                columns.push(lane);
            }
        }
    }
    for lane in taken {
        if matches!(lane, Lane::Former(..)) && !columns.contains(&lane) {
            columns.push(lane);
        }
    }
    columns
}

fn lane_of_visit<'a>(line: &'a BookLine, offers: &'a Offers) -> Lane<'a> {
    let slot = &line.reservation.slot;
    let Some(menu) = offers.menus.iter().find(|menu| menu.id == slot.menu) else {
        return Lane::Former(&slot.menu, &line.reservation.service.name);
    };
    match pool_with_units(menu, offers) {
        Some(pool) => lane_of_pool(slot, pool),
        None => Lane::Menu(menu),
    }
}

fn lane_of_pool<'a>(slot: &Slot, pool: &'a Pool) -> Lane<'a> {
    let unit = slot.unit_name().and_then(|unit| pool.unit(unit.as_str()));
    unit.map_or(Lane::WithoutUnit(pool), |unit| Lane::Unit(&pool.id, unit))
}

/// What a menu shares, if that has units.
fn pool_with_units<'a>(menu: &Menu, offers: &'a Offers) -> Option<&'a Pool> {
    let id = menu.pool.as_ref()?;
    offers.clinic.pools.iter().find(|pool| pool.id == *id && !pool.units.is_empty())
}

fn row_of(start: TimeOfDay) -> u16 {
    start.minutes() / ROW_MINUTES * ROW_MINUTES
}
