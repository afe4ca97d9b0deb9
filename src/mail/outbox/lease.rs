//! Who may send a mail now: a claim writes a lease into the row, and only its holder may report what came of it.
//!
//! A lease outlasts the longest conversation. A sender that dies leaves it to run out, and the mail becomes due again. It
//! does not know what sending is.

use super::{DUE, MailId, OUTBOX, Waiting, backoff, put};
use crate::clock::Moment;
use crate::mail::failed::{self, Failed};
use crate::store::{Error, Reader, Result, Tx};
use serde::{Deserialize, Serialize};

/// How long a claim holds, in seconds: three times the usual patience with a server.
const TERM: i64 = 3 * 60;

/// A claim on a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lease {
    /// Drawn for this claim alone.
    pub holder: MailId,
    pub until: Moment,
}

/// Claims up to `limit` mails that are due for `holder`, the longest due first.
pub(in crate::mail) fn claim(tx: &mut Tx<'_>, holder: MailId, limit: usize) -> Result<Vec<(MailId, Waiting)>> {
    let now = tx.now();
    let mut claimed = Vec::new();
    for key in due(tx, limit)? {
        DUE.delete(tx, &key)?;
        let (_, id) = key;
        let Some(mut waiting) = readable(tx, id)? else {
            continue;
        };
        waiting.lease = Some(Lease { holder, until: now.plus_seconds(TERM) });
        put(tx, id, &waiting)?;
        claimed.push((id, waiting));
    }
    Ok(claimed)
}

/// The row of a mail. A damaged one is put on record and left for `mypage check`: it must not hold up the others.
fn readable(tx: &mut Tx<'_>, id: MailId) -> Result<Option<Waiting>> {
    let now = tx.now();
    match OUTBOX.get(tx, &id) {
        Err(Error::Corrupt { .. }) => {
            let why = format!("the row of mail {id} is damaged");
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
    Ok(DUE.range(r, .., 1)?.first().map(|((due, _), ())| *due))
}

/// What is due, the longest due first. No mail ever honestly rests longer than the cap, so one that is due later than that
/// was put there by a clock that has since been set back; it is due too.
fn due(r: &dyn Reader, limit: usize) -> Result<Vec<(Moment, MailId)>> {
    let now = r.now();
    let after_now = (Moment::from_millis(now.millis().saturating_add(1)), MailId::FIRST);
    let mut due = DUE.range(r, ..after_now, limit)?;
    let stranded = (now.plus_seconds(2 * backoff::CAP), MailId::FIRST);
    due.extend(DUE.range(r, stranded.., limit - due.len())?);
    Ok(due.into_iter().map(|(key, ())| key).collect())
}
