//! The body of a request on its way in: cut when it is too large, too slow or too long.
//!
//! Every body passes here, no matter who reads it. What the reader does with the bytes is not known.

use super::gather::BodyProblem;
use super::limits::Limits;
use super::stage::Stage;
use http_body::{Body, Frame, SizeHint};
use http_body_util::combinators::BoxBody;
use hyper::body::Bytes;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use tokio::sync::watch;
use tokio::time::{Instant, Sleep, sleep};

/// A body that ends with a [`BodyProblem`] when it is too large or too slow.
pub(super) struct Measured {
    body: BoxBody<Bytes, io::Error>,
    limits: Limits,
    stage: watch::Receiver<Stage>,
    read: Arc<AtomicBool>,
    bytes: u64,
    pace: Option<Pace>,
}

/// How fast a body has been arriving since somebody began to read it.
struct Pace {
    end: Instant,
    bytes: u64,
    period: Pin<Box<Sleep>>,
    /// Ready when the service has been stopping for as long as a body may still take.
    stopping: Pin<Box<dyn Future<Output = ()> + Send + Sync>>,
}

impl Measured {
    /// `read` becomes true when the body has been read to its end.
    pub(super) fn new(
        body: BoxBody<Bytes, io::Error>,
        limits: Limits,
        stage: watch::Receiver<Stage>,
        read: Arc<AtomicBool>,
    ) -> Self {
        read.store(body.is_end_stream(), Ordering::Relaxed);
        Self { body, limits, stage, read, bytes: 0, pace: None }
    }

    fn arrived(&mut self, bytes: u64) -> Result<(), BodyProblem> {
        self.bytes += bytes;
        if let Some(pace) = &mut self.pace {
            pace.bytes += bytes;
        }
        if self.bytes > self.limits.body_bytes { Err(BodyProblem::TooLarge) } else { Ok(()) }
    }

    /// Ready when the body is too slow.
    fn poll_pace(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let limits = self.limits;
        let pace = self.pace.get_or_insert_with(|| {
            let mut stage = self.stage.clone();
            let stopping = async move {
                // A listener that is gone has stopped.
                drop(stage.wait_for(|stage| *stage != Stage::Open).await);
                sleep(limits.drain_body).await;
            };
            Pace {
                end: Instant::now() + limits.body_total,
                bytes: 0,
                period: Box::pin(sleep(limits.body_period)),
                stopping: Box::pin(stopping),
            }
        });
        if pace.stopping.as_mut().poll(cx).is_ready() {
            return Poll::Ready(());
        }
        loop {
            ready!(pace.period.as_mut().poll(cx));
            let now = Instant::now();
            if pace.bytes < limits.body_progress || now >= pace.end {
                return Poll::Ready(());
            }
            pace.bytes = 0;
            pace.period.as_mut().reset(pace.end.min(now + limits.body_period));
        }
    }
}

impl Body for Measured {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        // An announced size is refused before anything is read, and before the client is told to go on.
        if self.body.size_hint().lower() > self.limits.body_bytes {
            return Poll::Ready(Some(Err(io::Error::other(BodyProblem::TooLarge))));
        }
        match Pin::new(&mut self.body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => {
                let bytes = frame.data_ref().map_or(0, |data| data.len() as u64);
                let checked = self.arrived(bytes);
                self.read.store(self.body.is_end_stream(), Ordering::Relaxed);
                Poll::Ready(Some(checked.map(|()| frame).map_err(io::Error::other)))
            }
            Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(error))),
            Poll::Ready(None) => {
                self.read.store(true, Ordering::Relaxed);
                Poll::Ready(None)
            }
            Poll::Pending => {
                ready!(self.poll_pace(cx));
                Poll::Ready(Some(Err(io::Error::other(BodyProblem::TooSlow))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
