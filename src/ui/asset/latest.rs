//! The catalogue of a debug build: made anew when a file has changed, and only then, since every page asks for it.

use super::catalogue::Catalogue;
use super::file::Changed;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// For how long the files are taken to be as they were: looking at them takes longer than drawing a page.
const TRUSTED: Duration = Duration::from_millis(500);

/// The catalogue that was made last.
pub struct Latest {
    trusted: Duration,
    made: Mutex<Option<Made>>,
}

struct Made {
    looked: Instant,
    changed: Changed,
    catalogue: Arc<Catalogue>,
}

impl Latest {
    /// Nothing made yet.
    pub const fn new() -> Self {
        Self::trusting(TRUSTED)
    }

    /// Nothing made yet; looks at the files again after so long.
    pub const fn trusting(trusted: Duration) -> Self {
        Self { trusted, made: Mutex::new(None) }
    }

    /// The catalogue of the files as they are; `changed` looks at them, and `make` makes it if it is not the latest one.
    pub fn at(&self, changed: impl FnOnce() -> Changed, make: impl FnOnce() -> Catalogue) -> Arc<Catalogue> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(latest) = made.as_ref().filter(|latest| latest.looked.elapsed() < self.trusted) {
            return Arc::clone(&latest.catalogue);
        }
        let (looked, now) = (Instant::now(), changed());
        let catalogue = match made.take() {
            Some(latest) if latest.changed == now => latest.catalogue,
            _ => Arc::new(make()),
        };
        *made = Some(Made { looked, changed: now, catalogue: Arc::clone(&catalogue) });
        catalogue
    }
}
