//! What is known of one request before any action runs: who asks, from where, in which language, with which form.
//!
//! Nothing here decides whether the request may go on; `csrf.rs` and the routes' guards do.

use super::client::{client_address, client_scheme};
use super::{Floor, FormData, cookie};
use crate::lang::Lang;
use crate::secret::{Token, TokenHash, random_bytes};
use crate::session::{self, Session, SessionKind, UserAgent};
use crate::store::{self, Reader};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use poem::Request;
use poem::http::header::{ACCEPT_LANGUAGE, HOST, USER_AGENT};
use poem::http::uri::{Authority, Scheme};
use poem::http::{HeaderMap, Method, Uri};
use std::net::{IpAddr, Ipv4Addr};

/// The facts of one request.
#[derive(Clone)]
pub struct RequestInfo {
    /// A short random reference, on the error page and in the log.
    pub reference: String,
    pub(super) method: Method,
    pub(super) uri: Uri,
    /// The visitor's address, behind trusted proxies if there are any.
    pub client: IpAddr,
    /// Whether the browser runs on the machine that serves, with nothing in between.
    pub on_this_machine: bool,
    /// The kind of the sessions of the path's area.
    pub kind: &'static SessionKind,
    /// The visitor's own token, from the cookie of this kind or new.
    pub token: Token,
    pub(super) token_is_new: bool,
    /// Whether what is posted surely comes from a page of ours; true of everything else.
    pub(super) from_here: bool,
    /// The token's hash: the key of what is kept for the visitor.
    pub(super) visitor: TokenHash,
    pub(super) htmx: bool,
    /// The part of the page that htmx changes with the answer, as a tag and an id: `section#reservations`.
    pub(super) target: Option<String>,
    /// The address of the page on which htmx does so.
    pub(super) shown_at: Option<Uri>,
    /// The last event of a stream that was seen, as the browser says it.
    pub(super) last_event: Option<String>,
    pub(super) session: Option<Session>,
    /// The language that was pressed in this browser, if one was.
    pub chosen_lang: Option<Lang>,
    pub(super) lang: Lang,
    /// The token of the device, if somebody has signed in on it; read for what is posted only.
    pub(super) device: Option<Token>,
    /// The token of the device, if several people share it.
    pub(super) shared_device: Option<Token>,
    /// Where the browser wants to go on behind a mail.
    pub(super) next_kept: Option<String>,
    /// What the browser says of itself; read for what is posted only.
    pub user_agent: UserAgent,
    pub(super) form: FormData,
}

/// The part that needs neither the store nor the body, and so never fails.
pub(super) fn arrive(floor: &Floor, kind: &'static SessionKind, request: &Request) -> RequestInfo {
    let headers = request.headers();
    let peer = request.remote_addr().as_socket_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |addr| addr.ip());
    let known = cookie::read(headers, floor.https(), kind.cookie).and_then(|text| Token::parse(&text));
    let htmx = headers.get("HX-Request").is_some_and(|value| value == "true");
    let sent_by_htmx = |name| headers.get(name).filter(|_| htmx).and_then(|value| value.to_str().ok());
    let chosen_lang = cookie::read(headers, floor.https(), cookie::LANGUAGE).and_then(|tag| Lang::from_tag(&tag));
    let posted = *request.method() == Method::POST;
    let (token_is_new, token) = (known.is_none(), known.unwrap_or_else(Token::mint));
    RequestInfo {
        reference: URL_SAFE_NO_PAD.encode(random_bytes::<6>()),
        method: request.method().clone(),
        uri: request.uri().clone(),
        client: client_address(peer, headers, floor.trusted()),
        on_this_machine: peer.to_canonical().is_loopback() && is_direct(headers),
        kind,
        token_is_new,
        from_here: true,
        visitor: token.hash(),
        token,
        htmx,
        target: sent_by_htmx("HX-Target").map(str::to_owned),
        shown_at: sent_by_htmx("HX-Current-URL").and_then(|address| address.parse().ok()),
        last_event: headers.get("Last-Event-ID").and_then(|value| value.to_str().ok()).map(str::to_owned),
        session: None,
        chosen_lang,
        lang: chosen_lang.unwrap_or_else(|| accepted(headers)),
        device: cookie::read(headers, floor.https(), cookie::DEVICE)
            .filter(|_| posted)
            .and_then(|text| Token::parse(&text)),
        shared_device: cookie::read(headers, floor.https(), cookie::SHARED_DEVICE).and_then(|text| Token::parse(&text)),
        next_kept: cookie::read(headers, floor.https(), cookie::NEXT),
        user_agent: headers
            .get(USER_AGENT)
            .filter(|_| posted)
            .map_or_else(UserAgent::default, |value| UserAgent::of(value.as_bytes())),
        form: FormData::default(),
    }
}

impl RequestInfo {
    /// Looks the visitor's session up. The subject's own language comes before the browser's.
    pub(super) fn recognise(&mut self, r: &dyn Reader) -> store::Result<()> {
        self.session = session::find(r, self.kind, self.visitor)?.filter(|session| !session.is_locked(r.now()));
        if let Some(session) = &self.session {
            self.lang = session.lang;
        }
        Ok(())
    }
}

/// Whether the request came over https, to this process or to a trusted proxy before it.
pub(super) fn over_https(floor: &Floor, request: &Request) -> bool {
    let peer = request.remote_addr().as_socket_addr().map(|addr| addr.ip());
    floor.https() || peer.is_some_and(|peer| client_scheme(peer, request.headers(), floor.trusted()) == Scheme::HTTPS)
}

/// Whether a request names this machine and shows no trace of a proxy or a tunnel, which make everybody look local.
fn is_direct(headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).and_then(|host| host.parse::<Authority>().ok());
    let local = host.is_some_and(|host| {
        let name = host.host().trim_matches(['[', ']']);
        name == "localhost"
            || name.ends_with(".localhost")
            || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    });
    let forwarded = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];
    local && !forwarded.iter().any(|name| headers.contains_key(*name))
}

fn accepted(headers: &HeaderMap) -> Lang {
    preferred(headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default())
}

/// The better of our languages for an `Accept-Language` header (RFC 9110, section 12.5.4); Japanese when it
/// names neither.
pub(super) fn preferred(header: &str) -> Lang {
    let mut best = (Lang::Ja, 0.0);
    for entry in header.split(',') {
        let mut parts = entry.split(';');
        let lang = parts.next().and_then(|tag| Lang::from_tag(tag.trim()));
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1.0, |q| q.parse().unwrap_or(0.0));
        if let Some(lang) = lang.filter(|_| weight > best.1) {
            best = (lang, weight);
        }
    }
    best.0
}
