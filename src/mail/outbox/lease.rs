//! Who may send a mail now: a claim writes its holder into the row and moves the row to the end of the lease, and only
//! that holder may report the outcome.
//!
//! A lease outlasts the longest conversation. When a sender dies, its lease runs out and the mail is due again.

use super::backoff;
use super::rows::{DomainMark, Hold, MailId, OUTBOX, QueueKey, Waiting};
use crate::clock::Moment;
use crate::mail::failed::{self, Failed};
use crate::store::{Error, Reader, Result, Tx};
use std::collections::HashMap;
use std::ops::{Bound, ControlFlow};

/// How long a claim holds, in seconds: three times the usual patience with a server.
const TERM: i64 = 3 * 60;
/// How many keys of mails that are due are looked at behind those of domains that have no place free.
const FARTHEST: usize = 5_000;

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
    let (now, until) = (tx.now(), tx.now().plus_seconds(TERM));
    let mut claimed = Vec::new();
    for key in claimable(tx, room)? {
        let Some(waiting) = read(tx, &key)? else { continue };
        OUTBOX.delete(tx, &key)?;
        // An attempt whose outcome was never recorded counts all the same: otherwise a mail that makes each one fail would be claimed for ever.
        let was_held = key.hold != Hold::FREE;
        let attempts = waiting.attempts.saturating_add(u32::from(was_held));
        if was_held && backoff::is_exhausted(waiting.written, attempts, now) {
            let (to, about) = (waiting.letter.to().masked(), waiting.letter.topic().map(str::to_owned));
            failed::add(tx, &Failed { to, why: "no attempt was finished".to_owned(), at: now, attempts, about })?;
            continue;
        }
        let waiting = Waiting { holder: Some(holder), attempts, ..waiting };
        let key = QueueKey { hold: Hold::HELD, due: until, ..key };
        OUTBOX.put(tx, &key, &waiting)?;
        claimed.push(Claimed { id: key.id, waiting, key });
    }
    Ok(claimed)
}

/// The mail under a key. One whose row is damaged can be sent by nobody and must not hold up others: it is put on record instead.
pub(super) fn read(tx: &mut Tx<'_>, key: &QueueKey) -> Result<Option<Waiting>> {
    match OUTBOX.get(tx, key) {
        Err(Error::Corrupt { .. }) => {
            OUTBOX.delete(tx, key)?;
            let why = format!("the row of mail {} is damaged", key.id);
            failed::add(tx, &Failed { to: String::new(), why, at: tx.now(), attempts: 0, about: None })?;
            Ok(None)
        }
        read => read,
    }
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
    let leases = just_after(Hold::HELD, now)..QueueKey::before(Hold::HELD, now.plus_seconds(TERM + 1));
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
        for first in [OUTBOX.keys(r, .., 1)?, OUTBOX.keys(r, QueueKey::before(Hold::HELD, r.now()).., 1)?] {
            next = next.into_iter().chain(first.first().map(|key| key.due)).min();
        }
    }
    Ok(next)
}

/// Shows what is due to `look`, the longest due first, until it has seen enough; leases that have run out are among it. No mail rests
/// longer than the cap, so one that is due later than that was put there by a clock that has since been set back; it is due too.
fn each_due(r: &dyn Reader, mut look: impl FnMut(QueueKey) -> ControlFlow<()>) -> Result<()> {
    let (now, first) = (r.now(), QueueKey::before(Hold::HELD, Moment::from_millis(i64::MIN)));
    let stranded = now.plus_seconds(2 * backoff::CAP);
    // As many as there are places, and those of workers that were killed.
    let mut ended = OUTBOX.keys(r, first..just_after(Hold::HELD, now), FARTHEST)?.into_iter().peekable();
    let mut seen = ControlFlow::Continue(());
    OUTBOX.each_key(r, ..just_after(Hold::FREE, now), |key| {
        while seen.is_continue()
            && let Some(lease) = ended.next_if(|lease| lease.due < key.due)
        {
            seen = look(lease);
        }
        if seen.is_continue() {
            seen = look(key);
        }
        seen
    })?;
    for lease in ended {
        if seen.is_continue() {
            seen = look(lease);
        }
    }
    let spans = [
        (Bound::Included(QueueKey::before(Hold::FREE, stranded)), Bound::Excluded(first)),
        (Bound::Included(QueueKey::before(Hold::HELD, stranded)), Bound::Unbounded),
    ];
    for span in spans {
        if seen.is_continue() {
            OUTBOX.each_key(r, span, |key| {
                seen = look(key);
                seen
            })?;
        }
    }
    Ok(())
}

/// Behind all mails of this kind that are due at this moment.
fn just_after(hold: Hold, now: Moment) -> QueueKey {
    QueueKey::before(hold, Moment::from_millis(now.millis().saturating_add(1)))
}
