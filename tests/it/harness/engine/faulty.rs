//! A medium in memory whose writes begin to fail at a chosen operation and go on failing until it is healed. Some reads
//! can be made to fail as well.

use super::plain::Plain;
use mypage::store::Medium;
use redb::StorageBackend;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

#[derive(Clone)]
pub struct Faulty {
    bytes: Plain,
    switch: Arc<Switch>,
}

#[derive(Debug)]
struct Switch {
    fault: fn() -> io::Error,
    /// How many more changing operations succeed.
    left: AtomicU64,
    /// Whether the probe says that all is well while writes still fail.
    probe_lies: AtomicBool,
    /// How many of the next reads fail.
    unreadable: AtomicU64,
}

impl Faulty {
    pub fn new(fault: fn() -> io::Error) -> Self {
        let (left, probe_lies, unreadable) = (AtomicU64::new(u64::MAX), AtomicBool::new(false), AtomicU64::new(0));
        let switch = Switch { fault, left, probe_lies, unreadable };
        Self { bytes: Plain::default(), switch: Arc::new(switch) }
    }

    /// Lets `count` further changing operations succeed.
    pub fn break_after(&self, count: u64) {
        self.switch.left.store(count, Ordering::SeqCst);
    }

    /// Makes the next `count` reads fail.
    pub fn fail_reads(&self, count: u64) {
        self.switch.unreadable.store(count, Ordering::SeqCst);
    }

    pub fn heal(&self) {
        self.break_after(u64::MAX);
    }

    pub fn let_the_probe_lie(&self, lies: bool) {
        self.switch.probe_lies.store(lies, Ordering::SeqCst);
    }

    /// Whether an operation has failed or the next one will.
    pub fn is_broken(&self) -> bool {
        self.switch.left.load(Ordering::SeqCst) == 0
    }
}

impl Switch {
    fn change(&self) -> io::Result<()> {
        let take = |left: u64| {
            if left == u64::MAX { Some(left) } else { left.checked_sub(1) }
        };
        match self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, take) {
            Ok(_) => Ok(()),
            Err(_) => Err((self.fault)()),
        }
    }
}

impl Medium for Faulty {
    fn open(&self) -> io::Result<Arc<dyn StorageBackend>> {
        Ok(Arc::new(Access { bytes: self.bytes.open()?, switch: self.switch.clone() }))
    }

    fn probe(&self) -> io::Result<()> {
        if self.is_broken() && !self.switch.probe_lies.load(Ordering::SeqCst) {
            Err((self.switch.fault)())
        } else {
            Ok(())
        }
    }
}

#[derive(Debug)]
struct Access {
    bytes: Arc<dyn StorageBackend>,
    switch: Arc<Switch>,
}

impl StorageBackend for Access {
    fn len(&self) -> io::Result<u64> {
        self.bytes.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let take = |left: u64| left.checked_sub(1);
        match self.switch.unreadable.fetch_update(Ordering::SeqCst, Ordering::SeqCst, take) {
            Ok(_) => Err((self.switch.fault)()),
            Err(_) => self.bytes.read(offset, out),
        }
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.switch.change()?;
        self.bytes.set_len(len)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.switch.change()?;
        self.bytes.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.switch.change()?;
        self.bytes.write(offset, data)
    }
}
