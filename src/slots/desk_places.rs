//! The starts of a day as the staff see them: no deadline hides one, and what is full can be booked above its places.

use super::offer::Offer;
use super::offers::Offers;
use super::room::{Overfull, Room};
use super::slot::Slot;
use super::suspension::Suspended;
use super::unit_choice::taken_beside;
use super::units::{UnitState, UnitsOfDay};
use crate::clinic::schedule::Timetable;
use crate::clinic::{Menu, TimeOfDay, UnitName};
use crate::store::{Reader, Result};
use time::Date;

/// A start of a menu, and how many places it has left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskPlace<'a> {
    /// When the visit starts.
    pub start: TimeOfDay,
    /// How many places are left.
    pub left: u32,
    /// Where none is left: of which places, or of the first such kind, and how many are taken of how many.
    pub overfull: Option<Overfull>,
    /// What becomes of each unit then; none where the menu shares nothing that has units.
    pub units: Vec<(&'a UnitName, UnitState)>,
}

impl DeskPlace<'_> {
    /// What becomes of a unit of the menu then.
    pub fn unit(&self, name: &UnitName) -> Option<UnitState> {
        self.units.iter().find(|(unit, _)| *unit == name).map(|(_, state)| *state)
    }

    /// Whether a unit of the menu is free then.
    pub fn has_free_unit(&self) -> bool {
        self.units.iter().any(|(_, state)| *state == UnitState::Free)
    }
}

/// The starts of a menu on a day.
#[derive(Clone, Debug)]
pub struct MenuPlaces<'a> {
    /// The menu.
    pub menu: &'a Menu,
    /// Those that are still ahead, in order.
    pub places: Vec<DeskPlace<'a>>,
}

/// The starts of a day that are still ahead and that the staff have not closed, of all menus that have any, those for staff alone
/// included. The place that is given up for one of them counts as free.
///
/// # Errors
/// What the store says.
pub fn desk_places<'a>(
    r: &dyn Reader,
    offers: &'a Offers,
    day: Date,
    instead_of: Option<&Slot>,
) -> Result<Vec<MenuPlaces<'a>>> {
    let taken = taken_beside(r, &offers.clinic.id, day, instead_of)?;
    let of_menu = |menu: &'a Menu| {
        let timetable = Timetable::of(&offers.clinic, menu);
        let starts = timetable.starts(day).ok()?;
        let offer = Offer::of(&offers.clinic, &offers.menus, menu);
        let room = Room::of(offer, day, &taken);
        let units = UnitsOfDay::of(offer, day, &taken);
        let suspended = taken.suspended_for(menu);
        let closed = |start| suspended.iter().any(|one| one.what == Suspended::Slots && one.bars(start, menu.minutes));
        let ahead = starts.iter().copied().filter(|start| r.now() < start.on(day) && !closed(*start));
        let place = |start| DeskPlace {
            start,
            left: room.left(start),
            overfull: room.overfull(start).first().copied(),
            units: units.as_ref().map_or_else(Vec::new, |units| units.states(start, menu).collect()),
        };
        let places: Vec<DeskPlace<'a>> = ahead.map(place).collect();
        (!places.is_empty()).then_some(MenuPlaces { menu, places })
    };
    Ok(offers.menus.iter().filter_map(of_menu).collect())
}
