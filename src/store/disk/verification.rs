//! Looking for damaged pages, by redb's own checksums: in a file that no process writes, or in a running server.
//!
//! Opening a database looks for damage as far as a moment allows, because reading gigabytes would keep patients waiting. The
//! rest is looked for while the pages are served, slowly and on a thread of its own.

use super::border::guarded;
use super::header::{self, Tree};
use super::medium::Medium;
use super::open::Open;
use super::shadow::Shadow;
use crate::store::engine::Verification;
use crate::store::{Error, Result};
use redb::{Builder, ReadableDatabase, StorageBackend};
use std::fmt::Debug;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Each page is read once, in the order of the tree, so a cache would only take memory.
const CACHE_BYTES: usize = 1 << 20;
/// How many bytes are read in one go, and how long the pause after it is: so many times as long as the reading took.
const STRETCH: u64 = 1 << 18;
const PAUSES: u32 = 3;
/// The longest pause. Closing waits for it.
const LONGEST_PAUSE: Duration = Duration::from_millis(100);

/// Reads every page of the file, or of one of its trees, and compares it with its checksum. Fails at the first one that
/// is not as it was written. Writes nothing.
pub(super) fn verify(pages: Arc<dyn StorageBackend>, tree: Option<Tree>) -> Result<()> {
    let header = tree.map(|tree| header_of(&*pages, tree)).transpose()?;
    // Its length after its header: the file may be growing.
    let shadow = Shadow::of(pages).map_err(|cause| failed(&cause))?;
    if let Some(header) = header {
        shadow.write(0, &header).map_err(|cause| failed(&cause))?;
    }
    let sound = Arc::new(AtomicBool::new(false));
    let verified = Arc::clone(&sound);
    let opened = guarded(|| {
        Builder::new()
            .set_cache_size(CACHE_BYTES)
            .set_check_integrity_on_open(true)
            .set_repair_callback(move |repair| {
                // All checksums have been compared. The repair that would follow is not needed.
                if repair.progress() > 0.5 {
                    verified.store(true, Ordering::SeqCst);
                    repair.abort();
                }
            })
            .create_with_backend(shadow)
    });
    if sound.load(Ordering::SeqCst) { Ok(()) } else { opened.map(drop) }
}

/// What a quick look at the rows has found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Quick {
    /// All of them are as they were written.
    Sound,
    /// Some or all have not been looked at; the others are sound.
    Unfinished,
    /// Some are not; what, in one line for the operator.
    Damaged(String),
}

/// How much of the rows a quick look reads, in bytes, and how long it may take at most.
const GLANCE: u64 = 32 << 20;
const LONGEST_GLANCE: Duration = Duration::from_secs(1);

/// Verifies the rows, as far as that goes quickly.
pub(super) fn verify_quickly(pages: Arc<dyn StorageBackend>) -> Quick {
    let cut_short = Arc::<AtomicBool>::default();
    let (left, until) = (AtomicU64::new(GLANCE), Instant::now() + LONGEST_GLANCE);
    let pace = Brief { left, until, cut_short: Arc::clone(&cut_short) };
    let found = verify(Arc::new(Paced { pages, pace }), Some(Tree::Rows));
    match found {
        _ if cut_short.load(Ordering::SeqCst) => Quick::Unfinished,
        Ok(()) => Quick::Sound,
        Err(error) => Quick::Damaged(error.to_string()),
    }
}

/// The file's header, narrowed to one tree.
fn header_of(pages: &dyn StorageBackend, tree: Tree) -> Result<[u8; header::LENGTH]> {
    // A commit may be writing it at this moment.
    for _ in 0..10 {
        let mut bytes = [0; header::LENGTH];
        pages.read(0, &mut bytes).map_err(|cause| failed(&cause))?;
        if let Some(header) = header::narrowed(bytes, tree) {
            return Ok(header);
        }
    }
    Err(Error::Engine("the header of the data file is damaged".to_owned()))
}

fn failed(cause: &io::Error) -> Error {
    Error::Engine(super::border::cause(cause))
}

/// Whether a running database has to be verified, and the means to cut that short.
#[derive(Debug)]
pub(super) struct Verifier {
    due: AtomicBool,
    /// The damage that was found last.
    damage: Mutex<Option<String>>,
    /// Whether it was found by the look at the start, and nobody has been told.
    untold: AtomicBool,
    stop: Arc<AtomicBool>,
    at_work: Mutex<()>,
}

impl Verifier {
    /// For a database of whose rows so much is known.
    pub(super) fn new(rows: Quick) -> Self {
        let (due, damage) = match rows {
            Quick::Sound => (false, None),
            Quick::Unfinished => (true, None),
            Quick::Damaged(what) => (false, Some(what)),
        };
        let (due, untold) = (AtomicBool::new(due), AtomicBool::new(damage.is_some()));
        Self { due, damage: Mutex::new(damage), untold, stop: Arc::default(), at_work: Mutex::default() }
    }

    /// The damage that was found last, if any.
    pub(super) fn damage(&self) -> Option<String> {
        self.damage.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Says that the pages have to be verified, again if they have been.
    pub(super) fn set_due(&self) {
        self.due.store(true, Ordering::SeqCst);
    }

    /// Cuts a verification short, and lets none begin as long as the guard lives. Somebody who closes the database or opens
    /// it anew must do this: from then on nothing keeps the pages under a verification from being written over.
    pub(super) fn hold_off(&self) -> HeldOff<'_> {
        self.stop.store(true, Ordering::SeqCst);
        let at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        HeldOff { stop: &self.stop, _at_work: at_work }
    }

    /// Verifies the rows as they are now, if that is due, and blocks for as long as it takes.
    pub(super) fn run(&self, medium: &dyn Medium, open: impl FnOnce() -> Result<Arc<Open>>) -> Result<Verification> {
        let _at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        if self.untold.swap(false, Ordering::SeqCst)
            && let Some(what) = self.damage()
        {
            return Ok(Verification::Damaged(what));
        }
        if !self.due.load(Ordering::SeqCst) {
            return Ok(Verification::NotDue);
        }
        // As long as this lives, no page of these rows or of later ones is written over. It is dropped before the
        // database is closed or opened anew, and does not stand in the way of either.
        let open = open()?;
        let _snapshot = guarded(|| open.database.begin_read())?;
        drop(open);
        let pages = medium.open().map_err(|cause| failed(&cause))?;
        let pace = Slow::until(Arc::clone(&self.stop));
        let found = verify(Arc::new(Paced { pages, pace }), Some(Tree::Rows));
        if self.stop.load(Ordering::SeqCst) {
            return Ok(Verification::Stopped);
        }
        self.due.store(false, Ordering::SeqCst);
        let damage = found.err().map(|error| error.to_string());
        self.damage.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&damage);
        Ok(damage.map_or(Verification::Sound, Verification::Damaged))
    }
}

/// Keeps verifications from beginning.
pub(super) struct HeldOff<'a> {
    stop: &'a AtomicBool,
    _at_work: MutexGuard<'a, ()>,
}

impl Drop for HeldOff<'_> {
    fn drop(&mut self) {
        self.stop.store(false, Ordering::SeqCst);
    }
}

/// A medium that is only read, at the pace of `P`.
#[derive(Debug)]
struct Paced<P> {
    pages: Arc<dyn StorageBackend>,
    pace: P,
}

/// How fast a medium is read, and how far.
trait Pace: Debug + Send + Sync + 'static {
    /// Called before so many bytes are read.
    ///
    /// # Errors
    /// When nothing more is to be read.
    fn before(&self, bytes: u64) -> io::Result<()>;
}

impl<P: Pace> StorageBackend for Paced<P> {
    fn len(&self) -> io::Result<u64> {
        self.pages.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.pace.before(out.len() as u64)?;
        self.pages.read(offset, out)
    }

    fn set_len(&self, _len: u64) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn write(&self, _offset: u64, _data: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }
}

fn cut_short() -> io::Error {
    io::Error::other("the verification has been cut short")
}

/// No more than a part, in no more than a moment.
#[derive(Debug)]
struct Brief {
    /// How many bytes may still be read, and until when.
    left: AtomicU64,
    until: Instant,
    cut_short: Arc<AtomicBool>,
}

impl Pace for Brief {
    fn before(&self, bytes: u64) -> io::Result<()> {
        let take = |left: u64| left.checked_sub(bytes);
        let some_left = self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, take).is_ok();
        if !some_left || Instant::now() > self.until {
            self.cut_short.store(true, Ordering::SeqCst);
            return Err(cut_short());
        }
        Ok(())
    }
}

/// Slowly, to leave processor and disk to others, until it is stopped.
#[derive(Debug)]
struct Slow {
    stop: Arc<AtomicBool>,
    stretch: Mutex<Stretch>,
}

#[derive(Debug)]
struct Stretch {
    begun: Instant,
    bytes: u64,
}

impl Slow {
    fn until(stop: Arc<AtomicBool>) -> Self {
        Self { stop, stretch: Mutex::new(Stretch { begun: Instant::now(), bytes: 0 }) }
    }
}

impl Pace for Slow {
    fn before(&self, bytes: u64) -> io::Result<()> {
        if self.stop.load(Ordering::SeqCst) {
            return Err(cut_short());
        }
        let mut stretch = self.stretch.lock().unwrap_or_else(PoisonError::into_inner);
        stretch.bytes += bytes;
        if stretch.bytes >= STRETCH {
            std::thread::sleep((stretch.begun.elapsed() * PAUSES).min(LONGEST_PAUSE));
            *stretch = Stretch { begun: Instant::now(), bytes: 0 };
        }
        Ok(())
    }
}
