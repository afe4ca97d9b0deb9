//! The reservation: what was booked. Storing one, showing, moving and cancelling it, and the mails about it.

mod access;
mod action;
mod attachment;
pub mod attendance;
mod booked_menu;
mod calendar;
pub mod cancellation;
mod change;
mod check;
mod creation;
pub mod day_watch;
pub mod desk;
mod due_reminders;
mod four_digits;
mod group;
pub mod holdings;
mod initials;
pub mod letter;
mod listed_visits;
mod listing;
mod model;
mod number;
mod ownership;
mod page;
pub mod path;
mod receipt_token;
mod reminder;
mod rescheduling;
pub mod rows;
mod status;
mod stranded;
mod telling;
mod told_apart;
pub(crate) mod words;

pub use access::{Access, NotChanged};
pub use action::{Reservations, by_holder, by_patient, of_path, own_data, refused_page, routes, work};
pub use booked_menu::BookedMenu;
pub use calendar::{calendar_file, calendar_file_of_all};
pub use change::Refusal;
pub use check::check_indexes;
pub use creation::{Request, book, reason_against};
pub use due_reminders::due_reminders;
pub use group::{companions, moved_along};
pub use listing::{Listing, PersonListing, Summary};
pub use model::{Attendee, Deadlines, GroupId, Moved, Reservation, ReservationId};
pub use number::ReservationNumber;
pub use ownership::{adopt, along_with, part, readdress};
pub use page::detail::{
    DIGITS, NotPossible, Sheet, Viewer, WHOLE_GROUP, change as change_page, detail, name_of, overview_of,
};
pub use receipt_token::{ReceiptKey, ReceiptToken};
pub use reminder::{Reminded, remind};
pub use rescheduling::{NotMoved, reschedule};
pub use rows::{EXPIRING, TABLES};
pub use status::{Attendance, Reached, Status, Step};
pub use stranded::{Stranded, stranded};
pub use telling::tell_others;
pub use told_apart::{Beside, tell_apart};

#[cfg(test)]
pub(crate) mod tests;
