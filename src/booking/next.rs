//! Which page of a booking is next. Every redirect within a booking asks this.

use super::choice::Choice;
use super::filled::Filled;
use super::model::{Booking, Details, Purpose, Stage};
use super::path;
use crate::reservation::Reservation;
use crate::secret::TokenHash;
use crate::slots::Slot;

/// Which page is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A time is to be chosen.
    Slots,
    /// 受診者 is to be filled in, or put right, for the person at this place in the group, counted from 0.
    Person(usize),
    /// Everything is there: it can be booked, or the reservation moved.
    Confirmation(Box<Ready>),
    /// It is done.
    Booked,
}

/// What is to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// The slot, or that of the first of several people.
    pub slot: Slot,
    /// The slots of the others.
    pub others: Vec<Slot>,
    /// What is to become of it.
    pub what: Planned,
}

/// What is to become of the chosen slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Planned {
    /// A new reservation for this person.
    New(Box<Filled>),
    /// A new reservation for each of these people, in their order.
    Group(Vec<Filled>),
    /// The new time of this reservation.
    Move(Box<Reservation>),
}

impl Planned {
    /// A new reservation for each who comes, or who is missing.
    fn new(form: &Details, mut filled: Vec<Filled>) -> Result<Self, usize> {
        match (&form.group, filled.len()) {
            (_, known) if known < form.people() => Err(known),
            (None, _) => Ok(Self::New(Box::new(filled.swap_remove(0)))),
            (Some(_), _) => Ok(Self::Group(filled)),
        }
    }
}

impl Ready {
    /// A text that differs for whom, with which number and unit and, of several people, when each comes: what stood on 確認 is what is done.
    pub fn fingerprint(&self) -> String {
        let people = match &self.what {
            Planned::New(filled) => vec![filled.fingerprint()],
            Planned::Group(people) => people.iter().map(Filled::fingerprint).collect(),
            Planned::Move(old) => vec![old.id.text()],
        };
        TokenHash::of_text(&format!("{people:?}\n{:?}\n{:?}", self.others, self.slot.asked_unit())).in_short()
    }
}

impl Next {
    /// The page that is next in a booking. `filled` is who comes, once that is known, in the order of the slots; `moving` is the
    /// reservation that it moves, as it is now.
    pub fn of(booking: &Booking, filled: Vec<Filled>, moving: Option<&Reservation>) -> Self {
        let choice = match &booking.stage {
            Stage::Begun => return Self::Slots,
            Stage::Done(_) => return Self::Booked,
            Stage::Chosen(choice) => choice,
        };
        let what = match &booking.purpose {
            Purpose::New(form) => Planned::new(form, filled),
            Purpose::Group(_) => Ok(Planned::Group(filled)),
            Purpose::Move(_) => moving.cloned().map(Box::new).map(Planned::Move).ok_or(0),
        };
        let Choice { slot, others, .. } = choice.clone();
        match what {
            Ok(what) => Self::Confirmation(Box::new(Ready { slot, others, what })),
            Err(missing) => Self::Person(missing),
        }
    }

    /// The route of that page.
    pub const fn route(&self) -> &'static str {
        match self {
            Self::Slots => path::SLOTS,
            Self::Person(at) => path::person(*at),
            Self::Confirmation(_) => path::CONFIRMATION,
            Self::Booked => path::BOOKED,
        }
    }
}
