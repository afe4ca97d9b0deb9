//! The reservation: which slots are free, booking one, showing, moving and cancelling it, and the mails about it.
//!
//! One engine says what is free, to the calendar and to the write that books. It knows clinics and accounts, and nothing
//! of the rooms after it.

mod access;
mod action;
pub mod availability;
mod calendar;
mod cancellation;
mod change;
mod check;
mod choosing;
mod commit;
mod details;
mod filled;
mod four_digits;
pub mod holdings;
pub mod ledger;
pub mod letter;
mod model;
mod moving;
mod number;
mod occupancy;
mod page;
pub mod path;
mod progress;
mod proof;
mod reminder;
pub mod rows;
mod stage;
mod stranded;
mod under_way;
mod words;

pub use action::{Reservations, routes};
pub use availability::{Client, DayPlan, Offer, Reason, SlotPlan};
pub use calendar::calendar_file;
pub use change::Refusal;
pub use check::check_indexes;
pub use model::{Deadlines, Moved, Reservation, ReservationId, Service, Slot, Status, Visitor};
pub use number::ReservationNumber;
pub use occupancy::Taken;
pub use page::detail::{Sheet, detail};
pub use progress::{Booking, BookingKey, Code, Moving, Typed};
pub use reminder::{Reminded, remind};
pub use rows::{EXPIRING, TABLES};
pub use stranded::{Stranded, stranded};

#[cfg(test)]
mod tests;
