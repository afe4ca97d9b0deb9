//! 担当 of a slot, as the rows have it: which units are free, and which one it gets.

use super::occupancy::Taken;
use super::offer::Offer;
use super::rows;
use super::slot::Slot;
use super::units::{UnitState, UnitsOfDay, has_no_choice, with_unit};
use crate::clinic::{ClinicId, UnitName};
use crate::store::{Reader, Result};
use time::Date;

/// The slot with a unit that is free then, where none is asked for: the one that it has, or the first. The place that is given up for
/// it does not count.
///
/// # Errors
/// What the store says.
pub fn with_free_unit(r: &dyn Reader, offer: Offer<'_>, slot: Slot, instead_of: Option<&Slot>) -> Result<Slot> {
    if has_no_choice(offer, &slot) {
        return Ok(slot);
    }
    let taken = taken_beside(r, &offer.clinic.id, slot.day, instead_of)?;
    Ok(with_unit(offer, slot, &taken))
}

/// What becomes of each unit of a menu at the time of a slot, in their order. The place that is given up for it does not count.
///
/// # Errors
/// What the store says.
pub fn units_at<'a>(
    r: &dyn Reader,
    offer: Offer<'a>,
    slot: &Slot,
    instead_of: Option<&Slot>,
) -> Result<Vec<(&'a UnitName, UnitState)>> {
    if offer.pool().is_none_or(|pool| pool.units.is_empty()) {
        return Ok(Vec::new());
    }
    let units = UnitsOfDay::of(offer, slot.day, &taken_beside(r, &offer.clinic.id, slot.day, instead_of)?);
    Ok(units.map_or_else(Vec::new, |units| units.states(slot.start, &offer.menu.lasting(slot.minutes)).collect()))
}

/// What is taken on a day without the place that is given up.
pub(super) fn taken_beside(r: &dyn Reader, clinic: &ClinicId, day: Date, instead_of: Option<&Slot>) -> Result<Taken> {
    let mut taken = rows::taken(r, clinic, day..=day, None)?.remove(&day).unwrap_or_default();
    if let Some(old) = instead_of.filter(|old| old.day == day) {
        taken.remove(old);
    }
    Ok(taken)
}
