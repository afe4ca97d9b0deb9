//! How often something may be tried: counters with an end, kept as rows so that a restart forgives nothing.
//!
//! An attempt is counted before it is judged and given back when it turns out right, so that a thousand
//! simultaneous guesses are a thousand counted guesses. The keys are hashes: a counter names nobody.

use crate::clock::Moment;
use crate::secret::TokenHash;
use crate::store::{self, Expiring, Reader, Tx};
use serde::{Deserialize, Serialize};

const COUNTERS: Expiring<TokenHash, Counter> = Expiring::new("throttle");
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
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Counter {
    used: u32,
    ends: Moment,
}

/// Too many attempts: the next is let through at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Until(pub Moment);

/// Counts one attempt on each of the counters, or on none: then says until when one of them has none left.
pub fn take_all(tx: &mut Tx<'_>, counters: &[(&Limit, String)]) -> store::Result<std::result::Result<(), Until>> {
    let now = tx.now();
    let mut taken = Vec::with_capacity(counters.len());
    for (limit, who) in counters {
        let key = key(limit, who);
        let fresh = Counter { used: 0, ends: now.plus_minutes(limit.minutes) };
        let counter = COUNTERS.get(tx, &key)?.unwrap_or(fresh);
        if counter.used >= limit.most {
            return Ok(Err(Until(counter.ends)));
        }
        taken.push((key, Counter { used: counter.used + 1, ..counter }));
    }
    for (key, counter) in taken {
        COUNTERS.put(tx, &key, counter, counter.ends)?;
    }
    Ok(Ok(()))
}

/// Whether a counter has no attempt left.
pub fn is_spent(r: &dyn Reader, (limit, who): &(&Limit, String)) -> store::Result<bool> {
    Ok(COUNTERS.get(r, &key(limit, who))?.is_some_and(|counter| counter.used >= limit.most))
}

/// Gives an attempt on each of the counters back, because it turned out to be right.
pub fn give_all_back(tx: &mut Tx<'_>, counters: &[(&Limit, String)]) -> store::Result<()> {
    for (limit, who) in counters {
        COUNTERS.amend(tx, &key(limit, who), |counter| counter.used = counter.used.saturating_sub(1))?;
    }
    Ok(())
}

fn key(limit: &Limit, who: &str) -> TokenHash {
    TokenHash::of_text(&format!("{}\n{who}", limit.name))
}
