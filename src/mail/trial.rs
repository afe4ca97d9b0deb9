//! A test of a mail account: one letter, handed over while somebody waits for what the server says, and that the last one failed.

use super::letter::Letter;
use super::mime;
use super::outbox::MailId;
use super::route::Sending;
use super::smtp::{self, Parties, SmtpStep, Trouble};
use crate::clock::Moment;
use crate::config::MailAccount;
use crate::store::{Reader, Result, Table, Tx};
use lettre::Address;
use serde::{Deserialize, Serialize};

pub(super) const FAILED_TRIAL: Table<(), FailedTrial> = Table::new("mail-failed-trial");

/// The last test failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailedTrial {
    /// When.
    pub at: Moment,
    /// What the server, or the way to it, said; names no address.
    pub why: String,
}

/// The last test, where it failed. To set another account changes nothing about that: only a test that succeeds does.
///
/// # Errors
/// What the store says.
pub fn failed(r: &dyn Reader) -> Result<Option<FailedTrial>> {
    FAILED_TRIAL.get(r, &())
}

/// Notes how a test ended.
///
/// # Errors
/// What the store says.
pub fn note(tx: &mut Tx<'_>, trouble: Option<&Trouble>) -> Result<()> {
    match trouble {
        Some(trouble) => FAILED_TRIAL.put(tx, &(), &FailedTrial { at: tx.now(), why: trouble.why.clone() }),
        None => FAILED_TRIAL.delete(tx, &()).map(drop),
    }
}

/// Hands a letter to the account's server at once, and says what the server said. Every other letter goes through
/// the outbox.
///
/// # Errors
/// What the server, or the way to it, did not take.
pub async fn try_out(
    account: &MailAccount,
    service: &str,
    letter: &Letter,
    now: Moment,
) -> std::result::Result<(), Trouble> {
    let fault = |step, why: String| Trouble { step, why, is_final: false };
    let sending = Sending::of(account, service).map_err(|error| fault(SmtpStep::Connect, error.to_string()))?;
    let to = letter.to().quoted().parse::<Address>();
    let to = to.map_err(|error| fault(SmtpStep::Recipient, error.to_string()))?;
    let message = mime::message(letter, MailId::mint(), now, &sending.sender, to.clone());
    smtp::hand_over(&sending.relay, Parties { from: sending.sender.address.clone(), to }, &message, 0).await
}
