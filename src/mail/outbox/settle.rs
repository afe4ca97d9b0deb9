//! What becomes of a mail after an attempt: deleted, kept, tried again, or given up with a record.
//!
//! Only the holder of the lease decides; a report from anybody else changes nothing. Of a mail that was sent no row is
//! left.

use super::backoff::{self, Jitter};
use super::lease::Claimed;
use super::rows::{Hold, MailId, OUTBOX, QueueKey, Waiting};
use crate::clock::Moment;
use crate::mail::failed::{self, Failed};
use crate::mail::kept;
use crate::store::{Result, Tx};

/// How an attempt ended.
#[derive(Clone, Debug)]
pub(in crate::mail) enum Outcome {
    /// The server took it.
    Sent,
    /// It goes to the kept mail.
    Keep,
    /// Another attempt may succeed.
    Later(String, Jitter),
    /// No attempt will ever succeed, or none makes sense any more.
    Never(String),
}

/// One mail after its attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttemptedMail {
    /// Its name.
    pub id: MailId,
    /// The masked address.
    pub to: String,
    /// How often it had been tried, this time included.
    pub attempts: u32,
    /// What became of it.
    pub what: What,
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The server took it.
    Sent,
    /// It was kept.
    Kept,
    /// It is tried again.
    Later {
        /// Why it was not taken.
        why: String,
        /// When it is tried again.
        next_try: Moment,
    },
    /// It was given up, and a record says so.
    GivenUp {
        /// Why.
        why: String,
    },
    /// Another worker holds it, or it is gone; nothing was changed.
    NotOurs,
}

/// Records the outcome of the attempt at a claimed mail.
pub(in crate::mail) fn settle(tx: &mut Tx<'_>, claimed: &Claimed, outcome: Outcome) -> Result<AttemptedMail> {
    let Claimed { id, waiting: ours, key } = claimed;
    let (now, id) = (tx.now(), *id);
    let settled = |attempts, what| AttemptedMail { id, to: ours.letter.to().masked(), attempts, what };
    let Some(waiting) = OUTBOX.get(tx, key)?.filter(|waiting| waiting.holder == ours.holder) else {
        return Ok(settled(ours.attempts, What::NotOurs));
    };
    OUTBOX.delete(tx, key)?;
    let attempts = waiting.attempts.saturating_add(1);
    let what = match outcome {
        Outcome::Sent => What::Sent,
        Outcome::Keep => {
            kept::add(tx, waiting)?;
            What::Kept
        }
        Outcome::Later(why, jitter) if !backoff::is_exhausted(waiting.written, attempts, now) => {
            let next_try = now.plus_seconds(backoff::wait(attempts, jitter));
            let key = QueueKey { hold: Hold::FREE, due: next_try, ..*key };
            OUTBOX.put(tx, &key, &Waiting { attempts, holder: None, ..waiting })?;
            What::Later { why, next_try }
        }
        Outcome::Later(why, _) | Outcome::Never(why) => {
            let (to, about) = (waiting.letter.to().masked(), waiting.letter.topic().map(str::to_owned));
            failed::add(tx, &Failed { to, why: why.clone(), at: now, attempts, about })?;
            What::GivenUp { why }
        }
    };
    Ok(settled(attempts, what))
}
