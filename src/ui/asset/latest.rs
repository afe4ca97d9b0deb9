//! The catalogue of a debug build: made anew when a file has changed, and only then, since a page asks for it often.

use super::catalogue::Catalogue;
use super::file::Changed;
use std::sync::{Arc, Mutex, PoisonError};

/// The catalogue that was made last.
pub struct Latest(Mutex<Option<(Changed, Arc<Catalogue>)>>);

impl Latest {
    /// Nothing made yet.
    pub const fn new() -> Self {
        Self(Mutex::new(None))
    }

    /// The catalogue of the files as they are; `make` makes it if it is not the latest one.
    pub fn at(&self, changed: Changed, make: impl FnOnce() -> Catalogue) -> Arc<Catalogue> {
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*latest {
            Some((then, catalogue)) if *then == changed => Arc::clone(catalogue),
            _ => {
                let catalogue = Arc::new(make());
                *latest = Some((changed, Arc::clone(&catalogue)));
                catalogue
            }
        }
    }
}
