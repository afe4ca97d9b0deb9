//! What an open page is told while it stays open: server-sent events (HTML Living Standard, section 9.2), and how many streams of
//! them there are.
//!
//! Nothing here says what they are about. A stream is one answer that goes on, so that it holds no snapshot of the store and ends by
//! itself before the listener cuts it.

use crate::secret::TokenHash;
use futures_util::{Stream, StreamExt};
use hyper::body::Bytes;
use poem::http::header::CONTENT_TYPE;
use poem::{Body, Response};
use std::collections::HashMap;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// The most streams of one session: a browser has six connections to a host, and its other pages need some.
pub const MOST_OF_SESSION: usize = 3;

/// One event. It carries no more than a name and a number: whoever reads a stream asks for what has changed with rights of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerEvent {
    /// Under which name the page listens to it.
    pub name: &'static str,
    /// What the browser says that it has seen when it connects again.
    pub id: String,
}

/// Events, one after another.
pub(super) type ServerEvents = Pin<Box<dyn Stream<Item = ServerEvent> + Send>>;

impl ServerEvent {
    fn bytes(&self) -> Bytes {
        let Self { name, id } = self;
        format!("event: {name}\nid: {id}\ndata: {id}\n\n").into()
    }
}

/// The answer with these events. A proxy that gathers an answer before it passes it on would pass nothing on.
pub(super) fn response(events: ServerEvents) -> Response {
    let body = Body::from_bytes_stream(events.map(|event| Ok::<_, io::Error>(event.bytes())));
    Response::builder().header(CONTENT_TYPE, "text/event-stream").header("X-Accel-Buffering", "no").body(body)
}

/// All streams that are open.
pub struct OpenStreams {
    of_session: Mutex<HashMap<TokenHash, usize>>,
    over: watch::Sender<bool>,
}

impl Default for OpenStreams {
    fn default() -> Self {
        Self { of_session: Mutex::default(), over: watch::Sender::new(false) }
    }
}

impl OpenStreams {
    /// A place for one more stream of a session; `None` when it has as many as it may.
    pub fn open(self: &Arc<Self>, session: TokenHash) -> Option<StreamPlace> {
        let mut counts = self.counts();
        let count = counts.entry(session).or_default();
        if MOST_OF_SESSION <= *count {
            return None;
        }
        *count += 1;
        Some(StreamPlace { session, streams: Arc::clone(self) })
    }

    /// Ends all streams, now and from now on.
    pub fn end(&self) {
        self.over.send_replace(true);
    }

    /// How many are open.
    pub fn count(&self) -> usize {
        self.counts().values().sum()
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<TokenHash, usize>> {
        self.of_session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of an open stream, which is free again when this is dropped.
pub struct StreamPlace {
    session: TokenHash,
    streams: Arc<OpenStreams>,
}

impl StreamPlace {
    /// Ready when all streams are to end.
    pub fn over(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut over = self.streams.over.subscribe();
        async move { drop(over.wait_for(|over| *over).await) }
    }
}

impl Drop for StreamPlace {
    fn drop(&mut self) {
        let mut counts = self.streams.counts();
        if let Some(count) = counts.get_mut(&self.session) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.session);
            }
        }
    }
}
