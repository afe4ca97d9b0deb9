//! The store as its users hold it: cheap to clone, one queue to the writer thread, snapshots for everybody.
//!
//! Reads run on the caller's thread, writes wait for the sync, and a write is refused at once when the queue is
//! full. Each read and each write is given its moment once, when it begins.

use super::batch::Write;
use super::disk::RedbEngine;
use super::engine::{Engine, Verification};
use super::health::{Gauge, Health};
use super::pin::Pins;
use super::watch::Watches;
use super::writer::{Message, Writer};
use super::{
    CommitWatch, Copied, Error, Key, OpenError, Pinned, Reader, Result, Snapshot, Table, Tx, WatchedRows, backup, codec,
};
use crate::clock::Moment;
use crate::log::Log;
use serde::de::DeserializeOwned;
use std::path::Path;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;
use std::time::Duration;

/// What can be chosen when a store is opened.
#[derive(Clone, Debug)]
pub struct Options {
    /// The memory for cached pages of the data file, in bytes.
    pub cache_bytes: usize,
    /// How many writes may wait before further ones are refused as `Busy`.
    pub queue: usize,
    /// The pause between two attempts to become writable again after the disk was full or failing.
    pub retry: Duration,
    /// Where it is said that the store has become read-only or writable again, if anywhere.
    pub log: Option<Log>,
}

impl Default for Options {
    fn default() -> Self {
        Self { cache_bytes: 24 << 20, queue: 4096, retry: Duration::from_secs(5), log: None }
    }
}

/// The store. Clones share one engine and one writer thread; the last one to go closes both, as [`Store::close`] does,
/// and gives the folder free.
#[derive(Clone)]
pub struct Store {
    shared: Arc<Shared>,
}

impl Store {
    /// Opens the data folder, and makes it when it is not there. The data file in it is [`DATA_FILE`](super::DATA_FILE).
    ///
    /// Fails when another process has the folder open, and when the file is damaged or from a newer release; then
    /// the file is left as it was.
    pub fn open(folder: &Path, options: Options) -> Result<Self, OpenError> {
        Self::start(RedbEngine::open(folder, options.cache_bytes)?, options)
    }

    /// A store on any engine, with the default options.
    pub fn with_engine(engine: impl Engine + 'static) -> Result<Self, OpenError> {
        Self::start(engine, Options::default())
    }

    /// A store that is forgotten when it is dropped, for tests.
    #[expect(clippy::expect_used, reason = "there is no disk that could fail, and a test without a thread is over")]
    pub fn memory() -> Self {
        RedbEngine::memory().and_then(Self::with_engine).expect("a store in memory opens")
    }

    /// A store on any engine.
    pub fn start(engine: impl Engine + 'static, options: Options) -> Result<Self, OpenError> {
        let engine: Arc<dyn Engine> = Arc::new(engine);
        let (queue, inbox) = sync_channel(options.queue);
        let (health, pins, watches) = (Arc::new(Gauge::new()), Arc::<Pins>::default(), Arc::<Watches>::default());
        let Options { retry, log, .. } = options;
        let (engine_too, health_too) = (engine.clone(), health.clone());
        let (pins_too, watches_too) = (pins.clone(), watches.clone());
        let writer =
            Writer { engine: engine_too, health: health_too, pins: pins_too, watches: watches_too, inbox, retry, log };
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer.run())
            .map_err(|cause| OpenError::io("the writer thread", &cause))?;
        let (queue, thread) = (RwLock::new(Some(queue)), Mutex::new(Some(thread)));
        let shared = Shared { engine, health, pins, watches, queue, thread };
        Ok(Self { shared: Arc::new(shared) })
    }

    /// The rows as they are now, to be looked at in the moment `now`.
    ///
    /// It keeps the data file from giving back what it shows, so it is held for one request at most.
    #[expect(clippy::unused_async, reason = "an engine on another machine has to be waited for; redb answers at once")]
    pub async fn snapshot(&self, now: Moment) -> Result<Snapshot> {
        self.snapshot_blocking(now)
    }

    /// [`Store::snapshot`] for commands and for threads outside the runtime.
    pub fn snapshot_blocking(&self, now: Moment) -> Result<Snapshot> {
        // Asked first: the snapshot shows what came until then, at least.
        let latest = self.shared.watches.latest();
        Ok(Snapshot::of(self.shared.engine.begin()?, now, latest))
    }

    /// Reads from one snapshot, on the caller's thread. Takes microseconds: no list without a limit in it.
    pub async fn read<T>(&self, now: Moment, f: impl FnOnce(&dyn Reader) -> Result<T>) -> Result<T> {
        f(&self.snapshot(now).await?)
    }

    /// [`Store::read`] for commands and for threads outside the runtime.
    pub fn read_blocking<T>(&self, now: Moment, f: impl FnOnce(&dyn Reader) -> Result<T>) -> Result<T> {
        f(&self.snapshot_blocking(now)?)
    }

    /// Keeps the row under `key` decoded in memory, until the value that this gives is dropped.
    ///
    /// It costs every commit a look, so it is for the few rows that every page reads and hardly anybody changes.
    pub fn pin<K: Key, V>(&self, table: &Table<K, V>, key: &K) -> Result<Pinned<V>>
    where
        V: DeserializeOwned + Send + Sync + 'static,
    {
        self.shared.pins.add(&*self.shared.engine, codec::row_key(table.name(), key)?)
    }

    /// Watches rows for commits that change them; `None` where this process is not the only one that writes.
    ///
    /// It costs every commit a look, for all together who watch the same rows.
    pub fn watch(&self, rows: WatchedRows) -> Option<CommitWatch> {
        self.shared.watches.add(&*self.shared.engine, rows)
    }

    /// Writes all or nothing in the moment `now`; answered when it is on the disk.
    ///
    /// `f` may run more than once and must have no effect but its writes. When it returns an error or panics, it
    /// leaves nothing. Once this future has been polled, the write happens even when the future is dropped.
    pub async fn write<T: Send + 'static>(
        &self,
        now: Moment,
        f: impl FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        // The caller may have left; the write is done all the same.
        self.shared.submit(now, f, move |result| drop(sender.send(result)))?;
        receiver.await.unwrap_or(Err(Error::Closed))
    }

    /// [`Store::write`] for commands and for threads outside the runtime; blocks the thread.
    pub fn write_blocking<T: Send + 'static>(
        &self,
        now: Moment,
        f: impl FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (sender, receiver) = sync_channel(1);
        self.shared.submit(now, f, move |result| drop(sender.send(result)))?;
        receiver.recv().unwrap_or(Err(Error::Closed))
    }

    /// Hands a write in and does not wait for it: for what nobody's answer depends on. Nobody is told when it fails, or is
    /// refused because the store takes no writes.
    pub fn write_behind(&self, now: Moment, f: impl FnMut(&mut Tx<'_>) -> Result<()> + Send + 'static) {
        drop(self.shared.submit(now, f, drop));
    }

    /// Whether the store takes writes.
    pub fn health(&self) -> Health {
        self.shared.health.now()
    }

    /// For how long the writer has been at what it is doing; zero while it waits for writes. It takes milliseconds, unless the
    /// disk hangs.
    pub fn writer_busy_for(&self) -> Duration {
        self.shared.health.busy_for()
    }

    /// Tries now to become writable again, rather than at the next attempt of the writer thread; blocks the thread.
    pub fn recover(&self) -> Result<()> {
        let (sender, receiver) = sync_channel(1);
        self.shared.send(Message::Recover(Box::new(move |result| drop(sender.send(result)))))?;
        receiver.recv().unwrap_or(Err(Error::Closed))
    }

    /// Looks for damage after an unclean stop or a failed disk, if that is still to be done, while reads and writes go on;
    /// blocks the thread for as long as it takes, or until the store is closed.
    pub fn verify(&self) -> Result<Verification> {
        self.shared.engine.verify()
    }

    /// The damage of the data file that was found last, in one line for the operator.
    pub fn damage(&self) -> Option<String> {
        self.shared.engine.damage()
    }

    /// Whether the store had not been closed in order when it was opened.
    pub fn was_left_open(&self) -> bool {
        self.shared.engine.was_left_open()
    }

    /// Copies one snapshot into a new file at `to`, while reads and writes go on; blocks the thread for seconds.
    ///
    /// The file has mode 0600 and appears under its name only when it is complete and synced. Refuses to overwrite.
    pub fn backup(&self, to: &Path) -> Result<Copied, OpenError> {
        backup::backup(&*self.shared.engine, to)
    }

    /// Finishes the writes that wait, then closes the data file, for all clones; blocks the thread until it is done.
    pub fn close(self) {
        self.shared.close();
    }
}

struct Shared {
    engine: Arc<dyn Engine>,
    health: Arc<Gauge>,
    pins: Arc<Pins>,
    watches: Arc<Watches>,
    queue: RwLock<Option<SyncSender<Message>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Shared {
    fn submit<T: Send + 'static>(
        &self,
        now: Moment,
        f: impl FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
        reply: impl FnOnce(Result<T>) + Send + 'static,
    ) -> Result<()> {
        if let Health::ReadOnly { why } = self.health.now() {
            return Err(Error::ReadOnly(why));
        }
        self.send(Message::Write(Box::new(Write::new(now, f, reply))))
    }

    fn send(&self, message: Message) -> Result<()> {
        let queue = self.queue.read().unwrap_or_else(PoisonError::into_inner);
        match queue.as_ref().ok_or(Error::Closed)?.try_send(message) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(_)) => Err(Error::Busy),
            Err(TrySendError::Disconnected(_)) => Err(Error::Closed),
        }
    }

    fn close(&self) {
        // Without a sender the writer finishes its queue, closes the engine and ends.
        *self.queue.write().unwrap_or_else(PoisonError::into_inner) = None;
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        // A closure may have held the last clone of the store; the writer cannot wait for itself.
        if let Some(thread) = thread
            && thread.thread().id() != std::thread::current().id()
        {
            // The writer catches every panic of its work, so there is no error to pass on.
            let _ = thread.join();
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.close();
    }
}
