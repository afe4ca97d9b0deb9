//! An engine as one that several processes write to: it answers Conflict at random, at least once for every commit, so
//! that every closure runs twice or more, and each time on the rows of an attempt of its own. It says that it is not
//! exclusive, so that nothing relies on having seen every commit.

use super::dice::Dice;
use super::plain;
use super::wrapped::Wrapped;
use mypage::store::{Attempt, Engine, RedbEngine, Result, Verdict};
use std::sync::{Arc, Mutex};

pub struct Contested {
    inner: RedbEngine,
    state: Arc<Mutex<State>>,
}

struct State {
    dice: Dice,
    /// How many conflicts the next commit still meets.
    conflicts: u64,
}

impl State {
    /// One conflict, and now and then up to three more.
    fn roll(&mut self) {
        self.conflicts = if self.dice.chance(80) { 1 } else { 1 + self.dice.below(4) };
    }
}

impl Contested {
    pub fn new() -> Self {
        Self::seeded(getrandom::u64().expect("the system has randomness"))
    }

    pub fn seeded(seed: u64) -> Self {
        let mut state = State { dice: Dice::new(seed), conflicts: 0 };
        state.roll();
        Self { inner: plain::engine(), state: Arc::new(Mutex::new(state)) }
    }
}

impl Engine for Contested {
    fn begin(&self) -> Result<Box<dyn Attempt>> {
        let state = Arc::clone(&self.state);
        Wrapped::begin(&self.inner, move |inner, changes| {
            let mut state = state.lock().unwrap();
            match state.conflicts.checked_sub(1) {
                Some(left) => {
                    state.conflicts = left;
                    Ok(Verdict::Conflict)
                }
                None => {
                    state.roll();
                    inner.commit(changes)
                }
            }
        })
    }

    fn is_exclusive(&self) -> bool {
        false
    }

    fn recover(&self) -> Result<()> {
        self.inner.recover()
    }

    fn close(&self) {
        self.inner.close();
    }
}
