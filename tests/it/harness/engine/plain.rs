//! A well-behaved medium in memory, for tests that look at the bytes or put their own engine around redb.

use mypage::store::{Medium, RedbEngine};
use redb::StorageBackend;
use redb::backends::InMemoryBackend;
use std::io;
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Plain(Arc<InMemoryBackend>);

impl Medium for Plain {
    fn open(&self) -> io::Result<Arc<dyn StorageBackend>> {
        Ok(self.0.clone())
    }

    fn probe(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Redb in memory, to be wrapped.
pub fn engine() -> RedbEngine {
    RedbEngine::with_backend(Plain::default(), 1 << 20).expect("memory opens")
}
