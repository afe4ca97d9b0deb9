//! The reservation: booking one, showing, moving and cancelling it, and the mails about it.

mod access;
mod action;
mod calendar;
pub mod cancellation;
mod change;
mod check;
mod choosing;
mod commit;
mod creation;
mod details;
mod filled;
mod four_digits;
pub mod holdings;
pub mod letter;
mod model;
mod moving;
mod number;
mod ownership;
mod page;
pub mod path;
mod progress;
mod proof;
mod reminder;
mod rescheduling;
pub mod rows;
mod stage;
mod stranded;
mod under_way;
mod words;

pub use action::{Reservations, routes};
pub use calendar::calendar_file;
pub use change::Refusal;
pub use check::check_indexes;
pub use creation::{Request, book, refusal};
pub use model::{Deadlines, Moved, Reservation, ReservationId, Service, Status, Visitor};
pub use number::ReservationNumber;
pub use ownership::{adopt, part, readdress};
pub use page::detail::{Sheet, detail};
pub use progress::{Booking, Code, Moving, Typed};
pub use reminder::{Reminded, remind};
pub use rescheduling::{NotMoved, reschedule};
pub use rows::{EXPIRING, TABLES};
pub use stranded::{Stranded, stranded};

#[cfg(test)]
mod tests;
