//! Looking for damaged pages, by redb's own checksums: in a file that no process writes, or in a running server.
//!
//! Opening a database does not look for damage, because reading gigabytes would keep patients waiting. After an unclean
//! stop it is looked for while the pages are served, slowly and on a thread of its own.

use super::border::guarded;
use super::header::{self, Tree};
use super::medium::Medium;
use super::opening::Open;
use super::shadow::Shadow;
use crate::store::engine::Verification;
use crate::store::{Error, Result};
use redb::{Builder, ReadableDatabase, StorageBackend};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
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
    stop: Arc<AtomicBool>,
    at_work: Mutex<()>,
}

impl Verifier {
    pub(super) fn new(due: bool) -> Self {
        Self { due: AtomicBool::new(due), stop: Arc::default(), at_work: Mutex::default() }
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
        if !self.due.load(Ordering::SeqCst) {
            return Ok(Verification::NotDue);
        }
        // As long as this lives, no page of these rows or of later ones is written over. It is dropped before the
        // database is closed or opened anew, and does not stand in the way of either.
        let open = open()?;
        let _snapshot = guarded(|| open.database.begin_read())?;
        drop(open);
        let pages = medium.open().map_err(|cause| failed(&cause))?;
        let found = verify(Arc::new(Slow::over(pages, Arc::clone(&self.stop))), Some(Tree::Rows));
        if self.stop.load(Ordering::SeqCst) {
            return Ok(Verification::Stopped);
        }
        self.due.store(false, Ordering::SeqCst);
        Ok(match found {
            Ok(()) => Verification::Sound,
            Err(error) => Verification::Damaged(error.to_string()),
        })
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

/// A medium that is read slowly, to leave processor and disk to others, until it is stopped.
#[derive(Debug)]
struct Slow {
    pages: Arc<dyn StorageBackend>,
    stop: Arc<AtomicBool>,
    stretch: Mutex<Stretch>,
}

#[derive(Debug)]
struct Stretch {
    begun: Instant,
    bytes: u64,
}

impl Slow {
    fn over(pages: Arc<dyn StorageBackend>, stop: Arc<AtomicBool>) -> Self {
        Self { pages, stop, stretch: Mutex::new(Stretch { begun: Instant::now(), bytes: 0 }) }
    }

    fn pause_after(&self, bytes: usize) {
        let mut stretch = self.stretch.lock().unwrap_or_else(PoisonError::into_inner);
        stretch.bytes += bytes as u64;
        if stretch.bytes >= STRETCH {
            std::thread::sleep((stretch.begun.elapsed() * PAUSES).min(LONGEST_PAUSE));
            *stretch = Stretch { begun: Instant::now(), bytes: 0 };
        }
    }
}

impl StorageBackend for Slow {
    fn len(&self) -> io::Result<u64> {
        self.pages.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        if self.stop.load(Ordering::SeqCst) {
            return Err(io::Error::other("the verification has been cut short"));
        }
        self.pause_after(out.len());
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
