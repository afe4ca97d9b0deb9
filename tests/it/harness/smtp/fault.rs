//! The faults a server can be told to show, and the script that says when.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use tokio::sync::watch;

/// What goes wrong with one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The recipient is refused for now: 451.
    Busy,
    /// The recipient is refused for good: 550 5.1.1.
    Unknown,
    /// We may not send to the recipient: 554 5.7.1.
    NoRelaying,
    /// The content is refused for good: 554 5.6.0.
    BadContent,
    /// Nothing is said after the recipient until the server is released.
    Hang,
    /// The message is kept, but the connection is cut instead of saying so.
    CutBeforeReply,
    /// The message is kept, 250 is said, and the connection is cut at once.
    CutAfterReply,
    /// The message is kept, and 250 is said only when the server is released.
    HoldReply,
}

/// What a server has been told to do, shared by its conversations.
pub struct Script {
    planned: Mutex<Vec<Planned>>,
    down: AtomicBool,
    connections: AtomicUsize,
    heard: Mutex<Vec<String>>,
    held: watch::Sender<usize>,
    released: watch::Sender<bool>,
}

struct Planned {
    to: String,
    times: usize,
    fault: Fault,
}

impl Default for Script {
    fn default() -> Self {
        Self {
            planned: Mutex::default(),
            down: AtomicBool::new(false),
            connections: AtomicUsize::new(0),
            heard: Mutex::default(),
            held: watch::Sender::new(0),
            released: watch::Sender::new(false),
        }
    }
}

impl Script {
    pub fn add(&self, to: &str, times: usize, fault: Fault) {
        self.planned.lock().unwrap().push(Planned { to: to.to_owned(), times, fault });
    }

    /// The fault for the next message to an address, which is used up by asking.
    pub fn next_for(&self, to: &str) -> Option<Fault> {
        let mut planned = self.planned.lock().unwrap();
        let next = planned.iter_mut().find(|planned| planned.to == to && planned.times > 0)?;
        next.times -= 1;
        Some(next.fault)
    }

    pub fn set_down(&self, down: bool) {
        self.down.store(down, Ordering::SeqCst);
    }

    /// Counts a connection, and says whether to hang up on it.
    pub fn connected(&self) -> bool {
        self.connections.fetch_add(1, Ordering::SeqCst);
        self.down.load(Ordering::SeqCst)
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    pub fn hear(&self, command: &str) {
        self.heard.lock().unwrap().push(command.to_owned());
    }

    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    /// Holds a conversation until [`Script::release`].
    pub async fn hold(&self) {
        self.held.send_modify(|held| *held += 1);
        let mut released = self.released.subscribe();
        let _ = released.wait_for(|released| *released).await;
    }

    pub async fn held(&self, conversations: usize) {
        let mut held = self.held.subscribe();
        let _ = held.wait_for(|held| *held >= conversations).await;
    }

    pub fn release(&self) {
        self.released.send_replace(true);
    }
}
