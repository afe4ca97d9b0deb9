//! A bounded queue that is shared fairly: clients are served in turn, and when it is full, a client that has less in it than
//! another one takes a place of that one.
//!
//! One client alone may fill it. Clients that fill it together hold up nobody else: a newcomer waits for one job of each.

use std::collections::{HashMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The jobs that wait.
pub(super) struct FairQueue<J> {
    waiting: Mutex<Waiting<J>>,
    changed: Condvar,
    most: usize,
}

struct Waiting<J> {
    /// The jobs of each client that has any.
    of: HashMap<u64, VecDeque<J>>,
    /// Those clients, in the order in which they are served.
    turns: VecDeque<u64>,
    jobs: usize,
    closed: bool,
}

/// What a thread gets that asks for a job.
pub(super) enum Taken<J> {
    /// A job.
    Job(J),
    /// There has been none for a while.
    Nothing,
    /// There will be none any more.
    Closed,
}

/// The queue is full, and the client has as much in it as anybody.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Full;

impl<J> FairQueue<J> {
    /// A queue for so many jobs.
    pub(super) fn of(most: usize) -> Self {
        let waiting = Waiting { of: HashMap::new(), turns: VecDeque::new(), jobs: 0, closed: false };
        Self { waiting: Mutex::new(waiting), changed: Condvar::new(), most }
    }

    /// Adds a job of a client. The last job of another one may be dropped for it.
    pub(super) fn push(&self, client: u64, job: J) -> Result<(), Full> {
        let mut waiting = self.lock();
        if self.most <= waiting.jobs {
            waiting.make_way(client)?;
        }
        waiting.jobs += 1;
        let own = waiting.of.entry(client).or_default();
        own.push_back(job);
        if own.len() == 1 {
            waiting.turns.push_back(client);
        }
        drop(waiting);
        self.changed.notify_one();
        Ok(())
    }

    /// The next job, when there is one within `patience`.
    pub(super) fn take(&self, patience: Duration) -> Taken<J> {
        let idle = |waiting: &mut Waiting<J>| waiting.jobs == 0 && !waiting.closed;
        let waited = self.changed.wait_timeout_while(self.lock(), patience, idle);
        let (mut waiting, _) = waited.unwrap_or_else(PoisonError::into_inner);
        match waiting.next() {
            Some(job) => Taken::Job(job),
            None if waiting.closed => Taken::Closed,
            None => Taken::Nothing,
        }
    }

    /// Lets those who take jobs end once there is none left.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Waiting<J>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<J> Waiting<J> {
    fn next(&mut self) -> Option<J> {
        let client = self.turns.pop_front()?;
        let own = self.of.get_mut(&client)?;
        let job = own.pop_front();
        if own.is_empty() {
            self.of.remove(&client);
        } else {
            self.turns.push_back(client);
        }
        self.jobs = self.jobs.saturating_sub(1);
        job
    }

    /// Drops the last job of the client with the most jobs, if `client` will have fewer than that client even then.
    fn make_way(&mut self, client: u64) -> Result<(), Full> {
        let own = self.of.get(&client).map_or(0, VecDeque::len);
        let busiest = self.of.values_mut().max_by_key(|jobs| jobs.len());
        let jobs = busiest.filter(|jobs| own + 1 < jobs.len()).ok_or(Full)?;
        jobs.pop_back();
        self.jobs -= 1;
        Ok(())
    }
}
