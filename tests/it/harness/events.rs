//! A stream of events, read as an open page reads it.

use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use poem::Response;
use poem::http::{HeaderMap, StatusCode};
use std::time::Duration;
use tokio::time::timeout;

/// A test that waits this long for an event has failed.
const TOO_LONG: Duration = Duration::from_secs(20);

/// A stream that is open, or the answer instead of one.
pub struct Events {
    pub status: StatusCode,
    pub headers: HeaderMap,
    chunks: BoxStream<'static, Vec<u8>>,
}

impl Events {
    pub(super) fn of(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let chunks = body.into_bytes_stream().map(|chunk| chunk.expect("a chunk").to_vec()).boxed();
        Self { status: parts.status, headers: parts.headers, chunks }
    }

    /// The next event as it is sent; `None` at the end. An event is a chunk.
    pub async fn next(&mut self) -> Option<String> {
        let chunk = timeout(TOO_LONG, self.chunks.next()).await.expect("an event, or the end");
        chunk.map(|chunk| String::from_utf8(chunk).expect("UTF-8"))
    }

    /// The next event of a name, and how long it took.
    pub async fn until(&mut self, name: &str) -> String {
        loop {
            let event = self.next().await.expect("the stream goes on");
            if event.starts_with(&format!("event: {name}\n")) {
                return event;
            }
        }
    }

    /// Reads on to the end of the stream.
    pub async fn end(&mut self) {
        while self.next().await.is_some() {}
    }
}
