//! One group of writes: every closure runs, one commit, then every caller is answered.
//!
//! The closures are kept apart by their overlays, so one that fails or panics fails only itself. Nobody is answered
//! before the commit, not even a closure that failed, because it may have read what others had not yet committed.

use super::engine::{Changes, Engine, Verdict};
use super::overlay::Layer;
use super::panic::caught;
use super::pin::Pins;
use super::watch::Watches;
use super::{Error, Result, Tx};
use crate::clock::Moment;

/// How often a group is run anew because an engine reports conflicts.
const ATTEMPTS: usize = 16;

/// A write that waits for its answer.
pub(super) trait Job: Send {
    /// The moment at which it runs, also when it runs again.
    fn now(&self) -> Moment;

    /// Runs the closure once and keeps its result.
    fn run(&mut self, tx: &mut Tx<'_>) -> Result<()>;

    /// Answers the caller with the kept result, or with the error. A caller who has left is no concern.
    fn answer(self: Box<Self>, outcome: Result<()>);
}

/// A closure, its result and the way back to its caller.
pub(super) struct Write<T, F, R> {
    now: Moment,
    closure: F,
    result: Option<T>,
    reply: R,
}

impl<T, F, R> Write<T, F, R> {
    pub(super) fn new(now: Moment, closure: F, reply: R) -> Self {
        Self { now, closure, result: None, reply }
    }
}

impl<T, F, R> Job for Write<T, F, R>
where
    T: Send,
    F: FnMut(&mut Tx<'_>) -> Result<T> + Send,
    R: FnOnce(Result<T>) + Send,
{
    fn now(&self) -> Moment {
        self.now
    }

    fn run(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        self.result = None;
        self.result = Some((self.closure)(tx)?);
        Ok(())
    }

    fn answer(self: Box<Self>, outcome: Result<()>) {
        let result = match (outcome, self.result) {
            (Ok(()), Some(value)) => Ok(value),
            (Err(error), _) => Err(error),
            (Ok(()), None) => Err(Error::Closed),
        };
        (self.reply)(result);
    }
}

/// Runs all jobs, commits what they changed, and tells the pins and who watches. Gives each job's outcome; the outer error is the engine's
/// and means that nothing may be acknowledged.
pub(super) fn carry_out(
    engine: &dyn Engine,
    pins: &Pins,
    watches: &Watches,
    jobs: &mut [Box<dyn Job>],
) -> Result<Vec<Result<()>>> {
    for _ in 0..ATTEMPTS {
        let attempt = engine.begin()?;
        let mut batch = Changes::new();
        let mut outcomes = Vec::with_capacity(jobs.len());
        for job in jobs.iter_mut() {
            let below = Layer { below: &*attempt, changes: &batch };
            let mut tx = Tx::over(&below, job.now());
            let outcome = caught(|| job.run(&mut tx)).and_then(|ran| ran);
            let changes = tx.into_changes();
            if outcome.is_ok() {
                batch.extend(changes);
            }
            outcomes.push(outcome);
        }
        if batch.is_empty() {
            return Ok(outcomes);
        }
        if attempt.commit(&batch)? == Verdict::Durable {
            pins.follow(&batch);
            watches.follow(&batch);
            return Ok(outcomes);
        }
    }
    Err(Error::Engine("the write kept meeting conflicting writes".to_owned()))
}
