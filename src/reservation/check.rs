//! Whether the reservation's indexes say what the reservations say, for `mypage check`. Nothing is mended here.
//!
//! Each index is compared in both directions. No moment is known: what may have been dropped because it was past is told
//! by the latest change of any reservation.

use super::model::{Reservation, ReservationId};
use super::occupancy::Taken;
use super::store::{BY_LINK, BY_NUMBER, BY_START, COMING, REMINDERS, RESERVATIONS, TAKEN, coming_key};
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::store::{Finding, Reader, Result};
use std::collections::BTreeMap;
use time::Date;

/// Compares reservations and indexes in both directions, and counts the places taken anew.
///
/// # Errors
/// When a row cannot be read.
pub fn check_indexes(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let mut taken: BTreeMap<(ClinicId, Date), Taken> = BTreeMap::new();
    let mut latest = Moment::from_millis(i64::MIN);
    RESERVATIONS.each(r, |_, reservation| {
        latest = latest.max(reservation.changed());
        if reservation.is_booked() {
            taken.entry((reservation.clinic.clone(), reservation.slot.day)).or_default().add(&reservation.slot);
        }
        Ok(())
    })?;
    RESERVATIONS.each(r, |id, reservation| {
        if *id != reservation.id {
            findings.push(RESERVATIONS.finding("holds a reservation under another's reference"));
        }
        lacking(r, reservation, latest, &mut findings)
    })?;
    strangers(r, &mut findings)?;
    TAKEN.each(r, |key, stored| {
        if taken.remove(key).as_ref() != Some(stored) {
            findings.push(TAKEN.finding("does not say what is booked on a day"));
        }
        Ok(())
    })?;
    findings.extend(taken.keys().map(|_| TAKEN.finding("lacks a day on which something is booked")));
    Ok(findings)
}

/// Where a reservation should be listed and is not.
fn lacking(r: &dyn Reader, reservation: &Reservation, latest: Moment, findings: &mut Vec<Finding>) -> Result<()> {
    let (id, start, clinic) = (reservation.id, reservation.slot.starts(), &reservation.clinic);
    let mut lack = |name: Finding| findings.push(name);
    if BY_NUMBER.get(r, &(clinic.clone(), reservation.number))? != Some(id) {
        lack(BY_NUMBER.finding("lacks a reservation"));
    }
    if BY_START.get(r, &(clinic.clone(), start, id))?.is_none() {
        lack(BY_START.finding("lacks a reservation"));
    }
    if let Some(link) = reservation.link
        && BY_LINK.get(r, &(link, start, id))?.is_none()
    {
        lack(BY_LINK.finding("lacks a reservation, which its patient does not see"));
    }
    if !reservation.is_booked() {
        return Ok(());
    }
    let coming = COMING.get(r, &coming_key(reservation))?.unwrap_or_default();
    if latest < start && !coming.contains(&(start, id)) {
        lack(COMING.finding("lacks a visit, which does not count for the limit"));
    }
    if let Some(due) = reservation.reminder
        && REMINDERS.get(r, &(due, id))?.is_none()
    {
        lack(REMINDERS.finding("lacks a reservation, of which nobody is reminded"));
    }
    Ok(())
}

/// What is listed and does not belong there.
fn strangers(r: &dyn Reader, findings: &mut Vec<Finding>) -> Result<()> {
    let mut report = |belongs: bool, stranger: Finding| findings.extend((!belongs).then_some(stranger));
    BY_NUMBER.each(r, |(clinic, number), id| {
        let belongs = is(r, id, |found| found.clinic == *clinic && found.number == *number)?;
        report(belongs, BY_NUMBER.finding("names a reservation that is not there or has another number"));
        Ok(())
    })?;
    BY_START.each(r, |(clinic, start, id), ()| {
        let belongs = is(r, id, |found| found.clinic == *clinic && found.slot.starts() == *start)?;
        report(belongs, BY_START.finding("names a reservation that is not there or is at another time"));
        Ok(())
    })?;
    BY_LINK.each(r, |(link, start, id), ()| {
        let belongs = is(r, id, |found| found.link == Some(*link) && found.slot.starts() == *start)?;
        report(belongs, BY_LINK.finding("names a reservation that is not there or is under another link"));
        Ok(())
    })?;
    REMINDERS.each(r, |(due, id), ()| {
        let belongs = is(r, id, |found| found.is_booked() && found.reminder == Some(*due))?;
        report(belongs, REMINDERS.finding("would remind of what is not booked, or at another time"));
        Ok(())
    })?;
    COMING.each(r, |key, visits| {
        for (at, (start, id)) in visits.iter().enumerate() {
            let mine = |found: &Reservation| found.is_booked() && coming_key(found) == *key;
            let once = !visits.iter().take(at).any(|(_, other)| other == id);
            let belongs = once && is(r, id, |found| mine(found) && found.slot.starts() == *start)?;
            report(belongs, COMING.finding("counts a visit that is not booked, or twice"));
        }
        Ok(())
    })
}

fn is(r: &dyn Reader, id: &ReservationId, fits: impl Fn(&Reservation) -> bool) -> Result<bool> {
    Ok(RESERVATIONS.get(r, id)?.is_some_and(|found| fits(&found)))
}
