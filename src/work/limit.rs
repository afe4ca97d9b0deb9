//! How often something may be tried: counters with an end, kept as rows so that a restart forgives nothing.
//!
//! An attempt is counted before it is judged and given back when it turns out right, so that a thousand
//! simultaneous guesses are a thousand counted guesses. The keys are hashes: a counter names nobody.

use super::remedy::Remedy;
use crate::clock::Moment;
use crate::secret::TokenHash;
use crate::store::{self, Expiring, Reader, Tx};
use serde::{Deserialize, Serialize};

const COUNTERS: Expiring<TokenHash, Used> = Expiring::new("throttle");
/// The name of this file's table.
pub(super) const TABLE: &str = COUNTERS.name();

/// At most `most` attempts in `minutes` minutes, counted from the first of them.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// What is counted; part of the counter's key.
    pub name: &'static str,
    /// How many attempts are let through.
    pub most: u32,
    /// Length of the window.
    pub minutes: i64,
    /// What somebody can do at once who has used it up.
    pub remedy: Remedy,
}

/// A limit for somebody or something: what an attempt is counted on. Somebody may be a visitor and several networks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counter {
    parts: [Option<Part>; PARTS],
}

/// The most parts of a counter: a visitor, and the networks of a client.
const PARTS: usize = 4;

/// One of the rows on which an attempt is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    limit: &'static str,
    of_everybody: bool,
    key: TokenHash,
    most: u32,
    minutes: i64,
    remedy: Remedy,
}

impl Limit {
    /// The counter of this limit for `who`, which is stored as a hash only.
    pub fn of(&self, who: &str) -> Counter {
        Counter::default().and(self, who, 1)
    }

    /// The counter of this limit for everybody together: a ceiling.
    pub fn in_all(&self) -> Counter {
        let mut counter = self.of("in all");
        counter.parts.iter_mut().flatten().for_each(|part| part.of_everybody = true);
        counter
    }
}

impl Counter {
    /// The same, counted for `who` as well, who may do so many times as much.
    pub(super) fn and(mut self, limit: &Limit, who: &str, times: u32) -> Self {
        let key = TokenHash::of_text(&format!("{}\n{who}", limit.name));
        if let Some(free) = self.parts.iter_mut().find(|part| part.is_none()) {
            *free = Some(Part {
                limit: limit.name,
                of_everybody: false,
                key,
                most: limit.most.saturating_mul(times),
                minutes: limit.minutes,
                remedy: limit.remedy,
            });
        }
        self
    }

    fn parts(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().flatten()
    }
}

impl Part {
    /// When a window that begins now ends.
    fn latest_end(&self, now: Moment) -> Moment {
        now.plus_minutes(self.minutes)
    }

    /// What was counted in the window that has not ended. One that ends later than any that could have begun by now was
    /// begun by a clock that has since been set back: it would lock out for as long as the clock was ahead.
    fn used(&self, r: &dyn Reader) -> store::Result<Option<Used>> {
        let counted = COUNTERS.get(r, &self.key)?;
        Ok(counted.filter(|counted| counted.ends <= self.latest_end(r.now())))
    }
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Used {
    used: u32,
    ends: Moment,
}

/// Too many attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Until {
    /// When the next is let through.
    pub at: Moment,
    /// The name of the limit.
    pub limit: &'static str,
    /// What can be done until then.
    pub remedy: Remedy,
    /// Whether everybody together has used it up, so that it is nothing that this caller has done.
    pub of_everybody: bool,
}

/// Why an attempt was not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncounted {
    /// A counter has none left.
    Spent(Until),
    /// The store failed.
    Store(store::Error),
}

impl From<store::Error> for Uncounted {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

/// Counts one attempt on each of the counters, or on none, when one of them has none left.
pub(super) fn count(tx: &mut Tx<'_>, counters: &[Counter]) -> Result<(), Uncounted> {
    let mut taken = Vec::with_capacity(counters.len());
    for part in counters.iter().flat_map(Counter::parts) {
        let fresh = Used { used: 0, ends: part.latest_end(tx.now()) };
        let before = part.used(tx)?.unwrap_or(fresh);
        if before.used >= part.most {
            return Err(Uncounted::Spent(Until {
                at: before.ends,
                limit: part.limit,
                remedy: part.remedy,
                of_everybody: part.of_everybody,
            }));
        }
        taken.push((part.key, Used { used: before.used + 1, ..before }));
    }
    for (key, used) in taken {
        COUNTERS.put(tx, &key, used, used.ends)?;
    }
    Ok(())
}

/// Whether a counter has no attempt left.
///
/// # Errors
/// What the store says.
pub fn is_spent(r: &dyn Reader, counter: &Counter) -> store::Result<bool> {
    Ok(spent_until(r, counter)?.is_some())
}

/// How many attempts a counter has left.
///
/// # Errors
/// What the store says.
pub fn attempts_left(r: &dyn Reader, counter: &Counter) -> store::Result<u32> {
    let mut least = u32::MAX;
    for part in counter.parts() {
        let used = part.used(r)?.map_or(0, |before| before.used);
        least = least.min(part.most.saturating_sub(used));
    }
    Ok(least)
}

/// Until when a counter has no attempt left, if it has none.
///
/// # Errors
/// What the store says.
pub fn spent_until(r: &dyn Reader, counter: &Counter) -> store::Result<Option<Moment>> {
    let mut latest = None;
    for part in counter.parts() {
        let spent = part.used(r)?.filter(|before| before.used >= part.most);
        latest = latest.max(spent.map(|spent| spent.ends));
    }
    Ok(latest)
}

/// Forgets what was counted on each of the counters; says whether anything was.
///
/// # Errors
/// What the store says.
pub fn forget(tx: &mut Tx<'_>, counters: &[Counter]) -> store::Result<bool> {
    let mut any = false;
    for part in counters.iter().flat_map(Counter::parts) {
        any |= part.used(tx)?.is_some();
        COUNTERS.delete(tx, &part.key)?;
    }
    Ok(any)
}

/// Gives an attempt on each of the counters back.
pub(super) fn give_back(tx: &mut Tx<'_>, counters: &[Counter]) -> store::Result<()> {
    for part in counters.iter().flat_map(Counter::parts) {
        COUNTERS.amend(tx, &part.key, |before| before.used = before.used.saturating_sub(1))?;
    }
    Ok(())
}
