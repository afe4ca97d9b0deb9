//! Who may send a mail now: a claim writes its holder into the row and moves the row to the end of the lease, and only
//! that holder may report the outcome.
//!
//! A lease outlasts the longest conversation. When a sender dies, its lease runs out and the mail is due again.

use super::backoff;
use super::rows::{MailId, OUTBOX, Waiting};
use crate::clock::Moment;
use crate::mail::failed::{self, Failed};
use crate::store::{Error, Reader, Result, Tx};
use std::collections::HashMap;

/// How long a claim holds, in seconds: three times the usual patience with a server.
const TERM: i64 = 3 * 60;
/// How many rows are read at a time, and how many at most, to find mails that may be claimed.
const PAGE: usize = 50;
const FARTHEST: usize = 1_000;

/// How many mails may be claimed.
#[derive(Clone, Copy, Debug)]
pub(in crate::mail) struct Room {
    /// In this claim.
    pub places: usize,
    /// To one domain, together with those to it that are claimed already: one slow domain must not hold up the others.
    pub of_domain: usize,
}

/// A mail that was claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::mail) struct Claimed {
    pub id: MailId,
    /// The row as the claim wrote it.
    pub waiting: Waiting,
    /// When the lease ends, under which the row lies.
    pub until: Moment,
}

/// Claims mails that are due for `holder`, the longest due first.
pub(in crate::mail) fn claim(tx: &mut Tx<'_>, holder: MailId, room: Room) -> Result<Vec<Claimed>> {
    let until = tx.now().plus_seconds(TERM);
    let mut claimed = Vec::new();
    for (key, found) in claimable(tx, room)? {
        OUTBOX.delete(tx, &key)?;
        let (_, id) = key;
        match found {
            Some(waiting) => {
                let waiting = Waiting { holder: Some(holder), ..waiting };
                OUTBOX.put(tx, &(until, id), &waiting)?;
                claimed.push(Claimed { id, waiting, until });
            }
            // Nobody can send it, and it must not hold up the others.
            None => {
                let why = format!("the row of mail {id} is damaged");
                failed::add(tx, &Failed { to: String::new(), why, at: tx.now(), attempts: 0, about: None })?;
            }
        }
    }
    Ok(claimed)
}

/// Whether a claim would find anything.
pub(in crate::mail) fn is_any_claimable(r: &dyn Reader, room: Room) -> Result<bool> {
    Ok(!claimable(r, Room { places: room.places.min(1), ..room })?.is_empty())
}

/// The rows of mails that may be claimed; without its content where a row is damaged.
fn claimable(r: &dyn Reader, room: Room) -> Result<Vec<DueRow>> {
    let mut of_domain = claimed_by_domain(r)?;
    let mut found = Vec::new();
    let (mut looked, mut at_most) = (0, PAGE);
    while found.len() < room.places && looked < at_most {
        let keys = due(r, at_most)?;
        for key in keys.iter().skip(looked) {
            let waiting = match OUTBOX.get(r, key) {
                Err(Error::Corrupt { .. }) => None,
                read => read?,
            };
            let domain = waiting.as_ref().map_or("", |waiting| waiting.letter.to().domain());
            let places = of_domain.entry(domain.to_owned()).or_default();
            if waiting.is_some() && *places >= room.of_domain {
                continue;
            }
            *places += 1;
            found.push((*key, waiting));
            if found.len() == room.places {
                break;
            }
        }
        looked = keys.len();
        at_most = if looked < at_most { looked } else { (at_most * 4).min(FARTHEST) };
    }
    Ok(found)
}

/// A row that is due.
type DueRow = ((Moment, MailId), Option<Waiting>);

/// How many mails to each domain are claimed at present.
fn claimed_by_domain(r: &dyn Reader) -> Result<HashMap<String, usize>> {
    let now = r.now();
    let leases = (now, MailId::FIRST)..(now.plus_seconds(TERM + 1), MailId::FIRST);
    let mut by_domain = HashMap::new();
    for key in OUTBOX.keys(r, leases, FARTHEST)? {
        match OUTBOX.get(r, &key) {
            Ok(Some(waiting)) if waiting.holder.is_some() && key.0 > now => {
                *by_domain.entry(waiting.letter.to().domain().to_owned()).or_default() += 1;
            }
            // A damaged row is met when it is due.
            Ok(_) | Err(Error::Corrupt { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(by_domain)
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
