//! The clinic's tables, and the queries over them inside a given transaction.
//!
//! A clinic's rows are found under its own id only.

use super::{Clinic, ClinicId, ClinicLink, LinkId, Menu, MenuId, chart_number, pictures, registration_code};
use crate::account::AccountId;
use crate::store::{Decoded, Reader, Result, Table, Tx};
use std::sync::Arc;

const CLINICS: Table<ClinicId, Clinic> = Table::new("clinic");
static DECODED_CLINICS: Decoded<ClinicId, Clinic> = Decoded::of(CLINICS);
const MENUS: Table<(ClinicId, MenuId), Menu> = Table::new("clinic-menu");
static DECODED_MENUS: Decoded<(ClinicId, MenuId), Menu> = Decoded::of(MENUS);
const LINKS: Table<(AccountId, ClinicId), ClinicLink> = Table::new("clinic-link");

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 7] = [
    CLINICS.name(),
    MENUS.name(),
    LINKS.name(),
    registration_code::TABLES[0],
    registration_code::TABLES[1],
    chart_number::NUMBERS.name(),
    pictures::PICTURES.name(),
];

/// The most menus that a clinic has.
pub const MOST_MENUS: usize = 60;

/// The clinic of this id.
pub fn find(r: &dyn Reader, id: &ClinicId) -> Result<Option<Arc<Clinic>>> {
    DECODED_CLINICS.get(r, id)
}

/// At most `limit` clinics in the order of their ids.
pub fn list(r: &dyn Reader, limit: usize) -> Result<Vec<Arc<Clinic>>> {
    DECODED_CLINICS.first(r, limit)
}

/// A clinic's menu of this id.
pub fn menu(r: &dyn Reader, clinic: &ClinicId, id: &MenuId) -> Result<Option<Menu>> {
    Ok(DECODED_MENUS.get(r, &(clinic.clone(), id.clone()))?.map(Arc::unwrap_or_clone))
}

/// A clinic's menus in their order.
pub fn menus(r: &dyn Reader, clinic: &ClinicId) -> Result<Vec<Menu>> {
    let mut menus = DECODED_MENUS.prefix(r, clinic, MOST_MENUS)?;
    menus.sort_by_key(|menu| menu.order);
    Ok(menus.into_iter().map(Arc::unwrap_or_clone).collect())
}

/// Stores a clinic with exactly these menus, in place of what was there. It has a registration code from then on.
pub fn put(tx: &mut Tx<'_>, clinic: &Clinic, menus: &[Menu]) -> Result<()> {
    for former in DECODED_MENUS.prefix(tx, &clinic.id, MOST_MENUS)? {
        if !menus.iter().any(|kept| kept.id == former.id) {
            MENUS.delete(tx, &(clinic.id.clone(), former.id.clone()))?;
        }
    }
    for menu in menus {
        MENUS.put(tx, &(clinic.id.clone(), menu.id.clone()), menu)?;
    }
    registration_code::give(tx, &clinic.id)?;
    pictures::tidy(tx, clinic)?;
    CLINICS.put(tx, &clinic.id, clinic)
}

/// Stores what has changed in a clinic that is there. Its menus, its pictures and its registration code stay as they are.
pub fn change(tx: &mut Tx<'_>, clinic: &Clinic) -> Result<()> {
    CLINICS.put(tx, &clinic.id, clinic)
}

/// An account's registration of a clinic.
pub fn link(r: &dyn Reader, account: AccountId, clinic: &ClinicId) -> Result<Option<ClinicLink>> {
    LINKS.get(r, &(account, clinic.clone()))
}

/// An account's registrations, all of them: an account that leaves must be parted from each. There are never more of them than
/// clinics, which only the operator adds.
pub fn links(r: &dyn Reader, account: AccountId) -> Result<Vec<ClinicLink>> {
    Ok(LINKS.prefix(r, &account, usize::MAX)?.into_iter().map(|(_, link)| link).collect())
}

/// The account's registration of a clinic, made now if there is none.
pub fn register(tx: &mut Tx<'_>, account: AccountId, clinic: &ClinicId) -> Result<ClinicLink> {
    let now = tx.now();
    if let Some(link) = link(tx, account, clinic)? {
        return Ok(link);
    }
    let link = ClinicLink { id: LinkId::mint(), clinic: clinic.clone(), since: now };
    LINKS.put(tx, &(account, clinic.clone()), &link)?;
    Ok(link)
}

/// Removes an account's registration of a clinic; says whether there was one.
pub fn remove_link(tx: &mut Tx<'_>, account: AccountId, clinic: &ClinicId) -> Result<bool> {
    LINKS.delete(tx, &(account, clinic.clone()))
}
