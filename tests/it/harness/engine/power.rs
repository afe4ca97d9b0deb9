//! A disk whose power can be cut. What was not synced may then be there, or not, or in part, in any order: every
//! 512-byte sector of every unsynced write decides for itself.

use super::dice::Dice;
use mypage::store::Medium;
use redb::StorageBackend;
use std::io;
use std::sync::{Arc, Mutex};

const SECTOR: usize = 512;

/// The disk. Clones are the same disk.
#[derive(Clone, Debug)]
pub struct Power(Arc<Mutex<Disk>>);

#[derive(Debug)]
struct Disk {
    /// What a power cut cannot take away.
    durable: Vec<u8>,
    /// What the running machine sees.
    visible: Vec<u8>,
    unsynced: Vec<Change>,
    /// How many operations until the power goes, if it goes.
    fuse: Option<u64>,
    /// A disk that says "synced" and does nothing.
    lies: bool,
}

#[derive(Clone, Debug)]
enum Change {
    Sector { offset: usize, bytes: Vec<u8> },
    Length(usize),
}

impl Power {
    /// A disk that holds `image`. One that `lies` does not sync.
    pub fn with(image: Vec<u8>, lies: bool) -> Self {
        let disk = Disk { durable: image.clone(), visible: image, unsynced: Vec::new(), fuse: None, lies };
        Self(Arc::new(Mutex::new(disk)))
    }

    /// Cuts the power after `operations` more writes, syncs and changes of length; every one after that fails.
    pub fn cut_after(&self, operations: u64) {
        self.disk().fuse = Some(operations);
    }

    /// What the disk may hold after the cut, one of many possibilities.
    pub fn after_the_cut(&self, dice: &mut Dice) -> Vec<u8> {
        let disk = self.disk();
        let mut image = disk.durable.clone();
        let survival = [0, 10, 50, 90, 100][dice.below(5) as usize];
        let mut survivors: Vec<_> = disk.unsynced.iter().filter(|_| dice.chance(survival)).cloned().collect();
        if dice.chance(75) {
            dice.shuffle(&mut survivors);
        }
        let mut lengths =
            survivors.iter().filter_map(|change| if let Change::Length(len) = change { Some(*len) } else { None });
        let length = lengths.next_back().unwrap_or(image.len());
        image.resize(length, 0);
        for change in survivors {
            if let Change::Sector { offset, bytes } = change
                && let Some(target) = image.get_mut(offset..offset + bytes.len())
            {
                target.copy_from_slice(&bytes);
            }
        }
        image
    }

    /// All bytes as the running machine sees them.
    pub fn visible(&self) -> Vec<u8> {
        self.disk().visible.clone()
    }

    fn disk(&self) -> std::sync::MutexGuard<'_, Disk> {
        self.0.lock().expect("no panic in here")
    }
}

impl Disk {
    fn burn(&mut self) -> io::Result<()> {
        match &mut self.fuse {
            None => Ok(()),
            Some(0) => Err(io::Error::other("the power is gone")),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
        }
    }
}

impl Medium for Power {
    fn open(&self) -> io::Result<Arc<dyn StorageBackend>> {
        Ok(Arc::new(self.clone()))
    }

    fn probe(&self) -> io::Result<()> {
        if self.disk().fuse == Some(0) { Err(io::Error::other("the power is gone")) } else { Ok(()) }
    }
}

impl StorageBackend for Power {
    fn len(&self) -> io::Result<u64> {
        Ok(self.disk().visible.len() as u64)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let disk = self.disk();
        let start = offset as usize;
        let held = disk.visible.get(start..start + out.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        out.copy_from_slice(held);
        Ok(())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        let mut disk = self.disk();
        disk.burn()?;
        disk.visible.resize(len as usize, 0);
        disk.unsynced.push(Change::Length(len as usize));
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        let mut disk = self.disk();
        disk.burn()?;
        if !disk.lies {
            disk.durable = disk.visible.clone();
            disk.unsynced.clear();
        }
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let mut disk = self.disk();
        disk.burn()?;
        let start = offset as usize;
        disk.visible.get_mut(start..start + data.len()).ok_or(io::ErrorKind::UnexpectedEof)?.copy_from_slice(data);
        let mut at = 0;
        while at < data.len() {
            let taken = (SECTOR - (start + at) % SECTOR).min(data.len() - at);
            let bytes = data[at..at + taken].to_vec();
            disk.unsynced.push(Change::Sector { offset: start + at, bytes });
            at += taken;
        }
        Ok(())
    }
}
