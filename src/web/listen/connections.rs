//! Who may connect when many want to: the cap on all connections and the cap on those of one client.
//!
//! At a cap the newcomer takes the place of the connection that has been waiting longest for a request, so that silent
//! connections cannot keep out people who ask for something. An evicted connection closes itself.

use super::limits::Limits;
use super::timing::Timing;
use ipnet::IpNet;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// All connections of a listener.
#[derive(Debug)]
pub(super) struct Connections {
    limits: Limits,
    admitted: Mutex<Admitted>,
}

#[derive(Debug, Default)]
struct Admitted {
    next: u64,
    by_id: HashMap<u64, (Option<IpNet>, Arc<Timing>)>,
    of_client: HashMap<IpNet, usize>,
}

impl Connections {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, admitted: Mutex::default() }
    }

    /// A place for a new connection; `client` is `None` for a proxy. `None` when all places are taken by requests that
    /// are running.
    pub(super) fn admit(self: &Arc<Self>, client: Option<IpNet>) -> Option<Admission> {
        let mut admitted = self.admitted();
        let crowded = client.filter(|client| admitted.count(client) >= self.limits.per_client);
        if crowded.is_some() && !admitted.evict(|of| *of == crowded) {
            return None;
        }
        if admitted.by_id.len() >= self.limits.connections && !admitted.evict(|_| true) {
            return None;
        }
        let timing = Arc::new(Timing::new(self.limits));
        let id = admitted.add(client, Arc::clone(&timing));
        Some(Admission { connections: Arc::clone(self), id, timing })
    }

    /// Closes up to so many connections that are waiting for a request.
    pub(super) fn make_room(&self, many: usize) {
        let mut admitted = self.admitted();
        for _ in 0..many {
            if !admitted.evict(|_| true) {
                break;
            }
        }
    }

    fn admitted(&self) -> MutexGuard<'_, Admitted> {
        self.admitted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Admitted {
    fn count(&self, client: &IpNet) -> usize {
        self.of_client.get(client).copied().unwrap_or_default()
    }

    fn add(&mut self, client: Option<IpNet>, timing: Arc<Timing>) -> u64 {
        self.next += 1;
        self.by_id.insert(self.next, (client, timing));
        if let Some(client) = client {
            *self.of_client.entry(client).or_default() += 1;
        }
        self.next
    }

    fn leave(&mut self, id: u64) {
        let Some((Some(client), _)) = self.by_id.remove(&id) else {
            return;
        };
        if let Some(count) = self.of_client.get_mut(&client) {
            *count -= 1;
            if *count == 0 {
                self.of_client.remove(&client);
            }
        }
    }

    /// Evicts the connection whose waiting ends first; says whether there was one.
    fn evict(&mut self, whose: impl Fn(&Option<IpNet>) -> bool) -> bool {
        let waiting = self.by_id.iter().filter(|(_, (client, _))| whose(client));
        let first = waiting.filter_map(|(id, (_, timing))| Some((timing.spare()?, *id))).min();
        let Some((_, id)) = first else { return false };
        if let Some((_, timing)) = self.by_id.get(&id) {
            timing.evict();
        }
        self.leave(id);
        true
    }
}

/// A connection's place; dropping it frees the place.
#[derive(Debug)]
pub(super) struct Admission {
    connections: Arc<Connections>,
    id: u64,
    pub(super) timing: Arc<Timing>,
}

impl Drop for Admission {
    fn drop(&mut self) {
        self.connections.admitted().leave(self.id);
    }
}
