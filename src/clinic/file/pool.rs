//! `[[pool]]`: the places that menus share, and the units that they stand for.

use super::closed;
use super::value::{id, line};
use crate::clinic::{DayOff, Pool, PoolId, UnitName};
use crate::toml::{Read, Section, Value, list, number};

/// The most pools, and the most places of one.
const POOLS: usize = 20;
const PLACES: i64 = 1000;
/// The most characters of what a pool is called.
const NAME: usize = 30;
/// The most units of a pool.
const UNITS: usize = 30;
/// The most days off of the units of a pool, and of all pools: a clinic is one row, whose size has an end.
const DAYS_OFF: usize = 100;
const DAYS_OFF_IN_ALL: usize = 200;

/// Reads what the menus of a clinic share.
pub(super) fn read(root: &Section<'_>) -> Vec<Pool> {
    let mut pools: Vec<Pool> = Vec::new();
    for section in root.sections("pool", POOLS) {
        let (id, places) = (section.required("id", pool_id), section.required("places", number(1..=PLACES)));
        let name = section.optional("name", line(NAME));
        let units = section.optional("units", units).unwrap_or_default();
        let days_off = section.sections("day_off", DAYS_OFF);
        let days_off = days_off.into_iter().filter_map(|section| day_off(&section, &units)).collect();
        if let Some((id, places)) = id.zip(places) {
            if pools.iter().any(|other| other.id == id) {
                section.problem("id", "is the id of an earlier pool; give each its own");
            }
            pools.push(Pool { id, places, name, units, days_off });
        }
        if DAYS_OFF_IN_ALL < pools.iter().map(|pool| pool.days_off.len()).sum() {
            section.problem("day_off", &format!("all pools together have at most {DAYS_OFF_IN_ALL}"));
        }
    }
    pools
}

/// The id of a pool, where it is declared and where a menu names it.
pub(super) fn pool_id(value: &Value<'_>) -> Read<PoolId> {
    id(value, PoolId::parse)
}

fn units(value: &Value<'_>) -> Read<Vec<UnitName>> {
    let names = list(UNITS, line(UnitName::LONGEST))(value)?;
    match names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
        Some((_, twice)) => Err(format!("names \"{twice}\" twice; give each unit its own name")),
        None => Ok(names.into_iter().map(UnitName::new).collect()),
    }
}

fn day_off(section: &Section<'_>, units: &[UnitName]) -> Option<DayOff> {
    let unit = section.required("unit", line(UnitName::LONGEST)).map(UnitName::new);
    if unit.as_ref().is_some_and(|unit| !units.contains(unit)) {
        section.problem("unit", "is none of the units of this pool");
    }
    let (days, part) = (closed::days(section), section.optional("part", closed::part));
    Some(DayOff { unit: unit?, days: days?, part })
}
