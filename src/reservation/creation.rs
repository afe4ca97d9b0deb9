//! Booking inside one write: everything is looked at again, then stored with what follows from it. A refusal has written
//! nothing. Letters are written by the callers.

use super::booked_menu::BookedMenu;
use super::initials::LettersTold;
use super::model::{Attendee, Deadlines, GroupId, Reservation, ReservationId};
use super::rows;
use super::status::{Reached, Status};
use crate::account::{AccountId, BookingRight};
use crate::clinic::{self, LinkId, Reminder, TimeOfDay, Visit};
use crate::clock::Moment;
use crate::patient::{self, PatientId};
use crate::slots::{self, Asker, BookingKey, NotFree, Offer, Reason, Slot, WantedSlot, free};
use crate::store::{Reader, Result};
use crate::work::{Actor, Outcome, Work};
use time::Date;

/// A booking that is ready to be stored.
#[derive(Clone, Debug)]
pub struct Request {
    /// Its key among the visitor's own; its hold does not stand in its way.
    pub key: BookingKey,
    /// 初診 or 再診.
    pub visit: Visit,
    /// The day.
    pub day: Date,
    /// The start.
    pub start: TimeOfDay,
    /// For whom.
    pub attendee: Attendee,
    /// Under which account, if somebody is signed in.
    pub account: Option<AccountId>,
    /// What who books is to the patient.
    pub right: BookingRight,
    /// With which others it is booked, if with any.
    pub group: Option<GroupId>,
}

impl Request {
    /// Who asks for it.
    fn asker(&self) -> Asker<'_> {
        let Attendee { person, person_id, address, .. } = &self.attendee;
        Asker {
            person: Some(person.identity()),
            person_id: *person_id,
            address: address.as_ref(),
            key: Some(self.key),
            instead_of: None,
            shown: None,
            right: self.right,
            knows_visits: true,
        }
    }

    fn wanted(&self) -> WantedSlot {
        WantedSlot { key: self.key, day: self.day, start: self.start }
    }
}

/// Why a request would be refused now, if it would be.
///
/// # Errors
/// What the store says.
pub fn reason_against(r: &dyn Reader, offer: Offer<'_>, request: &Request) -> Result<Option<Reason>> {
    match free(r, offer, request.asker(), request.wanted()) {
        Ok(_) => Ok(None),
        Err(NotFree::Reason(reason)) => Ok(Some(reason)),
        Err(NotFree::Store(error)) => Err(error),
    }
}

/// Books, if the rules offer that very slot to that person at this moment. Somebody who is signed in has the clinic
/// registered as マイクリニック with it, at the same moment, where it was not.
///
/// # Errors
/// Refused when the slot cannot be booked.
pub fn book(work: &mut Work<'_>, offer: Offer<'_>, request: &Request) -> Outcome<Reservation, Reason> {
    let slot = free(work, offer, request.asker(), request.wanted())?;
    let clinic = &offer.clinic.id;
    let link = match request.account {
        Some(account) => Some(clinic::rows::register(work, account, clinic)?.id),
        None => None,
    };
    let attendee = request.attendee.clone();
    let patient = patient::remember(work, clinic, attendee.claimed())?;
    let (visit, by, group) = (request.visit, booker(work, request), request.group);
    let reservation = made(work, offer, NewReservation { slot, visit, attendee, patient, link, by, group })?;
    rows::put(work, &reservation)?;
    slots::rows::release(work, clinic, request.key, reservation.slot.day)?;
    work.record(reservation.event("booked", by));
    Ok(reservation)
}

/// What a reservation is made of.
pub(super) struct NewReservation {
    pub slot: Slot,
    pub visit: Visit,
    pub attendee: Attendee,
    pub patient: PatientId,
    pub link: Option<LinkId>,
    pub by: Actor,
    pub group: Option<GroupId>,
}

/// A new reservation, not stored yet.
///
/// # Errors
/// What the store says.
pub(super) fn made(r: &dyn Reader, offer: Offer<'_>, new: NewReservation) -> Result<Reservation> {
    let now = r.now();
    let NewReservation { slot, visit, attendee, patient, link, by, group } = new;
    let made = Reservation {
        id: ReservationId::mint(now),
        number: rows::free_number(r, &offer.clinic.id)?,
        clinic: offer.clinic.id.clone(),
        service: BookedMenu::of(offer, visit),
        deadlines: Deadlines::of(offer.menu, slot.starts()),
        reminder: None,
        attendee,
        link,
        transfers: 0,
        readdressed: 0,
        status: Status::Booked,
        booked: now,
        sequence: 0,
        history: Vec::new(),
        booked_by: Some(by),
        group,
        reached: Reached::default(),
        steps: Vec::new(),
        patient: Some(patient),
        desk: Vec::new(),
        told_later: None,
        letters: LettersTold::default(),
        slot,
    };
    Ok(made.with_reminder(offer.clinic.booking.reminder, now))
}

/// In which role it is booked: somebody who books apart from their account is a guest.
fn booker(work: &Work<'_>, request: &Request) -> Actor {
    match work.caller().actor {
        Actor::Patient if request.account.is_none() => Actor::Guest,
        actor => actor,
    }
}

impl Reservation {
    /// With the reminder that it is due by its clinic's rule, as it stands now. Nobody is reminded who has no address or is not
    /// expected any more.
    pub(super) fn with_reminder(self, rule: Option<Reminder>, now: Moment) -> Self {
        let is_reminded = self.is_expected() && self.attendee.address.is_some();
        let reminder = reminder(rule, now, &self.slot).filter(|_| is_reminded);
        Self { reminder, ..self }
    }
}

/// The moment of the reminder, unless it has passed when the visit is booked.
pub(super) fn reminder(rule: Option<Reminder>, now: Moment, slot: &Slot) -> Option<Moment> {
    let rule = rule?;
    let due = rule.at.on(clinic::days_before(slot.day, rule.days));
    (now < due && due < slot.starts()).then_some(due)
}
