//! A medium in memory on which every read can be made to take a while, and to which a copy of a file can be given.

use super::plain::Plain;
use mypage::store::Medium;
use redb::StorageBackend;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Clones are the same medium.
#[derive(Clone, Default)]
pub struct Slow {
    bytes: Plain,
    pause: Arc<AtomicU64>,
}

impl Slow {
    /// A medium that holds these bytes.
    pub fn with(bytes: &[u8]) -> Self {
        let slow = Self::default();
        let access = slow.bytes.open().unwrap();
        access.set_len(bytes.len() as u64).unwrap();
        access.write(0, bytes).unwrap();
        slow
    }

    /// All bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let access = self.bytes.open().unwrap();
        let mut bytes = vec![0; access.len().unwrap() as usize];
        access.read(0, &mut bytes).unwrap();
        bytes
    }

    /// Lets every read from here on take so long.
    pub fn slow_down(&self, pause: Duration) {
        self.pause.store(pause.as_micros() as u64, Ordering::SeqCst);
    }
}

impl Medium for Slow {
    fn open(&self) -> io::Result<Arc<dyn StorageBackend>> {
        Ok(Arc::new(Access { bytes: self.bytes.open()?, pause: self.pause.clone() }))
    }

    fn probe(&self) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Debug)]
struct Access {
    bytes: Arc<dyn StorageBackend>,
    pause: Arc<AtomicU64>,
}

impl StorageBackend for Access {
    fn len(&self) -> io::Result<u64> {
        self.bytes.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        std::thread::sleep(Duration::from_micros(self.pause.load(Ordering::SeqCst)));
        self.bytes.read(offset, out)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.bytes.set_len(len)
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.bytes.write(offset, data)
    }
}
