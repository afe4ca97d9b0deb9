//! Every limit of the listener in one place, with its default and the reason for it.
//!
//! Whatever a client does or leaves undone, each of its connections ends; a silent or dripping one within 30 s. The
//! limits are not settings of the operator: they are right for everybody or wrong. Tests shorten them.

use std::time::Duration;

/// Times, sizes and counts. All fields have sensible defaults ([`Limits::default`]).
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// From accepting a connection to its first byte.
    pub first_byte: Duration,
    /// From the first byte of a request to the end of its head, however the bytes drip.
    pub head: Duration,
    /// From the end of an answer to the first byte of the next request on the same connection.
    pub idle: Duration,
    /// From the end of a request's head to the end of its answer, the body and the handler included.
    pub exchange: Duration,
    /// How long an answer may stand still because the client does not read it.
    pub write_stall: Duration,
    /// How long a connection is listened to after the last answer, so that a client which is still sending gets to
    /// read that answer instead of a reset.
    pub linger: Duration,
    /// How long running requests may go on after the shutdown began.
    pub drain: Duration,
    /// How long the rest of a request's body may take after the shutdown began: a form on its way arrives within that, and
    /// one that was left half-sent holds nobody up.
    pub drain_body: Duration,
    /// The period in which a body must bring [`Limits::body_progress`] bytes or end.
    pub body_period: Duration,
    /// The bytes that a body must bring in each [`Limits::body_period`].
    pub body_progress: u64,
    /// The most time for a whole body.
    pub body_total: Duration,
    /// The most bytes of a body; more is [`super::BodyProblem::TooLarge`].
    pub body_bytes: u64,
    /// The bytes of each body that are always granted, so that forms are read however many large bodies there are.
    pub body_granted: usize,
    /// The bytes that all bodies together may hold in memory beyond what is always granted.
    pub body_memory: usize,
    /// The most bytes of a request's head; more is answered by 431.
    pub head_bytes: usize,
    /// The most bytes that a connection buffers in each direction; at least 8 KiB and [`Limits::head_bytes`].
    pub buffer: usize,
    /// The most header lines of a request; more is answered by 431.
    pub headers: usize,
    /// The most connections. When there are more, those that are waiting for a request are closed first.
    pub connections: usize,
    /// The most connections of one client address that is not a proxy. Many people can share one.
    pub per_client: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            first_byte: Duration::from_secs(10),
            head: Duration::from_secs(10),
            idle: Duration::from_secs(25),
            exchange: Duration::from_secs(180),
            write_stall: Duration::from_secs(20),
            linger: Duration::from_secs(2),
            drain: Duration::from_secs(8),
            drain_body: Duration::from_secs(1),
            body_period: Duration::from_secs(10),
            body_progress: 64 * 1024,
            body_total: Duration::from_secs(120),
            body_bytes: 4 * 1024 * 1024,
            body_granted: 16 * 1024,
            body_memory: 4 * 1024 * 1024,
            head_bytes: 32 * 1024,
            buffer: 64 * 1024,
            headers: 100,
            connections: 4096,
            per_client: 256,
        }
    }
}
