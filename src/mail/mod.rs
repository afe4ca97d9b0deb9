//! Mail: what a feature says in a letter, kept as a row beside what it reports, and sent by a worker when it can be.
//!
//! A feature writes a [`Letter`] and adds it to the [`outbox`] inside its own transaction; that is all it does. The
//! [`Worker`] takes due rows by lease and sends them, or moves them to the [`kept`] mail of a demonstration.

pub mod account;
pub mod address;
pub mod copy;
pub mod failed;
pub mod kept;
mod letter;
mod letterhead;
mod mime;
pub mod outbox;
mod recent;
mod route;
mod smtp;
pub mod successor;
pub mod trial;
pub(crate) mod words;
mod worker;

pub use address::EmailAddress;
pub use letter::{Attachment, Letter};
pub use letterhead::Letterhead;
pub use route::{ConsoleRoute, MailRoute, Sender, Sending};
pub use smtp::{Login, MailServer, Relay, RelayFault, Security, SmtpStep, Trouble};
pub use worker::{Doorbell, Progress, Renew, Worker};

/// The names of this room's tables, for `mypage check`.
pub const TABLES: [&str; 5] = [
    outbox::OUTBOX.name(),
    kept::KEPT.name(),
    failed::FAILED.name(),
    account::ACCOUNT.name(),
    trial::FAILED_TRIAL.name(),
];
/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 2] = [copy::TABLES[0], successor::TABLE];
