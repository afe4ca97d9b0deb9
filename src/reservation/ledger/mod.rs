//! Booking, moving and cancelling inside one write: everything is looked at again, then stored with what follows from it.
//!
//! Holds are a courtesy to whoever is typing; nothing here relies on one. Mails are the actions' business, in the same
//! transaction.

mod ask;
mod custody;
mod shelf;

pub use ask::{Asker, calendar, next_free};
pub use custody::{adopt, part, readdress};
pub use shelf::Shelf;

use super::availability::{Offer, Reason};
use super::change::Refusal;
use super::model::{Deadlines, Reservation, ReservationId, Service, Slot, Status, Visitor};
use super::progress::BookingKey;
use super::rows;
use crate::account::AccountId;
use crate::clinic::{self, Menu, Reminder, TimeOfDay, Visit};
use crate::clock::Moment;
use crate::store::{Reader, Result, Tx};
use ask::free;
use time::Date;

/// Keeps a slot for a booking under way until a moment, if it is free. Without one, the booking keeps none of that day.
pub fn hold(
    tx: &mut Tx<'_>,
    offer: Offer<'_>,
    asker: Asker<'_>,
    (key, day, start): (BookingKey, Date, TimeOfDay),
    until: Option<Moment>,
) -> Result<std::result::Result<Slot, Reason>> {
    let asker = Asker { key: Some(key), ..asker };
    let slot = match free(tx, offer, asker, (day, start))? {
        Ok(slot) => slot,
        Err(reason) => return Ok(Err(reason)),
    };
    match until {
        Some(until) => rows::hold(tx, &offer.clinic.id, key, &slot, until)?,
        None => rows::release(tx, &offer.clinic.id, key, &slot)?,
    }
    Ok(Ok(slot))
}

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
    pub visitor: Visitor,
    /// Under which account, if somebody is signed in.
    pub account: Option<AccountId>,
}

impl Request {
    /// Who asks for it.
    fn asker(&self) -> Asker<'_> {
        let Visitor { person, address, .. } = &self.visitor;
        Asker { person: Some(person), address: Some(address), key: Some(self.key), moving: None }
    }
}

/// Why a request would be refused now, if it would be.
pub fn refusal(r: &dyn Reader, offer: Offer<'_>, request: &Request) -> Result<Option<Reason>> {
    Ok(free(r, offer, request.asker(), (request.day, request.start))?.err())
}

/// Books, if the rules offer that very slot to that person at this moment. Whoever is signed in has the clinic registered
/// as マイクリニック with it, at the same moment, where it was not.
pub fn book(tx: &mut Tx<'_>, offer: Offer<'_>, request: &Request) -> Result<std::result::Result<Reservation, Reason>> {
    let now = tx.now();
    let slot = match free(tx, offer, request.asker(), (request.day, request.start))? {
        Ok(slot) => slot,
        Err(reason) => return Ok(Err(reason)),
    };
    let clinic = &offer.clinic.id;
    let link = match request.account {
        Some(account) => Some(clinic::rows::register(tx, account, clinic)?),
        None => None,
    };
    let reservation = Reservation {
        id: ReservationId::mint(),
        number: rows::free_number(tx, clinic)?,
        clinic: clinic.clone(),
        service: service(offer.menu, request.visit),
        deadlines: deadlines(offer.menu, &slot),
        visitor: request.visitor.clone(),
        link: link.map(|link| link.id),
        status: Status::Booked,
        booked: now,
        reminder: reminder(offer.clinic.booking.reminder, now, &slot),
        sequence: 0,
        history: Vec::new(),
        slot,
    };
    rows::put(tx, &reservation)?;
    rows::release(tx, clinic, request.key, &reservation.slot)?;
    Ok(Ok(reservation))
}

/// Why a reservation was not moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMoved {
    /// It may not be, whatever the slot.
    Refused(Refusal),
    /// The new slot cannot be booked.
    Slot(Reason),
}

/// Moves a reservation, as read in this write, to another slot of its menu; the old one is given up in the same write, or
/// not at all. One that is there already stays as it is.
pub fn reschedule(
    tx: &mut Tx<'_>,
    offer: Offer<'_>,
    old: &Reservation,
    (key, day, start): (BookingKey, Date, TimeOfDay),
) -> Result<std::result::Result<Reservation, NotMoved>> {
    let now = tx.now();
    if let Err(refusal) = old.may_change(now) {
        return Ok(Err(NotMoved::Refused(refusal)));
    }
    if old.clinic != offer.clinic.id || old.slot.menu != offer.menu.id {
        return Ok(Err(NotMoved::Slot(Reason::NoSuchSlot)));
    }
    let asker = Asker { key: Some(key), moving: Some(old), ..Asker::default() };
    let slot = match free(tx, offer, asker, (day, start))? {
        Ok(slot) => slot,
        Err(reason) => return Ok(Err(NotMoved::Slot(reason))),
    };
    rows::release(tx, &old.clinic, key, &slot)?;
    if slot == old.slot {
        return Ok(Ok(old.clone()));
    }
    let (deadlines, reminder) = (deadlines(offer.menu, &slot), reminder(offer.clinic.booking.reminder, now, &slot));
    let new = match old.clone().moved(now, slot, deadlines, reminder) {
        Ok(new) => new,
        Err(refusal) => return Ok(Err(NotMoved::Refused(refusal))),
    };
    rows::put(tx, &new)?;
    Ok(Ok(new))
}

/// Cancels a reservation, as read in this write, for its patient, and gives its place back.
pub fn cancel(tx: &mut Tx<'_>, old: &Reservation) -> Result<std::result::Result<Reservation, Refusal>> {
    let now = tx.now();
    let new = match old.clone().cancelled(now) {
        Ok(new) => new,
        Err(refusal) => return Ok(Err(refusal)),
    };
    rows::put(tx, &new)?;
    Ok(Ok(new))
}

fn service(menu: &Menu, visit: Visit) -> Service {
    Service { name: menu.name.clone(), visit, preparation: menu.preparation.clone(), bring: menu.bring.clone() }
}

fn deadlines(menu: &Menu, slot: &Slot) -> Deadlines {
    Deadlines { cancel: menu.cancel_until.of(slot.starts()), change: menu.change_until.of(slot.starts()) }
}

/// The moment of the reminder, unless it has passed when the visit is booked.
fn reminder(rule: Option<Reminder>, now: Moment, slot: &Slot) -> Option<Moment> {
    let rule = rule?;
    let due = rule.at.on(clinic::days_before(slot.day, rule.days));
    (now < due && due < slot.starts()).then_some(due)
}
