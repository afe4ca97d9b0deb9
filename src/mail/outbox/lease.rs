//! Who may send a mail now: a claim writes its holder into the row and moves the row to the end of the lease, and only
//! that holder may report the outcome.
//!
//! A lease outlasts the longest conversation. When a sender dies, its lease runs out and the mail is due again.

use super::backoff;
use super::rows::{MailId, OUTBOX, Waiting};
use crate::clock::Moment;
use crate::mail::failed::{self, Failed};
use crate::store::{Error, Reader, Result, Tx};

/// How long a claim holds, in seconds: three times the usual patience with a server.
const TERM: i64 = 3 * 60;

/// A mail that was claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::mail) struct Claimed {
    pub id: MailId,
    /// The row as the claim wrote it.
    pub waiting: Waiting,
    /// When the lease ends, under which the row lies.
    pub until: Moment,
}

/// Claims up to `limit` mails that are due for `holder`, the longest due first.
pub(in crate::mail) fn claim(tx: &mut Tx<'_>, holder: MailId, limit: usize) -> Result<Vec<Claimed>> {
    let until = tx.now().plus_seconds(TERM);
    let mut claimed = Vec::new();
    for key in due(tx, limit)? {
        let found = readable(tx, &key)?;
        OUTBOX.delete(tx, &key)?;
        let (_, id) = key;
        if let Some(waiting) = found {
            let waiting = Waiting { holder: Some(holder), ..waiting };
            OUTBOX.put(tx, &(until, id), &waiting)?;
            claimed.push(Claimed { id, waiting, until });
        }
    }
    Ok(claimed)
}

/// The row of a mail. A damaged one is put on record instead: nobody can send it, and it must not hold up the others.
fn readable(tx: &mut Tx<'_>, key: &(Moment, MailId)) -> Result<Option<Waiting>> {
    let now = tx.now();
    match OUTBOX.get(tx, key) {
        Err(Error::Corrupt { .. }) => {
            let why = format!("the row of mail {} is damaged", key.1);
            let record = Failed { to: String::new(), why, at: now, attempts: 0 };
            failed::add(tx, &record).map(|()| None)
        }
        found => found,
    }
}

/// The moment at which the next mail becomes due; one in the past when some are due now.
pub(in crate::mail) fn next_due(r: &dyn Reader) -> Result<Option<Moment>> {
    let now = r.now();
    if !due(r, 1)?.is_empty() {
        return Ok(Some(now));
    }
    Ok(OUTBOX.keys(r, .., 1)?.first().map(|(due, _)| *due))
}

/// What is due, the longest due first. No mail rests longer than the cap, so one that is due later than that was put there
/// by a clock that has since been set back; it is due too.
fn due(r: &dyn Reader, limit: usize) -> Result<Vec<(Moment, MailId)>> {
    let now = r.now();
    let after_now = (Moment::from_millis(now.millis().saturating_add(1)), MailId::FIRST);
    let mut due = OUTBOX.keys(r, ..after_now, limit)?;
    let stranded = (now.plus_seconds(2 * backoff::CAP), MailId::FIRST);
    due.extend(OUTBOX.keys(r, stranded.., limit - due.len())?);
    Ok(due)
}
