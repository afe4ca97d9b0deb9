//! Between which days several menus can be booked, whatever is free then. Where only some of them set the limits, it is said which.
//!
//! Pure: menus, days, moment and what is taken come as arguments.

use super::availability::Availability;
use super::occupancy::Taken;
use super::reason::Reason;
use crate::clinic::{Menu, MenuId};
use crate::clock::Moment;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use time::Date;

/// A limit of the days on which a menu can be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayLimit {
    /// The first day.
    From(Date),
    /// The last day.
    Until(Date),
    /// The first of the days that are not open yet opens then.
    Opens(Moment),
}

/// A menu that limits the days on which it can be booked together with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MenuLimit<'a> {
    /// The menu.
    pub menu: &'a Menu,
    /// The limit.
    pub limit: DayLimit,
}

/// The limits that lie within these days, or bar all of them, and are not those of every menu. Nothing of one menu alone.
pub fn menu_limits<'a>(
    menus: impl Iterator<Item = &'a Menu>,
    days: RangeInclusive<Date>,
    now: Moment,
) -> Vec<MenuLimit<'a>> {
    let mut different: Vec<&Menu> = Vec::new();
    for menu in menus {
        if different.iter().all(|known| known.id != menu.id) {
            different.push(menu);
        }
    }
    let (first, last) = (now.jst_date().max(*days.start()), *days.end());
    let from = |menu: &Menu| menu.valid_from.unwrap_or(Date::MIN).max(menu.closes.first_day(now));
    let until = |menu: &Menu| menu.valid_until.unwrap_or(Date::MAX);
    // The first of these days that is not open for all.
    let shut = different.iter().filter_map(|menu| menu.opens.first_shut_day(now)).min().map(|day| day.max(first));
    let opens = |menu: &Menu| shut.map_or(now, |day| menu.opens.of(day));
    let latest_from = different.iter().map(|menu| from(menu)).max().filter(|day| first < *day);
    let earliest_until = different.iter().map(|menu| until(menu)).min().filter(|day| *day < last);
    let latest_opens = shut.filter(|day| *day <= last).and_then(|_| different.iter().map(|menu| opens(menu)).max());
    let mut found = Vec::new();
    let mut add = |limit: Option<DayLimit>, sets: &dyn Fn(&Menu) -> bool| {
        let own: Vec<&'a Menu> = different.iter().copied().filter(|menu| sets(menu)).collect();
        if let Some(limit) = limit.filter(|_| own.len() < different.len()) {
            found.extend(own.into_iter().map(|menu| MenuLimit { menu, limit }));
        }
    };
    add(latest_from.map(DayLimit::From), &|menu| Some(from(menu)) == latest_from);
    add(earliest_until.map(DayLimit::Until), &|menu| Some(until(menu)) == earliest_until);
    add(latest_opens.map(DayLimit::Opens), &|menu| Some(opens(menu)) == latest_opens);
    found
}

/// What stands against a day, with the menu against which it stands; nothing where all who come have the same menu, or the same
/// stands against all menus.
pub(super) fn against<'p, 'a: 'p>(
    people: impl Iterator<Item = &'p Availability<'a>>,
    day: Date,
    taken: &Taken,
) -> Vec<(MenuId, Reason)> {
    let mut menus: BTreeSet<&MenuId> = BTreeSet::new();
    let mut found: Vec<(MenuId, Reason)> = Vec::new();
    for one in people {
        menus.insert(&one.menu().id);
        let reason = one.outlook(day, taken, 1).places.err().map(|reason| (one.menu().id.clone(), reason));
        if let Some(new) = reason.filter(|reason| !found.contains(reason)) {
            found.push(new);
        }
    }
    let of_all =
        found.len() == menus.len() && found.iter().all(|(_, reason)| Some(reason) == found.first().map(|one| &one.1));
    if menus.len() < 2 || of_all { Vec::new() } else { found }
}
