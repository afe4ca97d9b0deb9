//! Coming reservations that the clinic's rules do not offer any more: after a closure, shorter hours, fewer places.
//!
//! They stay booked, since a patient was promised the visit; the clinic is told, so that somebody calls.

use super::model::{Reservation, ReservationId};
use super::rows::{self, BY_START};
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::slots::{Availability, Offer, Offers, Reason, Taken};
use crate::store::{Reader, Result};
use std::collections::BTreeMap;
use time::Date;

/// How many coming reservations are looked at: more than a clinic has.
const MOST: usize = 20_000;

/// A reservation that could not be booked under the rules of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranded {
    /// The reservation.
    pub reservation: Reservation,
    /// Why; `None` when the clinic does not have its menu any more.
    pub reason: Option<Reason>,
}

/// The coming reservations of a clinic that its rules do not offer any more, the next one first. Where there are fewer
/// places than reservations, those that were booked first keep theirs.
pub fn stranded(r: &dyn Reader, clinic: &ClinicId) -> Result<Vec<Stranded>> {
    let now = r.now();
    let Some(offers) = Offers::of(r, clinic)? else { return Ok(Vec::new()) };
    let from = (clinic.clone(), now, ReservationId::FIRST);
    let until = (clinic.clone(), Moment::from_millis(i64::MAX), ReservationId::LAST);
    let mut days: BTreeMap<Date, Vec<Reservation>> = BTreeMap::new();
    for ((_, _, id), ()) in BY_START.range(r, from..=until, MOST)? {
        if let Some(booked) = rows::find(r, id)?.filter(Reservation::is_booked) {
            days.entry(booked.slot.day).or_default().push(booked);
        }
    }
    Ok(days.into_values().flat_map(|day| of_day(&offers, day)).collect())
}

/// Books the reservations of a day anew, in the order in which they were booked; what cannot be is stranded.
fn of_day(offers: &Offers, mut day: Vec<Reservation>) -> Vec<Stranded> {
    day.sort_by_key(|reservation| (reservation.booked, reservation.number));
    let (mut taken, mut found) = (Taken::default(), Vec::new());
    for reservation in day {
        match judge(offers, &reservation, &taken) {
            Standing::Offered => taken.add(&reservation.slot),
            Standing::Refused(reason) => found.push(Stranded { reservation, reason: Some(reason) }),
            Standing::NoMenu => found.push(Stranded { reservation, reason: None }),
        }
    }
    found.sort_by_key(|one| (one.reservation.slot.start, one.reservation.number));
    found
}

/// What a clinic's rules of today say of a reservation.
enum Standing {
    /// They offer it.
    Offered,
    /// They refuse it.
    Refused(Reason),
    /// The clinic does not have its menu any more.
    NoMenu,
}

/// What the rules say of a reservation beside those.
fn judge(offers: &Offers, reservation: &Reservation, taken: &Taken) -> Standing {
    let slot = &reservation.slot;
    let Some(menu) = offers.menus.iter().find(|menu| menu.id == slot.menu) else { return Standing::NoMenu };
    // A patient who asked for a unit was promised that one.
    let offer = Offer::of(&offers.clinic, &offers.menus, menu).with(slot.asked_unit());
    // At that moment nothing stands against a slot but the rules and the other reservations.
    let opened = menu.opens.of(slot.day);
    match Availability::of(offer, None, opened).lasting(slot.minutes).slot(slot.day, slot.start, taken) {
        Ok(_) => Standing::Offered,
        Err(reason) => Standing::Refused(reason),
    }
}
