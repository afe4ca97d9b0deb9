//! What is on offer: a menu among all menus of its clinic, and with which unit.

use crate::clinic::{Clinic, Menu, Pool, UnitName};

/// What is on offer: a menu among all menus of its clinic.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// Its menus; some share places with the one that is asked for.
    pub menus: &'a [Menu],
    /// The menu.
    pub menu: &'a Menu,
    /// Which unit of what the menu shares is asked for (指名), if one is. Any will do where none is.
    pub unit: Option<&'a UnitName>,
}

impl<'a> Offer<'a> {
    /// A menu, with any unit.
    pub const fn of(clinic: &'a Clinic, menus: &'a [Menu], menu: &'a Menu) -> Self {
        Self { clinic, menus, menu, unit: None }
    }

    /// The same with a unit that is asked for.
    #[must_use]
    pub const fn with(self, unit: Option<&'a UnitName>) -> Self {
        Self { unit, ..self }
    }

    /// The same with a unit that was asked for before, if the clinic still has it.
    #[must_use]
    pub fn with_known(self, unit: Option<&'a UnitName>) -> Self {
        let is_known = |unit: &&UnitName| self.pool().is_some_and(|pool| pool.units.contains(unit));
        self.with(unit.filter(is_known))
    }

    /// The unit of that name, as the staff ask for it; nothing where none is named. One that the clinic does not have any more stays one
    /// that is not there, so that no other one is given in its place unasked.
    pub fn named_unit(&self, name: &str) -> Option<UnitName> {
        let named = || UnitName::new(name.chars().take(UnitName::LONGEST).collect());
        (!name.is_empty()).then(|| self.pool().and_then(|pool| pool.unit(name)).cloned().unwrap_or_else(named))
    }

    /// 指名: the units of which patients may ask for one; none where the menu leaves them no choice.
    pub fn choosable_units(&self) -> &'a [UnitName] {
        let pool = self.pool().filter(|_| self.menu.choose_unit);
        pool.map_or(&[], |pool| &pool.units)
    }

    /// The one of that name, if it may be asked for.
    pub fn choosable_unit(&self, name: &str) -> Option<&'a UnitName> {
        self.choosable_units().iter().find(|unit| unit.as_str() == name)
    }

    /// What the menu shares with others, if anything. A pool that the clinic does not have is none.
    pub fn pool(&self) -> Option<&'a Pool> {
        let id = self.menu.pool.as_ref()?;
        self.clinic.pools.iter().find(|pool| pool.id == *id)
    }
}
