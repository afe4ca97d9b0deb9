//! What may become of a reservation: it is moved or cancelled, until the deadlines that the patient was told.
//!
//! Pure: each change takes the reservation and gives the next one.

use super::model::{Deadlines, Moved, Reservation};
use super::status::Status;
use crate::clock::Moment;
use crate::slots::Slot;
use crate::work::{Actor, Event};

/// Why a reservation is not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It could be until then; from then on, and once the patient has come, the clinic is to be called.
    TooLate {
        /// The deadline.
        until: Moment,
    },
    /// It has been cancelled.
    NotBooked,
}

impl Reservation {
    /// That something was done with it, in a role.
    pub fn event(&self, what: &'static str, by: Actor) -> Event {
        Event::of(what).with("reservation", self.number).with("clinic", &self.clinic).with("by", by)
    }

    /// Whether the patient may still cancel.
    ///
    /// # Errors
    /// Why not.
    pub fn may_cancel(&self, now: Moment) -> Result<(), Refusal> {
        self.may(now, self.deadlines.cancel)
    }

    /// Whether the patient may still choose another time.
    ///
    /// # Errors
    /// Why not.
    pub fn may_change(&self, now: Moment) -> Result<(), Refusal> {
        self.may(now, self.deadlines.change)
    }

    fn may(&self, now: Moment, until: Moment) -> Result<(), Refusal> {
        if !self.is_booked() {
            Err(Refusal::NotBooked)
        } else if until <= now || !self.is_expected() {
            Err(Refusal::TooLate { until })
        } else {
            Ok(())
        }
    }

    /// The reservation after the patient cancelled it.
    ///
    /// # Errors
    /// Why it cannot be cancelled.
    pub fn cancelled(self, now: Moment, by: Actor) -> Result<Self, Refusal> {
        self.may_cancel(now)?;
        let sequence = self.sequence.saturating_add(1);
        Ok(Self {
            status: Status::Cancelled { at: now, by: Some(by) },
            reminder: None,
            sequence,
            told_later: None,
            ..self
        })
    }

    /// The reservation at another time; its number stays.
    ///
    /// # Errors
    /// Why it cannot be changed.
    pub fn moved(mut self, now: Moment, by: Actor, slot: Slot, deadlines: Deadlines) -> Result<Self, Refusal> {
        self.may_change(now)?;
        let moved = Moved { from: self.slot.clone(), at: now, by: Some(by) };
        self.remember(moved);
        let sequence = self.sequence.saturating_add(1);
        Ok(Self { slot, deadlines, sequence, told_later: None, ..self })
    }
}

impl Reservation {
    /// Keeps an earlier time. A row holds a bounded story; the first times are the least of interest.
    pub(super) fn remember(&mut self, moved: Moved) {
        self.history.push(moved);
        if self.history.len() > MOST_MOVES {
            self.history.remove(0);
        }
    }
}

/// How many earlier times are kept.
const MOST_MOVES: usize = 50;
