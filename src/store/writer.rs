//! The one thread that writes: it takes all writes that wait, carries them out as one group, and answers.
//!
//! It also decides the store's health: a commit that fails makes the store read-only, and from then on this thread
//! tries every few seconds to recover the engine. It ends when its last sender is dropped.

use super::batch::{self, Job};
use super::engine::Engine;
use super::health::Gauge;
use super::panic::caught;
use super::pin::Pins;
use super::watch::Watches;
use super::{Error, Health, Result};
use crate::log::Log;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// The most closures in one commit.
const GROUP: usize = 512;

/// What can be asked of the writer.
pub(super) enum Message {
    /// Carry out a write.
    Write(Box<dyn Job>),
    /// Try to recover now, and say how it went.
    Recover(Box<dyn FnOnce(Result<()>) + Send>),
}

/// The writer thread's state.
pub(super) struct Writer {
    pub(super) engine: Arc<dyn Engine>,
    pub(super) health: Arc<Gauge>,
    pub(super) pins: Arc<Pins>,
    pub(super) watches: Arc<Watches>,
    pub(super) inbox: Receiver<Message>,
    /// The pause between two attempts to recover.
    pub(super) retry: Duration,
    /// Where changes of the health are told.
    pub(super) log: Option<Log>,
}

impl Writer {
    /// Works until every sender is gone and the queue is empty, then closes the engine.
    pub(super) fn run(self) {
        let mut next_attempt = Instant::now();
        loop {
            let received = match self.health.now() {
                Health::Writable => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Health::ReadOnly { .. } => {
                    self.inbox.recv_timeout(next_attempt.saturating_duration_since(Instant::now()))
                }
            };
            match received {
                Ok(first) => self.health.at_work(|| self.take(first)),
                Err(RecvTimeoutError::Timeout) => {
                    // The failure is already known; only success changes anything.
                    let _ = self.health.at_work(|| self.recover());
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if next_attempt <= Instant::now() {
                next_attempt = Instant::now() + self.retry;
            }
        }
        self.engine.close();
    }

    /// Carries out `first` and the writes that wait behind it.
    fn take(&self, first: Message) {
        let mut jobs = Vec::new();
        let mut recoveries = Vec::new();
        let mut next = Some(first);
        while let Some(message) = next {
            match message {
                Message::Write(job) => jobs.push(job),
                Message::Recover(reply) => recoveries.push(reply),
            }
            next = if jobs.len() < GROUP { self.inbox.try_recv().ok() } else { None };
        }
        if !jobs.is_empty() {
            self.write(jobs);
        }
        for reply in recoveries {
            reply(self.recover());
        }
    }

    fn write(&self, mut jobs: Vec<Box<dyn Job>>) {
        let outcome = match self.health.now() {
            Health::Writable => {
                batch::carry_out(&*self.engine, &self.pins, &self.watches, &mut jobs).map_err(|error| {
                    let why = match error {
                        Error::ReadOnly(why) | Error::Engine(why) => why,
                        other => other.to_string(),
                    };
                    if let Some(log) = &self.log {
                        let line = log.error("read_only").for_operator().with("why", &why);
                        line.with("what", "changes are refused, reads go on").write();
                    }
                    // Before the answers, so that who has been refused finds the store read-only.
                    self.health.set(Health::ReadOnly { why: why.clone() });
                    Error::ReadOnly(why)
                })
            }
            Health::ReadOnly { why } => Err(Error::ReadOnly(why)),
        };
        let outcomes = match outcome {
            Ok(outcomes) => outcomes,
            Err(error) => vec![Err(error); jobs.len()],
        };
        for (job, outcome) in jobs.into_iter().zip(outcomes) {
            // What a closure has captured is dropped here, and a panic in that must not end the writer.
            let _ = caught(|| job.answer(outcome));
        }
    }

    fn recover(&self) -> Result<()> {
        if let Health::ReadOnly { why } = self.health.now() {
            let recovered = self.engine.recover();
            // The commit that failed may show from here on, also where the engine has come back for reading only.
            let followed = self.pins.read_again(&*self.engine);
            self.watches.tell_all();
            recovered.and(followed)?;
            self.health.set(Health::Writable);
            if let Some(log) = &self.log {
                log.info("writable_again").with("after", why).write();
            }
        }
        Ok(())
    }
}
