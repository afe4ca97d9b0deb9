//! Whole bodies in memory: why one cannot be had, and how much all of them may hold together.
//!
//! [`read_body`] is the one way to gather a body. The limits on its size and pace have been applied before.

use super::limits::Limits;
use http_body::Body;
use http_body_util::BodyExt;
use http_body_util::combinators::BoxBody;
use hyper::body::Bytes;
use std::error::Error;
use std::fmt;
use std::io;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Why a body could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyProblem {
    /// It is, or says that it is, larger than allowed: 413.
    TooLarge,
    /// It stands still or drips: 408.
    TooSlow,
    /// Too many large bodies are being read; this one may come again: 503 with `Retry-After`.
    Busy,
    /// The client left or broke the protocol: 400, if anybody is there to read it.
    Broken,
}

impl fmt::Display for BodyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "the body is too large",
            Self::TooSlow => "the body arrives too slowly",
            Self::Busy => "too many large bodies are being read",
            Self::Broken => "the body broke off",
        })
    }
}

impl Error for BodyProblem {}

/// Gathers the whole body of a request and leaves an empty one behind.
///
/// The memory that a large one is granted is given back when the last clone of the bytes is dropped.
///
/// # Errors
/// See [`BodyProblem`]; the connection closes after the answer.
pub async fn read_body(request: &mut poem::Request) -> Result<Bytes, BodyProblem> {
    let memory = request.extensions().get::<Memory>().cloned();
    let mut body: BoxBody<Bytes, io::Error> = request.take_body().into();
    let announced = body.size_hint().exact().and_then(|bytes| usize::try_from(bytes).ok());
    let mut whole = Whole::default();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(problem_of)?.into_data() else {
            continue;
        };
        if let Some(memory) = &memory {
            memory.make_room(&mut whole, data.len(), announced)?;
        }
        whole.bytes.extend_from_slice(&data);
    }
    Ok(Bytes::from_owner(whole))
}

fn problem_of(error: io::Error) -> BodyProblem {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<BodyProblem>());
    inner.copied().unwrap_or(BodyProblem::Broken)
}

/// A body being gathered, with the memory granted for it.
#[derive(Default)]
struct Whole {
    bytes: Vec<u8>,
    /// Gives the memory back when it is dropped.
    grant: Option<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for Whole {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// The memory that all gathered bodies share, counted in bytes.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    left: Arc<Semaphore>,
    granted: usize,
    most: usize,
}

impl Memory {
    pub(super) fn new(limits: &Limits) -> Self {
        let most = usize::try_from(limits.body_bytes).unwrap_or(usize::MAX);
        Self { left: Arc::new(Semaphore::new(limits.body_memory)), granted: limits.body_granted, most }
    }

    /// Makes room for `more` bytes, or refuses at once: two bodies that wait for each other's memory would wait for
    /// ever. A body that outgrows what is always granted gets all its room in one step, so that it is never copied;
    /// room that is not yet filled costs the machine nothing.
    fn make_room(&self, whole: &mut Whole, more: usize, announced: Option<usize>) -> Result<(), BodyProblem> {
        let needed = whole.bytes.len() + more;
        if needed <= self.granted.max(whole.bytes.capacity()) {
            return Ok(());
        }
        let room = announced.unwrap_or(self.most).max(needed);
        let wanted = u32::try_from(room).map_err(|_| BodyProblem::TooLarge)?;
        let grant = Arc::clone(&self.left).try_acquire_many_owned(wanted).map_err(|_| BodyProblem::Busy)?;
        whole.grant = Some(grant);
        whole.bytes.reserve_exact(room - whole.bytes.len());
        Ok(())
    }
}
