//! Whether the account's indexes say what the accounts say, for `mypage check`. Nothing is mended here.

use super::care::{CARES, PEOPLE};
use super::care_record::SharingRole;
use super::coming_of_age::{DUE, due};
use super::known_device::{BY_DEVICE, DEVICES};
use super::relation::Relation;
use super::rows::{ACCOUNTS, BY_ADDRESS, BY_CUSTOMER_ID};
use super::share::SHARED;
use crate::store::{Finding, IndexTally, Reader, Result, Tally};
use std::iter::repeat_n;

#[cfg(test)]
mod tests;

/// Compares whom accounts book for with the people that there are and with who shares them, in both directions.
///
/// # Errors
/// When a row cannot be read.
pub fn check_people(r: &dyn Reader) -> Result<Vec<Finding>> {
    let (mut found, mut held, mut shared) = (Vec::new(), Tally::default(), Tally::default());
    ACCOUNTS.each(r, |id, _| {
        if CARES.get(r, id)?.is_none() {
            found.push(CARES.finding("lacks an account, which has no person of its own"));
        }
        Ok(())
    })?;
    CARES.each(r, |account, cares| {
        if ACCOUNTS.get(r, account)?.is_none() {
            found.push(CARES.finding("is of an account that is not there"));
        }
        if cares.iter().filter(|care| care.relation == Relation::Own).count() != 1 {
            found.push(CARES.finding("has not one person of the account's own"));
        }
        for care in cares {
            let role = care.sharing.map(|sharing| sharing.role);
            if role != Some(SharingRole::Partner) {
                held.find(&care.person, &(), 1);
            }
            if let Some(role) = role {
                shared.find(&care.person, &(account, role == SharingRole::Holder), 1);
            }
            if PEOPLE.get(r, &care.person)?.is_none() {
                found.push(CARES.finding("names a person who is not there"));
            }
        }
        Ok(())
    })?;
    PEOPLE.each(r, |id, _| {
        held.require(id, &());
        Ok(())
    })?;
    SHARED.each(r, |person, who| {
        who.accounts().for_each(|account| shared.require(person, &(&account, account == who.holder)));
        Ok(())
    })?;
    if found.is_empty() && !held.agrees() {
        found.push(PEOPLE.finding("holds somebody for whom no account books, or who stands in two"));
    }
    DUE.each(r, |(at, id), _| {
        if PEOPLE.get(r, id)?.is_none_or(|person| due(person.birth_date) != *at) {
            found.push(DUE.finding("names somebody who is not there, or who comes of age on another day"));
        }
        Ok(())
    })?;
    if !shared.agrees() {
        found.push(SHARED.finding("does not say who shares somebody"));
    }
    Ok(found)
}

/// Compares accounts and indexes in both directions.
///
/// # Errors
/// When a row cannot be read.
pub fn check_indexes(r: &dyn Reader) -> Result<Vec<Finding>> {
    let (mut addresses, mut numbers) = (IndexTally::of(&BY_ADDRESS), IndexTally::of(&BY_CUSTOMER_ID));
    let count = |addresses: &mut IndexTally<_, _>, numbers: &mut IndexTally<_, _>| {
        ACCOUNTS.each(r, |id, account| {
            addresses.require(&account.address.key(), id)?;
            numbers.require(&account.customer_id, id)
        })?;
        addresses.find_all(r)?;
        numbers.find_all(r)
    };
    count(&mut addresses, &mut numbers)?;
    if !addresses.agrees() || !numbers.agrees() {
        addresses.look_closer();
        numbers.look_closer();
        count(&mut addresses, &mut numbers)?;
    }
    let stray_address = BY_ADDRESS.finding("names an account that is not there or has another address");
    let stray_number = BY_CUSTOMER_ID.finding("names an account that is not there or has another number");
    let mut devices = IndexTally::of_live(&BY_DEVICE);
    let count = |devices: &mut IndexTally<_, _>| {
        DEVICES.each_live(r, |(account, device), _, ends| devices.require_until(&(*device, *account), &(), ends))?;
        devices.find_live(r, &BY_DEVICE)
    };
    count(&mut devices)?;
    if !devices.agrees() {
        devices.look_closer();
        count(&mut devices)?;
    }
    let stray_device = BY_DEVICE.finding("names a device that is not known to its account");
    Ok(repeat_n(BY_ADDRESS.finding("lacks an account, which cannot sign in"), addresses.missing())
        .chain(repeat_n(BY_CUSTOMER_ID.finding("lacks an account"), numbers.missing()))
        .chain(repeat_n(BY_DEVICE.finding("lacks a device that an account knows"), devices.missing()))
        .chain(repeat_n(stray_device, devices.strangers()))
        .chain(repeat_n(stray_address, addresses.strangers()))
        .chain(repeat_n(stray_number, numbers.strangers()))
        .collect())
}
