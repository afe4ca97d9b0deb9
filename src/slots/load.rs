//! How full a day is: of the places that a clinic offers on it, how many are taken.
//!
//! Pure: what is taken comes as an argument, from the one row of the day.

use super::occupancy::Taken;
use super::offer::Offer;
use super::offers::Offers;
use super::units::Units;
use crate::clinic::schedule::Timetable;
use crate::clinic::{Menu, PoolId, TimeOfDay};
use std::collections::BTreeMap;
use time::Date;

/// How full a day is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayLoad {
    /// Places taken.
    pub taken: u32,
    /// Places offered.
    pub offered: u32,
}

/// How full a day of a clinic is. Of menus that share places, those of the one that starts most often count.
pub fn day_load(offers: &Offers, day: Date, taken: &Taken) -> DayLoad {
    let mut offered = 0_u32;
    let mut pools: BTreeMap<&PoolId, u32> = BTreeMap::new();
    for menu in &offers.menus {
        let (pool, places) = places(offers, menu, day, taken);
        match pool {
            None => offered = offered.saturating_add(places),
            Some(pool) => {
                let most = pools.entry(pool).or_default();
                *most = places.max(*most);
            }
        }
    }
    let offered = pools.values().fold(offered, |sum, places| sum.saturating_add(*places));
    DayLoad { taken: taken.count(), offered }
}

/// How many places a menu has on a day, and with which others it shares them.
fn places<'a>(offers: &'a Offers, menu: &'a Menu, day: Date, taken: &Taken) -> (Option<&'a PoolId>, u32) {
    let timetable = Timetable::of(&offers.clinic, menu);
    let starts = timetable.starts(day).unwrap_or_default();
    let pool = Offer::of(&offers.clinic, &offers.menus, menu).pool();
    let units = pool.map(|pool| Units::of(pool, day, taken));
    let at = |start: &TimeOfDay| units.as_ref().map_or(u32::from(menu.places), |of| of.places(*start, menu.minutes));
    let places = starts.iter().map(at).fold(0, u32::saturating_add);
    let most = menu.places_per_day.filter(|_| pool.is_none()).unwrap_or(u32::MAX);
    (pool.map(|pool| &pool.id), places.min(most))
}
