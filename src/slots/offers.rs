//! A clinic with its menus as the patient finds them: what is on offer.
//!
//! Whether a slot is free is decided in `query`.

use super::offer::Offer;
use crate::clinic::{self, Audience, Clinic, ClinicId, Menu, MenuId, Visit};
use crate::store::{Reader, Result};
use std::sync::Arc;

/// A clinic with its menus, or those of them that are needed, read once for all that follows.
#[derive(Clone, Debug)]
pub struct Offers {
    /// The clinic.
    pub clinic: Arc<Clinic>,
    /// Its menus in their order.
    pub menus: Vec<Menu>,
}

impl Offers {
    /// Reads a clinic with all its menus.
    pub fn of(r: &dyn Reader, id: &ClinicId) -> Result<Option<Self>> {
        let Some(clinic) = clinic::rows::find(r, id)? else { return Ok(None) };
        Ok(Some(Self { menus: clinic::rows::menus(r, id)?, clinic }))
    }

    /// Reads a clinic with one of its menus, and with the others only where that one shares places or is in a series with them.
    pub fn of_menu(r: &dyn Reader, id: &ClinicId, menu: &MenuId) -> Result<Option<Self>> {
        let Some(clinic) = clinic::rows::find(r, id)? else { return Ok(None) };
        let menus = match clinic::rows::menu(r, id, menu)? {
            Some(menu) if menu.pool.is_some() || menu.series.is_some() => clinic::rows::menus(r, id)?,
            found => found.into_iter().collect(),
        };
        Ok(Some(Self { clinic, menus }))
    }

    /// The menus that patients see.
    pub fn for_patients(&self) -> impl Iterator<Item = &Menu> {
        self.menus.iter().filter(|menu| menu.audience == Audience::Patients)
    }

    /// A menu, whoever may book it.
    pub fn any(&self, menu: &MenuId) -> Option<Offer<'_>> {
        let menu = self.menus.iter().find(|own| own.id == *menu)?;
        Some(Offer::of(&self.clinic, &self.menus, menu))
    }

    /// A menu that patients see, for such a visit.
    pub fn offer(&self, menu: &MenuId, visit: Visit) -> Option<Offer<'_>> {
        let menu = self.for_patients().find(|own| own.id == *menu && own.visits.hold(visit))?;
        Some(Offer::of(&self.clinic, &self.menus, menu))
    }
}
