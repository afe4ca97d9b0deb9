//! The answer to a supervisor, such as a load balancer: whether the service is alive and takes changes.

use super::{Floor, headers};
use crate::store::Health;
use poem::Response;
use poem::http::header::{ALLOW, HeaderValue};
use poem::http::{Method, StatusCode};

const TEXT: &str = "text/plain; charset=utf-8";
const ALLOWED: HeaderValue = HeaderValue::from_static("GET, HEAD");

pub(super) fn answer(floor: &Floor, method: &Method) -> Response {
    let mut response = if [Method::GET, Method::HEAD].contains(method) {
        match floor.store.health() {
            Health::Writable => said(StatusCode::OK, "ok\n"),
            Health::ReadOnly { .. } => said(StatusCode::SERVICE_UNAVAILABLE, "read-only\n"),
        }
    } else {
        let mut response = said(StatusCode::METHOD_NOT_ALLOWED, "GET or HEAD\n");
        response.headers_mut().insert(ALLOW, ALLOWED);
        response
    };
    headers::not_kept(response.headers_mut());
    response
}

fn said(status: StatusCode, words: &'static str) -> Response {
    Response::builder().status(status).content_type(TEXT).body(words)
}
