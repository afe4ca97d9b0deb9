//! Who may send a mail now: a claim writes its holder into the row and moves the row to the end of the lease, and only
//! that holder may report the outcome.
//!
//! A lease outlasts the longest conversation. When a sender dies, its lease runs out and the mail is due again.

use super::backoff;
use super::rows::{DomainMark, MailId, OUTBOX, QueueKey, Waiting};
use crate::clock::Moment;
use crate::mail::failed::{self, Failed};
use crate::store::{Error, Reader, Result, Tx};
use std::collections::HashMap;
use std::ops::{Bound, ControlFlow};

/// How long a claim holds, in seconds: three times the usual patience with a server.
const TERM: i64 = 3 * 60;
/// How many mails that are due are looked at behind those of domains that have no place free.
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
    /// Where it lies: under the end of the lease.
    pub(super) key: QueueKey,
}

/// Claims mails that are due for `holder`, the longest due first.
pub(in crate::mail) fn claim(tx: &mut Tx<'_>, holder: MailId, room: Room) -> Result<Vec<Claimed>> {
    let until = tx.now().plus_seconds(TERM);
    let mut claimed = Vec::new();
    for key in claimable(tx, room)? {
        let found = match OUTBOX.get(tx, &key) {
            Err(Error::Corrupt { .. }) => None,
            read => read?,
        };
        OUTBOX.delete(tx, &key)?;
        let id = key.id;
        match found {
            Some(waiting) => {
                let (waiting, key) =
                    (Waiting { holder: Some(holder), ..waiting }, QueueKey { is_held: true, due: until, ..key });
                OUTBOX.put(tx, &key, &waiting)?;
                claimed.push(Claimed { id, waiting, key });
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

/// The mails that may be claimed.
fn claimable(r: &dyn Reader, room: Room) -> Result<Vec<QueueKey>> {
    if room.places == 0 {
        return Ok(Vec::new());
    }
    let mut of_domain = held_by_domain(r)?;
    let mut found = Vec::new();
    let mut looked = 0;
    each_due(r, |key| {
        looked += 1;
        let places = of_domain.entry(key.domain).or_default();
        if *places < room.of_domain {
            *places += 1;
            found.push(key);
        }
        if found.len() < room.places && looked < FARTHEST { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    Ok(found)
}

/// How many mails to each domain are held at present.
fn held_by_domain(r: &dyn Reader) -> Result<HashMap<DomainMark, usize>> {
    let (now, mut by_domain) = (r.now(), HashMap::new());
    let leases = just_after(true, now)..QueueKey::before(true, now.plus_seconds(TERM + 1));
    OUTBOX.each_key(r, leases, |key| {
        *by_domain.entry(key.domain).or_default() += 1;
        ControlFlow::Continue(())
    })?;
    Ok(by_domain)
}

/// The moment at which the next mail becomes due; one in the past when some are due now.
pub(in crate::mail) fn next_due(r: &dyn Reader) -> Result<Option<Moment>> {
    let mut next = None;
    each_due(r, |_| {
        next = Some(r.now());
        ControlFlow::Break(())
    })?;
    if next.is_none() {
        for first in [OUTBOX.keys(r, .., 1)?, OUTBOX.keys(r, QueueKey::before(true, r.now()).., 1)?] {
            next = next.into_iter().chain(first.first().map(|key| key.due)).min();
        }
    }
    Ok(next)
}

/// Shows what is due to `look`, until it has seen enough: first what was held by somebody who has died, then the longest due. No
/// mail rests longer than the cap, so one that is due later than that was put there by a clock that has since been set back; it
/// is due too.
fn each_due(r: &dyn Reader, mut look: impl FnMut(QueueKey) -> ControlFlow<()>) -> Result<()> {
    let (now, first) = (r.now(), QueueKey::before(true, Moment::from_millis(i64::MIN)));
    let stranded = now.plus_seconds(2 * backoff::CAP);
    let spans = [
        (Bound::Included(first), Bound::Excluded(just_after(true, now))),
        (Bound::Unbounded, Bound::Excluded(just_after(false, now))),
        (Bound::Included(QueueKey::before(false, stranded)), Bound::Excluded(first)),
        (Bound::Included(QueueKey::before(true, stranded)), Bound::Unbounded),
    ];
    let mut seen = ControlFlow::Continue(());
    for span in spans {
        OUTBOX.each_key(r, span, |key| {
            seen = look(key);
            seen
        })?;
        if seen.is_break() {
            break;
        }
    }
    Ok(())
}

/// Behind all mails of this kind that are due at this moment.
fn just_after(is_held: bool, now: Moment) -> QueueKey {
    QueueKey::before(is_held, Moment::from_millis(now.millis().saturating_add(1)))
}
