//! Who may connect when many want to: the cap on all connections and the cap on those of one client.
//!
//! At a cap the newcomer takes the place of the connection that has been waiting longest for a request, so that silent
//! connections cannot keep out people who ask for something. It does not know sockets; an evicted connection closes
//! itself.

use super::limits::Limits;
use super::pulse::Pulse;
use ipnet::IpNet;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// All connections of a listener.
#[derive(Debug)]
pub(super) struct Crowd {
    limits: Limits,
    members: Mutex<Members>,
}

#[derive(Debug, Default)]
struct Members {
    next: u64,
    seated: HashMap<u64, (Option<IpNet>, Arc<Pulse>)>,
    of_client: HashMap<IpNet, usize>,
}

impl Crowd {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, members: Mutex::default() }
    }

    /// A place for a new connection; `client` is `None` for a proxy. `None` when all places are taken by requests that
    /// are running.
    pub(super) fn admit(self: &Arc<Self>, client: Option<IpNet>) -> Option<Seat> {
        let mut members = self.members();
        let crowded = client.filter(|client| members.count(client) >= self.limits.per_client);
        if crowded.is_some() && !members.evict(|of| *of == crowded) {
            return None;
        }
        if members.seated.len() >= self.limits.connections && !members.evict(|_| true) {
            return None;
        }
        let pulse = Arc::new(Pulse::new(self.limits));
        let id = members.seat(client, Arc::clone(&pulse));
        Some(Seat { crowd: Arc::clone(self), id, pulse })
    }

    /// Closes up to so many connections that are waiting for a request.
    pub(super) fn make_room(&self, many: usize) {
        let mut members = self.members();
        for _ in 0..many {
            if !members.evict(|_| true) {
                break;
            }
        }
    }

    fn members(&self) -> MutexGuard<'_, Members> {
        self.members.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Members {
    fn count(&self, client: &IpNet) -> usize {
        self.of_client.get(client).copied().unwrap_or_default()
    }

    fn seat(&mut self, client: Option<IpNet>, pulse: Arc<Pulse>) -> u64 {
        self.next += 1;
        self.seated.insert(self.next, (client, pulse));
        if let Some(client) = client {
            *self.of_client.entry(client).or_default() += 1;
        }
        self.next
    }

    fn leave(&mut self, id: u64) {
        let Some((Some(client), _)) = self.seated.remove(&id) else {
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
        let waiting = self.seated.iter().filter(|(_, (client, _))| whose(client));
        let first = waiting.filter_map(|(id, (_, pulse))| Some((pulse.spare()?, *id))).min();
        let Some((_, id)) = first else { return false };
        if let Some((_, pulse)) = self.seated.get(&id) {
            pulse.evict();
        }
        self.leave(id);
        true
    }
}

/// A connection's place; dropping it frees the place.
#[derive(Debug)]
pub(super) struct Seat {
    crowd: Arc<Crowd>,
    id: u64,
    pub(super) pulse: Arc<Pulse>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.crowd.members().leave(self.id);
    }
}
