//! Whether a request that changes something was really sent from one of our own pages.
//!
//! Two independent checks: what the browser says of the sender (`Sec-Fetch-Site`, or `Origin` from older ones),
//! and a proof in the form that its page was drawn for this visitor's own token.

use super::request::RequestInfo;
use super::{Floor, FormData};
use poem::http::header::ORIGIN;
use poem::http::{HeaderMap, Method};

/// The name of the hidden field.
pub(super) const FIELD: &str = "_csrf";

/// Whether a request may change something, and so needs the checks. No route takes any other unsafe method.
pub(super) fn is_unsafe(method: &Method) -> bool {
    method == Method::POST
}

/// Whether the browser, if it says anything, says that the request comes from this site.
///
/// `Origin: null` is what a browser sends from a page with `Referrer-Policy: no-referrer`, as all of ours have;
/// it says nothing, and the proof decides alone.
pub(super) fn sent_from_here(floor: &Floor, headers: &HeaderMap) -> bool {
    match headers.get("Sec-Fetch-Site") {
        Some(site) => site == "same-origin",
        None => headers.get(ORIGIN).is_none_or(|origin| origin == "null" || origin == floor.config.base_url()),
    }
}

/// Whether the form carries a proof for this visitor.
pub(super) fn is_proved(info: &RequestInfo, form: &FormData) -> bool {
    !info.token_is_new && info.token.proves(split(form.get(FIELD)).0)
}

/// What the hidden field holds: the proof, and for whom the page was drawn.
pub(super) fn field(proof: &str, owner: &str) -> String {
    if owner.is_empty() { proof.to_owned() } else { [proof, ".", owner].concat() }
}

/// For whom the page of a form was drawn, as its hidden field says: [`form_owner`](crate::session::Session::form_owner) of
/// the session, or empty for a guest. Anybody can make it up: it decides only what of their own words is shown to a visitor,
/// and whether a way to sign in is.
pub(super) fn owner(field: &str) -> &str {
    split(field).1
}

fn split(field: &str) -> (&str, &str) {
    field.split_once('.').unwrap_or((field, ""))
}

/// Whether the request surely comes from a page of ours: the browser says so, or it has sent a cookie that it keeps from
/// requests of other sites (`SameSite=Lax`). Only then may words of a form without a proof be shown to the visitor.
pub(super) fn is_surely_from_here(floor: &Floor, info: &RequestInfo, headers: &HeaderMap) -> bool {
    let said = headers.get("Sec-Fetch-Site").is_some_and(|site| site == "same-origin");
    said || !info.token_is_new || headers.get(ORIGIN).is_some_and(|origin| origin == floor.config.base_url())
}
