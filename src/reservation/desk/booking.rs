//! Booking at the desk and by phone.

use super::insistence::Insistence;
use super::model::{Channel, DeskAct, DeskChange, KnownToPatient, NotAtDesk};
use super::told::{tell, untold};
use crate::clinic::Visit;
use crate::patient::{self, PatientId, PatientRecord, Seen};
use crate::reservation::creation::{NewReservation, made};
use crate::reservation::model::{Attendee, Reservation};
use crate::reservation::rows;
use crate::reservation::status::Attendance;
use crate::reservation::told_apart::{self, Beside};
use crate::slots::{DeskVisit, Offer, Slot, objections, with_free_unit};
use crate::store;
use crate::work::{Actor, Outcome, Refuse, Work};
use std::slice;

/// What the staff book.
#[derive(Clone, Debug)]
pub struct DeskRequest {
    /// When.
    pub slot: Slot,
    /// 初診 or 再診.
    pub visit: Visit,
    /// For whom.
    pub attendee: Attendee,
    /// The clinic's record of the person, where one was chosen.
    pub patient: Option<PatientId>,
    /// How they came.
    pub channel: Channel,
    /// Whether they are there and come in now (当日受付).
    pub is_now: bool,
    /// Why it is booked all the same.
    pub insistence: Insistence,
    /// Whether they are told by mail, where they have an address.
    pub tell: bool,
}

/// Books a visit for somebody who is at the desk or on the phone. A button that is pressed twice books once.
///
/// # Errors
/// Refused with what stands against it.
pub fn book(work: &mut Work<'_>, offer: Offer<'_>, wanted: &DeskRequest) -> Outcome<Reservation, NotAtDesk> {
    if let Some(same) = same_press(work, offer, wanted)? {
        return Ok(same);
    }
    let DeskRequest { slot, visit, channel, is_now, .. } = wanted;
    let clinic = &offer.clinic.id;
    let known = wanted.patient.map(|id| patient::find(work, clinic, id)).transpose()?.flatten();
    // Of a patient whom the clinic knows, the record says who it is: a colleague may have corrected it meanwhile.
    let attendee = known.as_ref().map_or_else(|| wanted.attendee.clone(), |record| of_record(record, &wanted.attendee));
    let person = Some(attendee.person.identity());
    let against = objections(work, DeskVisit { offer, slot, person, instead_of: None, is_now: *is_now })?;
    let insisted = wanted.insistence.against(against).or_refuse()?;
    let patient = match known {
        Some(record) => patient::correct(work, &record, attendee.seen())?.id,
        None => patient::remember(work, clinic, attendee.seen())?,
    };
    let (now, staff, by) = (work.now(), work.caller().staff, work.caller().actor);
    let slot = with_free_unit(work, offer, slot.clone(), None)?;
    let new = NewReservation { slot, visit: *visit, attendee, patient, link: None, by, group: None };
    let mut new = made(work, offer, new)?;
    told_apart::mark(work, slice::from_mut(&mut new), Beside::OfClinic)?;
    let act = DeskAct::Booked(*channel);
    let (reason, against) = (insisted.reason, insisted.against);
    new.desk.push(DeskChange { act, at: now, staff, reason, against, undone: false });
    if *is_now {
        new = new.set_to(Attendance::Arrived, now, staff).map_err(|_| NotAtDesk::Begun).or_refuse()?;
    }
    new.told_later = Some(match wanted.tell {
        true => tell(work, offer.clinic, KnownToPatient::Nothing, &new)?,
        false => untold(KnownToPatient::Nothing),
    });
    rows::put(work, &new)?;
    work.record(new.event("booked", by).with("channel", channel.word()));
    Ok(new)
}

/// A patient as the clinic's record has them, with the address that the staff have typed now, if they have.
fn of_record(record: &PatientRecord, typed: &Attendee) -> Attendee {
    let seen = record.seen();
    typed.clone().with(Seen { address: typed.address.clone().or(seen.address), ..seen })
}

/// What the same member of staff has booked already in the same slot for the same person.
fn same_press(work: &Work<'_>, offer: Offer<'_>, wanted: &DeskRequest) -> store::Result<Option<Reservation>> {
    let staff = work.caller().staff;
    let (slot, person) = (&wanted.slot, &wanted.attendee.person);
    let found = rows::starting(work, &offer.clinic.id, slot.starts())?;
    Ok(found.into_iter().find(|of| {
        let is_theirs = of.desk.first().is_some_and(|first| first.staff == staff);
        let is_same = of.slot.is_same(slot) && of.attendee.person == *person;
        is_theirs && is_same && of.holds_place()
    }))
}

/// How a booking came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookingWay {
    /// The staff have booked it for somebody who came to them so.
    Desk(Channel),
    /// It was booked in this role, where that is known.
    By(Option<Actor>),
}

impl Reservation {
    /// How it was booked.
    pub fn way(&self) -> BookingWay {
        self.channel().map_or(BookingWay::By(self.booked_by), BookingWay::Desk)
    }

    /// How its patient came to the staff, if the staff have booked it.
    pub fn channel(&self) -> Option<Channel> {
        self.desk.iter().find_map(|change| match change.act {
            DeskAct::Booked(channel) => Some(channel),
            _ => None,
        })
    }
}

impl Channel {
    /// Its word in forms and in the log.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Desk => "desk",
        }
    }

    /// That of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Phone, Self::Desk].into_iter().find(|channel| channel.word() == word)
    }
}
