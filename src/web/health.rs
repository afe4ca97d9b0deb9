//! The answer to a supervisor, such as a load balancer: whether the service is alive and takes changes.

use super::{Floor, headers};
use crate::store::Health;
use poem::Response;
use poem::http::header::{ALLOW, HeaderValue};
use poem::http::{Method, StatusCode};
use std::time::{Duration, Instant};

/// A group of writes takes milliseconds. One that takes this long waits for a disk that hangs.
pub const LONGEST_WRITE: Duration = Duration::from_secs(20);
const TEXT: &str = "text/plain; charset=utf-8";
const ALLOWED: HeaderValue = HeaderValue::from_static("GET, HEAD");

pub(super) fn answer(floor: &Floor, method: &Method) -> Response {
    let mut response = if [Method::GET, Method::HEAD].contains(method) {
        let (store, mail) = (&floor.store, &floor.mail_progress);
        match trouble(&store.health(), store.writer_busy_for(), mail.stalls(Instant::now())) {
            // It goes on serving, so nobody should take it out of service for this.
            None if store.damage().is_some() => {
                said(StatusCode::OK, "ok, but the data file is damaged: see `mypage status`\n")
            }
            None => said(StatusCode::OK, "ok\n"),
            Some(trouble) => said(StatusCode::SERVICE_UNAVAILABLE, trouble),
        }
    } else {
        let mut response = said(StatusCode::METHOD_NOT_ALLOWED, "GET or HEAD\n");
        response.headers_mut().insert(ALLOW, ALLOWED);
        response
    };
    headers::not_kept(response.headers_mut());
    response
}

/// What keeps the service from doing its work.
pub(super) fn trouble(store: &Health, writing_for: Duration, mail_stalls: bool) -> Option<&'static str> {
    match store {
        Health::ReadOnly { .. } => Some("read-only\n"),
        Health::Writable if writing_for > LONGEST_WRITE => Some("the store's writer stalls\n"),
        Health::Writable if mail_stalls => Some("the mail worker stalls\n"),
        Health::Writable => None,
    }
}

fn said(status: StatusCode, words: &'static str) -> Response {
    Response::builder().status(status).content_type(TEXT).body(words)
}
