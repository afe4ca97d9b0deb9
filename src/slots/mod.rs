//! Slots: which start times of a menu are free, for whom and why not, what is taken, and what is held for somebody who is
//! typing.
//!
//! One engine answers the calendar and the write that books.

mod arrangement;
mod availability;
mod choice;
mod occupancy;
mod offers;
mod query;
mod reason;
mod right;
pub mod rows;
mod slot;
mod starts;
pub(crate) mod words;

pub use arrangement::Spacing;
pub use availability::{Availability, Client, DayPlan, Offer, Outlook, SlotPlan, places_of_day};
pub use choice::{choose, choose_together};
pub use occupancy::{Taken, visit_of};
pub use offers::Offers;
pub use query::{Asker, Days, NotFree, Participant, all_free, free, over_limit};
pub use reason::{Obstacle, Reason};
pub use right::against;
pub use rows::{EXPIRING, Place, PlaceId, TABLES};
pub use slot::{BookingKey, Slot, WantedSlot};

#[cfg(test)]
pub(crate) mod tests;
