//! Stylesheet, scripts and icons over HTTP: conditional requests, the compressed form, caching.
//!
//! `ui::asset` lists the files and says how long each may be kept.

#[cfg(test)]
mod tests;

use crate::ui::asset::{self, Asset};
use crate::web::compression::accepts_gzip;
use http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, IF_NONE_MATCH, VARY,
};
use http::{Method, StatusCode};
use hyper::body::Bytes;
use poem::{Body, Response};
use std::sync::Arc;

/// The answer to a request for an embedded file; `None` when the path names none.
///
/// The answer to a HEAD request carries the body, too: the connection leaves it out and keeps its length.
pub fn answer(method: &Method, path: &str, headers: &HeaderMap) -> Option<Response> {
    Some(give(&*asset::find(path)?, method, headers))
}

/// The answer to a request for this file.
pub(super) fn give(asset: &Asset, method: &Method, headers: &HeaderMap) -> Response {
    match *method {
        Method::GET | Method::HEAD => show(asset, headers),
        _ => Response::builder().status(StatusCode::METHOD_NOT_ALLOWED).header(ALLOW, "GET, HEAD").finish(),
    }
}

fn show(asset: &Asset, headers: &HeaderMap) -> Response {
    let packed = asset.gzip.as_ref().filter(|_| headers.get(ACCEPT_ENCODING).is_some_and(accepts_gzip));
    let tag = match packed {
        Some(_) => packed_tag(asset),
        None => asset.etag.clone(),
    };
    let mut response = Response::builder().header(ETAG, tag).header(CACHE_CONTROL, asset.cache_control);
    if asset.gzip.is_some() {
        response = response.header(VARY, "Accept-Encoding");
    }
    if is_known(asset, headers) {
        return response.status(StatusCode::NOT_MODIFIED).finish();
    }
    if packed.is_some() {
        response = response.header(CONTENT_ENCODING, "gzip");
    }
    let bytes = Bytes::from_owner(Arc::clone(packed.unwrap_or(&asset.bytes)));
    response.header(CONTENT_TYPE, asset.content_type).body(Body::from_bytes(bytes))
}

/// The tag of the compressed form: a strong tag stands for the very bytes sent.
fn packed_tag(asset: &Asset) -> String {
    format!("{}-gzip\"", asset.etag.trim_end_matches('"'))
}

/// Whether the client has the file already, in either form.
fn is_known(asset: &Asset, headers: &HeaderMap) -> bool {
    let packed = packed_tag(asset);
    let tags = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|value| value.split(',')).any(|tag| {
        let tag = tag.trim();
        let tag = tag.strip_prefix("W/").unwrap_or(tag);
        tag == "*" || tag == asset.etag || tag == packed
    })
}
