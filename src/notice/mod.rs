//! お知らせ: the bell, and the pages behind it.
//!
//! Two sources come together: what was mailed to the account's present address about reservations, a guest's booking
//! with that address included, and what the service tells everybody. Whether a mail was opened is kept beside its copy, and
//! which notice of the service was read beside the account, so that publishing to everybody is one write and the bell's
//! number one point read more than the account. How a notice comes to be published is said by the operator's commands.

mod action;
mod board;
mod draft;
mod inbox;
mod model;
mod page;
mod path;
mod publish;
mod rows;
mod words;

pub use action::{own_data, routes};
pub use board::{Board, Entry, Issue, ServiceId};
pub use draft::{NoticeDraft, NoticeProblem};
pub use inbox::unread;
pub use path::PATH;
pub use publish::{Published, list, publish, withdraw};
pub use rows::{TABLES, pin};
