//! One connection from its admission to its end: HTTP/1.1 by hyper, each request to the endpoint.
//!
//! It ends when the client goes, when its deadline passes, when it has to make room, or when the service stops. The
//! reasons for a deadline are in `timing.rs`.

use super::answer::Answer;
use super::connections::Admission;
use super::gather::Memory;
use super::limits::Limits;
use super::measured::Measured;
use super::stage::Stage;
use super::stream::Stream;
use super::timing::Timing;
use http::header::{CONNECTION, HOST, HeaderValue};
use http::uri::{Authority, Scheme};
use http::{StatusCode, Version};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use poem::endpoint::DynEndpoint;
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Addr, Endpoint, Request, Response};
use std::convert::Infallible;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

/// What all connections of a listener share.
pub(super) struct Shared {
    pub(super) endpoint: Box<dyn DynEndpoint<Output = Response>>,
    pub(super) memory: Memory,
    pub(super) limits: Limits,
    pub(super) address: SocketAddr,
}

/// Serves a connection until it ends.
pub(super) async fn serve(
    shared: Arc<Shared>,
    stream: TcpStream,
    peer: SocketAddr,
    admission: Admission,
    mut stage: watch::Receiver<Stage>,
) {
    let timing = &admission.timing;
    // Without it small answers wait for the acknowledgement of earlier ones; a socket that refuses it works slowly.
    let _slow = stream.set_nodelay(true);
    let told = stage.clone();
    let service = service_fn(|request| exchange(Arc::clone(&shared), Arc::clone(timing), told.clone(), peer, request));
    let io = TokioIo::new(Stream::new(stream, Arc::clone(timing)));
    let mut http = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            // `Timing` has more phases than hyper's one timer.
            .header_read_timeout(None)
            .max_header_size(shared.limits.head_bytes)
            .max_buf_size(shared.limits.buffer)
            .max_headers(shared.limits.headers)
            .serve_connection(io, service)
    );
    let mut alarm = pin!(sleep_until(timing.deadline()));
    loop {
        // The deadline moves only while hyper is polled, so it is looked up after each poll.
        let over = poll_fn(|cx| {
            if http.as_mut().poll(cx).is_ready() {
                return Poll::Ready(());
            }
            let deadline = timing.deadline();
            // A client that never stops sending uses up the task's budget, and then no timer of the task rings.
            if deadline <= Instant::now() {
                return Poll::Ready(());
            }
            if alarm.deadline() != deadline {
                alarm.as_mut().reset(deadline);
            }
            alarm.as_mut().poll(cx)
        });
        tokio::select! {
            // Eviction comes first, so that no request begins on a connection that is about to be cut.
            biased;
            () = timing.evicted() => return,
            changed = stage.changed() => {
                let cut = changed.is_err() || *stage.borrow() == Stage::Cut;
                if cut || timing.spare().is_some() {
                    return;
                }
                http.as_mut().graceful_shutdown();
            }
            () = over => return,
        }
    }
}

/// One request and its answer.
async fn exchange(
    shared: Arc<Shared>,
    timing: Arc<Timing>,
    stage: watch::Receiver<Stage>,
    peer: SocketAddr,
    request: http::Request<Incoming>,
) -> Result<http::Response<Answer>, Infallible> {
    timing.began();
    let read = Arc::new(AtomicBool::new(false));
    let mut response = if names_one_host(&request) {
        let request = request_of(&shared, stage, peer, request, Arc::clone(&read));
        http::Response::from(shared.endpoint.get_response(request).await)
    } else {
        http::Response::from(Response::from(StatusCode::BAD_REQUEST))
    };
    if !read.load(Ordering::Relaxed) {
        // What was not read of the body stands where the next request would begin.
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response.map(|body| Answer { body, timing }))
}

/// Whether a request says for whom it is, and says it once (RFC 9112, section 3.2): a proxy in front may have read the other
/// one. HTTP/1.0 need not name a host.
fn names_one_host(request: &http::Request<Incoming>) -> bool {
    let mut named = request.headers().get_all(HOST).iter();
    match (named.next(), named.next()) {
        (None, _) => request.version() < Version::HTTP_11,
        (Some(_), Some(_)) => false,
        (Some(host), None) => {
            let host = Authority::try_from(host.as_bytes()).ok();
            host.is_some_and(|host| !host.host().is_empty() && !host.as_str().contains('@'))
        }
    }
}

/// The request as the endpoint sees it: its body measured, and with the memory that [`super::read_body`] asks for.
fn request_of(
    shared: &Shared,
    stage: watch::Receiver<Stage>,
    peer: SocketAddr,
    request: http::Request<Incoming>,
    read: Arc<AtomicBool>,
) -> Request {
    let local = LocalAddr(Addr::SocketAddr(shared.address));
    let remote = RemoteAddr(Addr::SocketAddr(peer));
    let mut request = Request::from((request, local, remote, Scheme::HTTP));
    let body = Measured::new(request.take_body().into(), shared.limits, stage, read);
    request.set_body(http_body_util::combinators::BoxBody::new(body));
    request.extensions_mut().insert(shared.memory.clone());
    request
}
