//! Which page of a booking is next. Every redirect within a booking asks this.

use super::choice::Choice;
use super::filled::Filled;
use super::model::{Booking, Purpose, Stage};
use super::path;
use crate::reservation::Reservation;
use crate::secret::TokenHash;
use crate::slots::Slot;

/// Which page is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A time is to be chosen.
    Slots,
    /// 受診者 is to be filled in, or put right.
    Person,
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

impl Ready {
    /// A text that differs for whom, with which number and, of several people, when each comes: what stood on 確認 is what is done.
    pub fn fingerprint(&self) -> String {
        let people = match &self.what {
            Planned::New(filled) => vec![filled.fingerprint()],
            Planned::Group(people) => people.iter().map(Filled::fingerprint).collect(),
            Planned::Move(old) => vec![old.id.text()],
        };
        TokenHash::of_text(&format!("{people:?}\n{:?}", self.others)).in_short()
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
            Purpose::New(_) => filled.into_iter().next().map(Box::new).map(Planned::New),
            Purpose::Group(_) => Some(Planned::Group(filled)),
            Purpose::Move(_) => moving.cloned().map(Box::new).map(Planned::Move),
        };
        let Choice { slot, others, .. } = choice.clone();
        what.map_or(Self::Person, |what| Self::Confirmation(Box::new(Ready { slot, others, what })))
    }

    /// The route of that page.
    pub const fn route(&self) -> &'static str {
        match self {
            Self::Slots => path::SLOTS,
            Self::Person => path::BOOKING,
            Self::Confirmation(_) => path::CONFIRMATION,
            Self::Booked => path::BOOKED,
        }
    }
}
