//! Where one connection stands, and until when it may stand there.
//!
//! The stream, the service and the answer's body report what happens; the connection asks for its deadline. It knows
//! neither bytes nor requests, only times.

use super::limits::Limits;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;

/// What a connection is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Nothing of a next request has been seen.
    Waiting,
    /// A request's head has begun.
    Head,
    /// A request is being read, handled or answered.
    Exchange,
    /// Everything is answered; the client is given time to read it.
    Closing,
    /// It has to make room for others.
    Evicted,
}

/// The state of one connection, shared by its parts.
#[derive(Debug)]
pub(super) struct Timing {
    state: Mutex<State>,
    limits: Limits,
    evicted: Notify,
}

#[derive(Debug)]
struct State {
    phase: Phase,
    until: Instant,
    stalled_until: Option<Instant>,
}

impl State {
    fn enter(&mut self, phase: Phase, allowed: Duration) {
        self.phase = phase;
        self.until = Instant::now() + allowed;
    }
}

impl Timing {
    /// A connection that was accepted now.
    pub(super) fn new(limits: Limits) -> Self {
        let until = Instant::now() + limits.first_byte;
        let state = State { phase: Phase::Waiting, until, stalled_until: None };
        Self { state: Mutex::new(state), limits, evicted: Notify::new() }
    }

    /// Bytes arrived.
    pub(super) fn heard(&self) {
        let mut state = self.state();
        if state.phase == Phase::Waiting {
            state.enter(Phase::Head, self.limits.head);
        }
    }

    /// A request's head is complete.
    pub(super) fn began(&self) {
        self.state().enter(Phase::Exchange, self.limits.exchange);
    }

    /// An answer was handed to the connection's buffers.
    pub(super) fn answered(&self) {
        self.state().enter(Phase::Waiting, self.limits.idle);
    }

    /// The client took bytes. While the rest of an answer is on its way, the next request cannot be late.
    pub(super) fn wrote(&self) {
        let mut state = self.state();
        state.stalled_until = None;
        if state.phase == Phase::Waiting {
            state.enter(Phase::Waiting, self.limits.idle);
        }
    }

    /// The client does not take more bytes for now.
    pub(super) fn blocked(&self) {
        let until = Instant::now() + self.limits.write_stall;
        self.state().stalled_until.get_or_insert(until);
    }

    /// The last answer is out. Said repeatedly, the first time counts.
    pub(super) fn closing(&self) {
        let mut state = self.state();
        if state.phase != Phase::Closing {
            state.enter(Phase::Closing, self.limits.linger);
        }
    }

    /// When the connection has to be cut if nothing happens.
    pub(super) fn deadline(&self) -> Instant {
        let state = self.state();
        state.stalled_until.map_or(state.until, |stalled| stalled.min(state.until))
    }

    /// The deadline of a connection that would lose neither request nor answer if it were closed now; otherwise `None`.
    pub(super) fn spare(&self) -> Option<Instant> {
        let state = self.state();
        let spare = matches!(state.phase, Phase::Waiting | Phase::Head | Phase::Closing);
        // A stalled write means that the client is still reading its answer.
        (spare && state.stalled_until.is_none()).then_some(state.until)
    }

    /// Asks the connection to end.
    pub(super) fn evict(&self) {
        self.state().phase = Phase::Evicted;
        self.evicted.notify_one();
    }

    /// Waits for somebody to ask so.
    pub(super) async fn evicted(&self) {
        self.evicted.notified().await;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
