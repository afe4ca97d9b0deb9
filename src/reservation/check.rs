//! Whether the reservation's indexes say what the reservations say, for `mypage check`. Nothing is mended here.
//!
//! Each index is compared in both directions, in one pass over the reservations and one over the index. No moment is
//! given: what may have been dropped because it was past follows from the latest change of any reservation.

use super::listed_visits::ListedVisits;
use super::listing::{PersonListing, Summary};
use super::model::{GroupId, Reservation, ReservationId};
use super::number::ReservationNumber;
use super::rows::{BY_GROUP, BY_LINK, BY_NUMBER, BY_PERSON, BY_START, REMINDERS, RESERVATIONS};
use crate::account::share;
use crate::clinic::{ClinicId, LinkId};
use crate::clock::Moment;
use crate::person::PersonId;
use crate::slots::rows::TAKEN;
use crate::slots::{Taken, visit_of};
use crate::store::{Finding, IndexTally, Reader, Result, Tally};
use std::collections::BTreeMap;
use std::iter::repeat_n;
use time::Date;

/// Compares reservations and indexes in both directions, and counts the places taken anew.
///
/// # Errors
/// When a row cannot be read.
pub fn check_indexes(r: &dyn Reader) -> Result<Vec<Finding>> {
    let mut indexes = Indexes::new();
    let mut visits = ListedVisits::of(r)?;
    let mut taken = Tally::default();
    let mut misplaced = 0;
    RESERVATIONS.each(r, |id, reservation| {
        misplaced += usize::from(*id != reservation.id);
        visits.require(reservation);
        if reservation.holds_place() {
            taken.require(&(&reservation.clinic, reservation.slot.day), &visit_of(&reservation.slot));
        }
        indexes.require(r, reservation)
    })?;
    indexes.find_all(r)?;
    if !indexes.agree() {
        indexes.look_closer();
        RESERVATIONS.each(r, |_, reservation| indexes.require(r, reservation))?;
        indexes.find_all(r)?;
    }
    let mut findings = vec![RESERVATIONS.finding("holds a reservation under another's reference"); misplaced];
    findings.extend(indexes.missing());
    findings.extend(visits.missing());
    findings.extend(indexes.strangers());
    findings.extend(visits.strangers());
    check_taken(r, &mut taken, &mut findings)?;
    Ok(findings)
}

/// The indexes that name every reservation, or some of them, by one entry each.
struct Indexes {
    by_number: IndexTally<(ClinicId, ReservationNumber), ReservationId>,
    by_start: IndexTally<(ClinicId, Moment, ReservationId), ()>,
    by_link: IndexTally<(LinkId, Moment, ReservationId), Summary>,
    by_group: IndexTally<(GroupId, ReservationId), ()>,
    by_person: IndexTally<(PersonId, Moment, ReservationId), PersonListing>,
    reminders: IndexTally<(Moment, ReservationId), ()>,
}

impl Indexes {
    fn new() -> Self {
        Self {
            by_number: IndexTally::of(&BY_NUMBER),
            by_start: IndexTally::of(&BY_START),
            by_link: IndexTally::of(&BY_LINK),
            by_group: IndexTally::of(&BY_GROUP),
            by_person: IndexTally::of(&BY_PERSON),
            reminders: IndexTally::of(&REMINDERS),
        }
    }

    /// Counts where a reservation should be listed.
    fn require(&mut self, r: &dyn Reader, reservation: &Reservation) -> Result<()> {
        let (id, start, clinic) = (reservation.id, reservation.slot.starts(), &reservation.clinic);
        self.by_number.require(&(clinic.clone(), reservation.number), &id)?;
        self.by_start.require(&(clinic.clone(), start, id), &())?;
        if let Some(link) = reservation.link {
            self.by_link.require(&(link, start, id), &Summary::of(reservation))?;
        }
        if let Some(group) = reservation.group {
            self.by_group.require(&(group, id), &())?;
        }
        if let Some(person) = reservation.attendee.person_id
            && share::find(r, person)?.is_some()
        {
            self.by_person.require(&(person, start, id), &PersonListing::of(reservation))?;
        }
        match reservation.reminder.filter(|_| reservation.holds_place()) {
            Some(due) => self.reminders.require(&(due, id), &()),
            None => Ok(()),
        }
    }

    fn find_all(&mut self, r: &dyn Reader) -> Result<()> {
        self.by_number.find_all(r)?;
        self.by_start.find_all(r)?;
        self.by_link.find_all(r)?;
        self.by_group.find_all(r)?;
        self.by_person.find_all(r)?;
        self.reminders.find_all(r)
    }

    fn agree(&self) -> bool {
        self.by_number.agrees()
            && self.by_start.agrees()
            && self.by_link.agrees()
            && self.by_group.agrees()
            && self.by_person.agrees()
            && self.reminders.agrees()
    }

    fn look_closer(&mut self) {
        self.by_number.look_closer();
        self.by_start.look_closer();
        self.by_link.look_closer();
        self.by_group.look_closer();
        self.by_person.look_closer();
        self.reminders.look_closer();
    }

    fn missing(&self) -> impl Iterator<Item = Finding> {
        [
            (BY_NUMBER.finding("lacks a reservation"), self.by_number.missing()),
            (BY_START.finding("lacks a reservation"), self.by_start.missing()),
            (BY_LINK.finding("lacks a reservation, which its patient does not see"), self.by_link.missing()),
            (BY_GROUP.finding("lacks a reservation, which is not shown with the others"), self.by_group.missing()),
            (
                BY_PERSON.finding("lacks a reservation, which not all see who share its person"),
                self.by_person.missing(),
            ),
            (REMINDERS.finding("lacks a reservation, of which nobody is reminded"), self.reminders.missing()),
        ]
        .into_iter()
        .flat_map(|(finding, times)| repeat_n(finding, times))
    }

    fn strangers(&self) -> impl Iterator<Item = Finding> {
        let of_number = BY_NUMBER.finding("names a reservation that is not there or has another number");
        let of_start = BY_START.finding("names a reservation that is not there or is at another time");
        let of_link =
            BY_LINK.finding("names a reservation that is not there, is under another link, or is not as it is listed");
        let of_group = BY_GROUP.finding("names a reservation that is not there or was not booked with the others");
        let of_person = BY_PERSON.finding("names a reservation that is not there, or whose person is not shared");
        let of_reminder = REMINDERS.finding("would remind of what is not booked, or at another time");
        [
            (of_number, self.by_number.strangers()),
            (of_start, self.by_start.strangers()),
            (of_link, self.by_link.strangers()),
            (of_group, self.by_group.strangers()),
            (of_person, self.by_person.strangers()),
            (of_reminder, self.reminders.strangers()),
        ]
        .into_iter()
        .flat_map(|(finding, times)| repeat_n(finding, times))
    }
}

/// Compares the places taken with those that the reservations take. What is stored for a day is counted anew where the
/// sums do not agree.
fn check_taken(r: &dyn Reader, tally: &mut Tally, findings: &mut Vec<Finding>) -> Result<()> {
    TAKEN.each(r, |day, stored| {
        stored.visits().for_each(|(visit, times)| tally.find(day, &visit, times));
        if !stored.is_tidy() {
            tally.find(day, &"nothing", 1);
        }
        Ok(())
    })?;
    if tally.agrees() {
        return Ok(());
    }
    let mut taken: BTreeMap<(ClinicId, Date), Taken> = BTreeMap::new();
    RESERVATIONS.each(r, |_, reservation| {
        let day = (reservation.clinic.clone(), reservation.slot.day);
        if reservation.holds_place() && tally.doubts(&day) {
            taken.entry(day).or_default().add(&reservation.slot);
        }
        Ok(())
    })?;
    TAKEN.each(r, |day, stored| {
        if tally.doubts(day) && taken.remove(day).as_ref() != Some(stored) {
            findings.push(TAKEN.finding("does not say what is booked on a day"));
        }
        Ok(())
    })?;
    findings.extend(repeat_n(TAKEN.finding("lacks a day on which something is booked"), taken.len()));
    Ok(())
}
