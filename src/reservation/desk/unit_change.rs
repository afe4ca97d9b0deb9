//! Another unit for a visit whose time stays. It can change once the patient has come as well: who sees them is often decided then.

use super::change::{SeenVisit, as_seen, new_objections, store_and_tell};
use super::insistence::Insistence;
use super::model::{DeskAct, NotAtDesk};
use super::told::take_back;
use crate::clinic::UnitName;
use crate::reservation::model::Reservation;
use crate::slots::{Offer, Offers, Slot};
use crate::work::{Outcome, Refuse, Work};

/// Which unit the staff give a visit.
#[derive(Clone, Debug)]
pub struct UnitChange {
    /// The visit.
    pub visit: SeenVisit,
    /// The name of the unit, as it was sent.
    pub unit: String,
    /// Why it gets this one all the same.
    pub insistence: Insistence,
    /// Whether the patient is told by mail, where they had asked for another one and are still expected.
    pub tell: bool,
}

/// Gives a visit another unit. One that has it already stays as it is.
///
/// # Errors
/// Refused with what stands against it, or where the visit can have no such unit.
pub fn change_unit(work: &mut Work<'_>, offers: &Offers, wanted: &UnitChange) -> Outcome<Reservation, NotAtDesk> {
    let old = as_seen(work, &wanted.visit)?;
    if !old.is_booked() {
        return Err(NotAtDesk::Cancelled).or_refuse();
    }
    if !old.holds_place() {
        return Err(NotAtDesk::Begun).or_refuse();
    }
    if old.slot.unit_name().is_some_and(|unit| unit.as_str() == wanted.unit) {
        return Ok(old);
    }
    let offer = offers.any(&old.slot.menu).ok_or(NotAtDesk::NoUnit).or_refuse()?;
    let unit = old.other_units(offer).find(|unit| unit.as_str() == wanted.unit);
    let unit = unit.ok_or(NotAtDesk::NoUnit).or_refuse()?;
    let slot = Slot { pool: offer.menu.pool.clone(), ..old.slot.clone() }.asking(Some(unit));
    let insisted = wanted.insistence.against(new_objections(work, &old, offer, &slot)?).or_refuse()?;
    let slot = slot.asked_as(&old.slot);
    let before = take_back(work, &old)?;
    let act = DeskAct::UnitChanged { from: old.slot.clone(), to: Some(unit.clone()) };
    let tell = (wanted.tell && old.is_expected()) || before.lacks(&old.slot);
    let new = old.at(work, offer, slot, &before).noting(work, act, insisted);
    store_and_tell(work, offer.clinic, before, new, tell, "unit changed")
}

impl Reservation {
    /// The units that the visit could have instead of its own, of those that its menu shares, in the clinic's order.
    pub fn other_units<'a>(&self, offer: Offer<'a>) -> impl Iterator<Item = &'a UnitName> {
        let units: &[UnitName] = offer.pool().map_or(&[], |pool| &pool.units);
        units.iter().filter(|unit| Some(*unit) != self.slot.unit_name())
    }
}
