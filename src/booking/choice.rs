//! What was chosen for a booking under way, and what became of it.

use crate::clock::Moment;
use crate::reservation::ReservationId;
use crate::slots::Slot;
use serde::{Deserialize, Serialize};

/// A time that was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The slot.
    pub slot: Slot,
    /// The slots of the others who come along, in their order.
    #[serde(default)]
    pub others: Vec<Slot>,
    /// The reservations for which they were chosen and when these start, where several are moved together: see
    /// [`Choice::is_of`].
    #[serde(default)]
    pub moved: Vec<(ReservationId, Moment)>,
    /// Until when they are kept from others, if they are.
    #[serde(default)]
    pub kept_until: Option<Moment>,
}

impl Choice {
    /// What was chosen for one or for several people; `None` where there are no slots.
    pub fn of(slots: Vec<Slot>, kept_until: Option<Moment>) -> Option<Self> {
        let mut slots = slots.into_iter();
        slots.next().map(|slot| Self { slot, others: slots.collect(), moved: Vec::new(), kept_until })
    }

    /// Whether they were chosen for these reservations as they are now. What became of one of them meanwhile ends the choice of
    /// all.
    pub fn is_of(&self, moved: &[(ReservationId, Moment)]) -> bool {
        self.moved == moved
    }

    /// All slots, the first one's first.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        std::iter::once(&self.slot).chain(&self.others)
    }
}

/// What became of a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// The reservation.
    pub reservation: ReservationId,
    /// How often it had been transferred then: once it is under another registration, or under none, this browser does
    /// not show it any more.
    #[serde(default)]
    pub transfers: u32,
    /// Whether it has stayed at its time, which was chosen again.
    #[serde(default)]
    pub stayed: bool,
}

impl Done {
    /// The same for a browser that is told only that it is done.
    #[must_use]
    pub const fn without_showing(self) -> Self {
        Self { transfers: u32::MAX, ..self }
    }
}
