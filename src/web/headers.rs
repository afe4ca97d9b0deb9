//! The headers that every answer carries, errors and files included.
//!
//! The policy allows only this origin, and of it only what the pages use (CSP Level 3).

use poem::http::HeaderMap;
use poem::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};

const ALWAYS: [(HeaderName, HeaderValue); 7] = [
    (
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
             manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
        ),
    ),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
    ),
];

const YEAR: HeaderValue = HeaderValue::from_static("max-age=31536000");
const YEAR_WITH_SUBDOMAINS: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// For whom browsers are told to use https.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Https {
    /// For nobody: the request came over http.
    No,
    /// For this host.
    Host,
    /// For this host and all below it.
    Subdomains,
}

/// Puts the security headers on an answer.
pub(super) fn secure(headers: &mut HeaderMap, https: Https, reference: &str) {
    headers.reserve(ALWAYS.len());
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
    match https {
        Https::No => {}
        Https::Host => drop(headers.insert(STRICT_TRANSPORT_SECURITY, YEAR)),
        Https::Subdomains => drop(headers.insert(STRICT_TRANSPORT_SECURITY, YEAR_WITH_SUBDOMAINS)),
    }
    if let Ok(reference) = HeaderValue::from_str(reference) {
        headers.insert(REQUEST_ID, reference);
    }
}

/// Marks an answer as one visitor's own: stored by nobody, and different for htmx.
pub(super) fn private(headers: &mut HeaderMap) {
    not_kept(headers);
    headers.append(VARY, HeaderValue::from_static("HX-Request, HX-Target, HX-Current-URL"));
}

/// Has an answer stored by nobody.
pub(super) fn not_kept(headers: &mut HeaderMap) {
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

/// Lets the visitor's own browser keep an answer for an hour, and nobody on the way.
pub(super) fn kept(headers: &mut HeaderMap) {
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
}

/// Lets everybody keep an answer for good.
pub(super) fn kept_for_good(headers: &mut HeaderMap) {
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
}
