//! The lines on their way to a stream: a queue that is never waited for, and the one thread that writes.
//!
//! A stream may be a pipe whose reader has stopped. Then the queue fills, further lines are lost, and their number is told
//! as soon as the reader goes on.

use super::timestamp::timestamp;
use crate::clock::Clock;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

/// The most lines that wait. Each has some hundred bytes.
const LONGEST: usize = 4096;
/// How long lines are gathered before they are written. A thread that is woken for each of them costs a sixth of what answering
/// a page does.
const GATHER: Duration = Duration::from_millis(5);

/// The way to the thread that writes. Clones lead to the same one.
#[derive(Clone, Debug)]
pub(super) struct Queue {
    waiting: SyncSender<Message>,
    lost: Arc<AtomicU64>,
}

#[derive(Debug)]
enum Message {
    Line(String),
    /// Say so when everything before it has been written.
    Tell(SyncSender<()>),
}

impl Queue {
    /// Starts the thread, which writes to the stream as long as a clone of the queue is there. Without a thread there is
    /// nobody to write, and every line is lost.
    pub(super) fn to(stream: impl Write + Send + 'static, clock: Clock) -> Self {
        let (waiting, inbox) = sync_channel(LONGEST);
        let lost = Arc::<AtomicU64>::default();
        let counted = Arc::clone(&lost);
        let _ = std::thread::Builder::new()
            .name("log".to_owned())
            .spawn(move || Writer { stream, clock, inbox, lost: counted }.run());
        Self { waiting, lost }
    }

    /// Adds a finished line, or counts it as lost when the queue is full.
    pub(super) fn add(&self, line: String) {
        if self.waiting.try_send(Message::Line(line)).is_err() {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Waits until everything so far has been written, at most so long.
    pub(super) fn wait(&self, most: Duration) {
        let (tell, told) = sync_channel(1);
        // A queue that is full belongs to a reader that has stopped: waiting for it would not help.
        if self.waiting.try_send(Message::Tell(tell)).is_ok() {
            let _ = told.recv_timeout(most);
        }
    }
}

/// What the thread has.
struct Writer<S> {
    stream: S,
    clock: Clock,
    inbox: Receiver<Message>,
    lost: Arc<AtomicU64>,
}

impl<S: Write> Writer<S> {
    fn run(mut self) {
        while let Ok(message) = self.inbox.recv() {
            self.take(message);
            std::thread::sleep(GATHER);
            while let Ok(message) = self.inbox.try_recv() {
                self.take(message);
            }
            // Only now: while the queue is full, there would be a line about every line.
            let lost = self.lost.swap(0, Ordering::Relaxed);
            if lost > 0 {
                self.write(format!("{} level=warn event=log_lines_lost lines={lost}", timestamp(self.clock.now())));
            }
        }
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Line(line) => self.write(line),
            Message::Tell(tell) => drop(tell.try_send(())),
        }
    }

    /// One call for each line keeps the lines of several processes on one stream apart.
    fn write(&mut self, mut line: String) {
        line.push('\n');
        // When the stream is gone, nobody can be told.
        let _ = self.stream.write_all(line.as_bytes());
    }
}
