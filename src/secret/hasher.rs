//! Hashes passwords with Argon2id (RFC 9106) on a few dedicated threads behind a short queue, in which no client holds up the
//! others. Each thread uses a block of
//! memory again and again, which is given back when nobody signs in for a while.
//!
//! The parameters are OWASP's minimum: 19 MiB, two passes, one lane. However many people sign in at once, memory stays
//! at 19 MiB for each thread, and pages that need no hash do not wait for those that do.

use super::fair_queue::{FairQueue, Taken};
use super::token::random_bytes;
use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use subtle::ConstantTimeEq;
use tokio::sync::oneshot;

/// Memory of one hash in KiB.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// How many jobs may wait. At about 20 ms each and two threads, the last one waits for less than a second.
const QUEUE: usize = 64;

/// For how long the memory is kept while there is nothing to hash.
const IDLE: Duration = Duration::from_secs(10);

/// The queue is full, or others came first: answer 503 and ask to try again in a few seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy;

/// The result of a verification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordCheck {
    /// The password is right.
    Right,
    /// The password is right, but its hash has weaker parameters than the current ones: hash it again.
    RightButWeak,
    /// The password is wrong, or there was no hash to compare it with.
    Wrong,
}

enum Job {
    Hash(Vec<u8>, oneshot::Sender<String>),
    Verify(Vec<u8>, Option<String>, oneshot::Sender<PasswordCheck>),
}

/// The hashing threads. Cheap to clone; they end when the last clone is gone.
#[derive(Clone)]
pub struct Hasher {
    handle: Arc<Handle>,
    clients: RandomState,
}

/// Ends the threads when it is dropped.
struct Handle {
    shared: Arc<Shared>,
    taken: AtomicU64,
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.shared.jobs.close();
    }
}

impl Hasher {
    /// Starts `threads` threads of 19 MiB each.
    pub fn start(threads: usize) -> Self {
        let shared = Arc::new(Shared { jobs: FairQueue::of(QUEUE), memory: Mutex::default() });
        for _ in 0..threads.max(1) {
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || work(&shared));
        }
        Self { handle: Arc::new(Handle { shared, taken: AtomicU64::new(0) }), clients: RandomState::new() }
    }

    /// Hashes a password, for somebody at that client, into a PHC string that carries salt and parameters.
    ///
    /// # Errors
    /// [`Busy`] when the queue is full.
    pub async fn hash(&self, client: impl Hash, password: Vec<u8>) -> Result<String, Busy> {
        let (answer, wait) = oneshot::channel();
        self.submit(client, Job::Hash(password, answer))?;
        wait.await.map_err(|_| Busy)
    }

    /// Compares a password, of somebody at that client, with a PHC string. Without one it does the same work, so that the time does not reveal
    /// whether an account exists.
    ///
    /// # Errors
    /// [`Busy`] when the queue is full.
    pub async fn verify(
        &self,
        client: impl Hash,
        password: Vec<u8>,
        phc: Option<String>,
    ) -> Result<PasswordCheck, Busy> {
        let (answer, wait) = oneshot::channel();
        self.submit(client, Job::Verify(password, phc, answer))?;
        wait.await.map_err(|_| Busy)
    }

    /// The number of jobs accepted since the start. Tests use it to see that known and unknown addresses cost the same.
    pub fn hashes(&self) -> u64 {
        self.handle.taken.load(Ordering::Relaxed)
    }

    fn submit(&self, client: impl Hash, job: Job) -> Result<(), Busy> {
        let client = self.clients.hash_one(client);
        self.handle.shared.jobs.push(client, job).map_err(|_| Busy)?;
        self.handle.taken.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

/// What the threads share: who waits, and the memory blocks that none of them is using.
struct Shared {
    jobs: FairQueue<Job>,
    memory: Mutex<Vec<Vec<Block>>>,
}

fn work(shared: &Shared) {
    loop {
        match shared.jobs.take(IDLE) {
            Taken::Closed => return,
            Taken::Nothing => shared.memory().clear(),
            // The client has gone; nobody would read the answer.
            Taken::Job(Job::Hash(_, answer)) if answer.is_closed() => {}
            Taken::Job(Job::Verify(_, _, answer)) if answer.is_closed() => {}
            Taken::Job(job) => {
                let mut blocks = shared.memory().pop().unwrap_or_default();
                job.done_in(&mut blocks);
                shared.memory().push(blocks);
            }
        }
    }
}

impl Shared {
    fn memory(&self) -> MutexGuard<'_, Vec<Vec<Block>>> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Job {
    fn done_in(self, blocks: &mut Vec<Block>) {
        match self {
            Self::Hash(password, answer) => {
                if let Some(phc) = hash(&password, blocks) {
                    let _ = answer.send(phc);
                }
            }
            Self::Verify(password, phc, answer) => {
                let _ = answer.send(verify(&password, phc.as_deref(), blocks));
            }
        }
    }
}

fn current() -> Params {
    Params::new(MEMORY_KIB, PASSES, LANES, Some(Params::DEFAULT_OUTPUT_LEN)).unwrap_or_default()
}

fn derive(password: &[u8], salt: &[u8], params: Params, blocks: &mut Vec<Block>) -> Option<[u8; 32]> {
    if blocks.len() < params.block_count() {
        blocks.resize(params.block_count(), Block::default());
    }
    let mut output = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(password, salt, &mut output, &mut blocks[..])
        .ok()?;
    Some(output)
}

fn hash(password: &[u8], blocks: &mut Vec<Block>) -> Option<String> {
    let salt: [u8; 16] = random_bytes();
    let params = current();
    let output = derive(password, &salt, params.clone(), blocks)?;
    let phc = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).ok()?,
        salt: Some(Salt::new(&salt).ok()?),
        hash: Some(Output::new(&output).ok()?),
    };
    Some(phc.to_string())
}

fn verify(password: &[u8], phc: Option<&str>, blocks: &mut Vec<Block>) -> PasswordCheck {
    let stored = phc.and_then(|phc| PasswordHash::new(phc).ok());
    let parts = stored.as_ref().and_then(|s| Some((s.salt?, s.hash?, Params::try_from(s).ok()?)));
    let Some((salt, expected, params)) = parts else {
        let _ = derive(password, &[0; 16], current(), blocks);
        return PasswordCheck::Wrong;
    };
    let weak = params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES;
    match derive(password, salt.as_ref(), params, blocks) {
        Some(output) if bool::from(output.ct_eq(expected.as_bytes())) => {
            if weak {
                PasswordCheck::RightButWeak
            } else {
                PasswordCheck::Right
            }
        }
        _ => PasswordCheck::Wrong,
    }
}
