//! Whether the staff's indexes say what their rows say, for `mypage check`. Nothing is mended here.

use super::invitation::INVITED;
use super::rows::{BY_ADDRESS, BY_CLINIC, INVITATIONS, ROLES, STAFF};
use crate::store::{Finding, IndexTally, Reader, Result};
use std::iter::repeat_n;

/// Compares staff, roles and indexes in both directions.
///
/// # Errors
/// When a row cannot be read.
pub fn check_indexes(r: &dyn Reader) -> Result<Vec<Finding>> {
    let (mut addresses, mut clinics) = (IndexTally::of(&BY_ADDRESS), IndexTally::of(&BY_CLINIC));
    let mut found = Vec::new();
    let count = |addresses: &mut IndexTally<_, _>, clinics: &mut IndexTally<_, _>| {
        STAFF.each(r, |id, staff| addresses.require(&staff.address.key(), id))?;
        addresses.find_all(r)?;
        ROLES.each(r, |(id, clinic), role| clinics.require(&(clinic.clone(), *id), role))?;
        clinics.find_all(r)
    };
    count(&mut addresses, &mut clinics)?;
    if !(addresses.agrees() && clinics.agrees()) {
        addresses.look_closer();
        clinics.look_closer();
        count(&mut addresses, &mut clinics)?;
    }
    ROLES.each(r, |(id, _), _| {
        if STAFF.get(r, id)?.is_none() {
            found.push(ROLES.finding("is of somebody who is not there"));
        }
        Ok(())
    })?;
    INVITED.each(r, |_, token| {
        if INVITATIONS.stored(r, token)?.is_none() {
            found.push(INVITED.finding("names an invitation that is not there"));
        }
        Ok(())
    })?;
    let lacks = BY_ADDRESS.finding("lacks an address, which cannot sign in");
    let stray = BY_ADDRESS.finding("names somebody who is not there or has another address");
    let unlisted = BY_CLINIC.finding("lacks somebody who works at a clinic");
    let strange = BY_CLINIC.finding("names somebody who does not work there, or in another role");
    found.extend(repeat_n(lacks, addresses.missing()).chain(repeat_n(stray, addresses.strangers())));
    found.extend(repeat_n(unlisted, clinics.missing()).chain(repeat_n(strange, clinics.strangers())));
    Ok(found)
}
