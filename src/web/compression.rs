//! Gzip for answers that gain by it: whole texts of more than a kibibyte, for clients that take it.
//!
//! Streams and what is already encoded are left alone. Embedded files come compressed from the build of the catalogue
//! and do not pass here.

#[cfg(test)]
mod tests;

use flate2::{Compress, Compression, FlushCompress, Status};
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};
use http_body::Body;
use http_body_util::BodyExt;
use http_body_util::combinators::BoxBody;
use hyper::body::Bytes;
use poem::Response;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Smaller texts fit one packet with their head, so that compressing them gains nothing.
const LEAST: u64 = 1024;

/// Larger texts would keep a worker from its other requests for too long.
const MOST: u64 = 1024 * 1024;

/// A page is a fifth larger than at level 5, in a fifth of the time.
const LEVEL: u32 = 1;

/// The largest window, of 32 KiB (RFC 1952 over RFC 1951): it reaches over a whole page.
const WINDOW_BITS: u8 = 15;

/// The compressors, each of a few hundred KiB. One is reset and used again for the next answer, because setting up its
/// tables costs more than compressing a page.
#[derive(Default)]
pub struct Gzip {
    /// Those that are not at work: never more than threads have compressed at the same time.
    idle: Mutex<Vec<Compress>>,
}

impl Gzip {
    /// The response, compressed if that is worth it and `accept_encoding`, the request's header, allows it.
    ///
    /// Every response that could have been compressed says `Vary: Accept-Encoding`, so that caches keep both forms apart.
    /// A body of known size stands in memory here, so that nothing is waited for.
    pub async fn compress(&self, accept_encoding: Option<&HeaderValue>, mut response: Response) -> Response {
        let body: BoxBody<Bytes, io::Error> = response.take_body().into();
        let whole = body.size_hint().exact().is_some_and(|size| (LEAST + 1..=MOST).contains(&size));
        if !whole || !is_plain_text(response.headers()) {
            response.set_body(body);
            return response;
        }
        vary(response.headers_mut());
        if !accept_encoding.is_some_and(accepts_gzip) {
            response.set_body(body);
            return response;
        }
        let Ok(plain) = body.collect().await.map(|collected| collected.to_bytes()) else {
            // A body that breaks has no rest to send; nothing has left yet, so it can still be said.
            return StatusCode::INTERNAL_SERVER_ERROR.into();
        };
        match self.pack(&plain) {
            Some(packed) => {
                mark(response.headers_mut());
                response.set_body(packed);
            }
            None => response.set_body(plain),
        }
        response
    }

    /// The gzipped form, if it is smaller.
    fn pack(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let mut gzip = self.idle().pop().unwrap_or_else(|| Compress::new_gzip(Compression::new(LEVEL), WINDOW_BITS));
        // What does not fit here gains nothing.
        let mut packed = Vec::with_capacity(plain.len());
        let ended = gzip.compress_vec(plain, &mut packed, FlushCompress::Finish);
        // One that stopped in the middle of a block would begin the next answer there: it is not used again.
        if !matches!(ended, Ok(Status::StreamEnd)) {
            return None;
        }
        gzip.reset();
        self.idle().push(gzip);
        Some(packed)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Compress>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether an `Accept-Encoding` allows gzip and does not prefer the plain form.
pub(super) fn accepts_gzip(header: &HeaderValue) -> bool {
    let quality = |wanted: &str| {
        let codings = header.to_str().unwrap_or_default().split(',');
        codings.map(quality_of).find(|(coding, _)| coding.eq_ignore_ascii_case(wanted)).map(|(_, quality)| quality)
    };
    let gzip = quality("gzip").or_else(|| quality("x-gzip")).or_else(|| quality("*")).unwrap_or_default();
    gzip > 0.0 && gzip >= quality("identity").unwrap_or_default()
}

/// A coding and its weight: 1 when none is given, 0 when it is not a number.
fn quality_of(entry: &str) -> (&str, f32) {
    let mut parts = entry.split(';').map(str::trim);
    let coding = parts.next().unwrap_or_default();
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    (coding, weight.map_or(1.0, |weight| weight.parse().unwrap_or_default()))
}

/// Whether it is a text that nobody has encoded, cut or forbidden to change.
fn is_plain_text(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = text(CONTENT_TYPE).split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_text = media.starts_with("text/")
        || media.ends_with("+json")
        || media.ends_with("+xml")
        || matches!(media.as_str(), "application/json" | "application/javascript" | "application/xml");
    is_text
        && !headers.contains_key(CONTENT_ENCODING)
        && !headers.contains_key(CONTENT_RANGE)
        && !text(CACHE_CONTROL).contains("no-transform")
}

fn vary(headers: &mut HeaderMap) {
    let says = |value: &HeaderValue| {
        let names = value.to_str().unwrap_or_default().split(',').map(str::trim);
        names.into_iter().any(|name| name == "*" || name.eq_ignore_ascii_case("accept-encoding"))
    };
    if !headers.get_all(VARY).iter().any(says) {
        headers.append(VARY, HeaderValue::from_static("Accept-Encoding"));
    }
}

/// Turns the headers of the plain form into those of the gzipped one; a strong tag would promise the same bytes.
fn mark(headers: &mut HeaderMap) {
    headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    headers.remove(CONTENT_LENGTH);
    let strong = headers.get(ETAG).and_then(|tag| tag.to_str().ok()).filter(|tag| tag.starts_with('"'));
    if let Some(weak) = strong.and_then(|tag| HeaderValue::try_from(format!("W/{tag}")).ok()) {
        headers.insert(ETAG, weak);
    }
}
