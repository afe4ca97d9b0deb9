//! Slots: which start times of a menu are free, for whom and why not, what is taken, and what is held for somebody who is
//! typing.
//!
//! One engine answers the calendar and the write that books.

mod availability;
mod hold;
mod occupancy;
mod offers;
mod query;
pub mod rows;
mod slot;
mod starts;
pub(crate) mod words;

pub use availability::{Availability, Client, DayPlan, Offer, Outlook, Reason, SlotPlan};
pub use hold::hold;
pub use occupancy::{Taken, visit_of};
pub use offers::Offers;
pub use query::{Asker, Days, NotFree, free};
pub use rows::{EXPIRING, Place, PlaceId, TABLES};
pub use slot::{BookingKey, Slot, WantedSlot};

#[cfg(test)]
pub(crate) mod tests;
