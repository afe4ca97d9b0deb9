//! Where a booking under way stands: which page is next.

use super::filled::{self, Filled};
use super::path;
use super::under_way::UnderWay;
use crate::slots::Slot;
use time::Date;

/// Where a booking under way stands.
pub enum Stage {
    /// A time is to be chosen.
    Slot,
    /// 受診者 is to be filled in, or put right.
    Person,
    /// Everything is there: it can be booked, or the reservation moved.
    Confirmation(Box<Ready>),
    /// It is done.
    Booked,
}

/// What is to be confirmed.
pub struct Ready {
    /// The slot.
    pub slot: Slot,
    /// Who comes; nobody is asked again when a reservation is moved.
    pub filled: Option<Filled>,
}

impl Stage {
    /// The stage of a booking, today.
    pub fn of(under_way: &UnderWay, today: Date) -> Self {
        let booking = &under_way.booking;
        if booking.booked.is_some() {
            return Self::Booked;
        }
        let Some(slot) = booking.slot.clone() else { return Self::Slot };
        if under_way.moving.is_some() {
            return Self::Confirmation(Box::new(Ready { slot, filled: None }));
        }
        let filled = booking.typed.as_ref().and_then(|typed| filled::check(typed, under_way.is_guest(), today).ok());
        match filled {
            Some(filled) => Self::Confirmation(Box::new(Ready { slot, filled: Some(filled) })),
            None => Self::Person,
        }
    }

    /// The route of its page.
    pub const fn route(&self) -> &'static str {
        match self {
            Self::Slot => path::SLOTS,
            Self::Person => path::BOOKING,
            Self::Confirmation(_) => path::CONFIRMATION,
            Self::Booked => path::BOOKED,
        }
    }
}
