//! A browser without a screen: cookies, redirects, and htmx's way of sending forms.
//!
//! It does what the specifications say of browsers and nothing kinder: a `__Host-` cookie without its attributes is
//! dropped, a form is sent the way its attributes say.

use super::events::Events;
use super::form::Form;
use super::page::Page;
use cookie::Cookie;
use futures_util::{StreamExt, stream};
use mypage::web::Site;
use mypage::web::listen::BodyProblem;
use poem::http::{Method, StatusCode, header};
use poem::{Body, Endpoint, Request, Response};
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

/// One person's browser. A clone is the same browser with its cookies as they were.
#[derive(Clone)]
pub struct Browser {
    site: Arc<Site>,
    base: String,
    /// Name to value.
    pub cookies: BTreeMap<String, String>,
    /// Sent with every request, besides what a browser sends.
    pub headers: Vec<(&'static str, String)>,
    /// Where it asks from.
    pub address: String,
    /// Whether redirects are followed.
    pub following: bool,
    htmx: bool,
}

/// One request, before it is sent.
pub struct Ask {
    pub method: Method,
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    /// How the body goes wrong on its way, if it does.
    pub fault: Option<BodyProblem>,
}

impl Ask {
    pub fn of(method: Method, path: &str) -> Self {
        Self { method, path: path.to_owned(), headers: Vec::new(), body: Vec::new(), fault: None }
    }

    /// A form of these fields, as a browser sends it from a page of ours.
    pub fn posting(path: &str, fields: &[(String, String)]) -> Self {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Self { body: body.into_bytes(), ..Self::of(Method::POST, path) }
            .with("content-type", "application/x-www-form-urlencoded")
            .with("sec-fetch-site", "same-origin")
            .with("origin", "null")
    }

    /// With a header, in place of one of that name.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self = self.without(name);
        self.headers.push((name, value.to_owned()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(other, _)| *other != name);
        self
    }
}

impl Browser {
    pub fn new(site: Arc<Site>, base: &str) -> Self {
        Self {
            site,
            base: base.to_owned(),
            cookies: BTreeMap::new(),
            headers: Vec::new(),
            address: "203.0.113.7".to_owned(),
            following: true,
            htmx: false,
        }
    }

    pub fn with_htmx(self) -> Self {
        Self { htmx: true, ..self }
    }

    pub fn at(self, address: &str) -> Self {
        let address = address.to_owned();
        Self { address, ..self }
    }

    /// The same browser, which asks the server that another one asks.
    pub fn asking_as(self, other: &Self) -> Self {
        Self { site: Arc::clone(&other.site), ..self }
    }

    pub fn in_english(mut self) -> Self {
        self.headers.push(("accept-language", "en-GB,en;q=0.9".to_owned()));
        self
    }

    /// Opens a page, as by typing its address or following a link.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Ask::of(Method::GET, path)).await
    }

    /// Follows the link of that text.
    pub async fn follow(&mut self, page: &Page, text: &str) -> Page {
        self.get(&page.link(text)).await
    }

    /// Sends a filled form the way that its attributes say.
    pub async fn submit(&mut self, form: Form) -> Page {
        let ask = Ask::posting(&form.action, &form.sent());
        let ask = if self.htmx && form.in_place {
            ask.with("hx-request", "true").with("origin", &self.base.clone())
        } else {
            ask
        };
        self.send(ask).await
    }

    /// Sends a request and, if this browser follows, goes where the answer leads.
    pub async fn send(&mut self, ask: Ask) -> Page {
        let mut page = self.once(ask).await;
        for _ in 0..5 {
            match page.leads_to().filter(|_| self.following) {
                Some(next) => page = self.once(Ask::of(Method::GET, &self.local(&next))).await,
                None => return page,
            }
        }
        panic!("redirects without end, last to {}", page.path());
    }

    /// The sign-in page, filled in and sent.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Page {
        let page = self.get("/sign-in").await;
        let form = page.form("ログイン").fill("メールアドレス", email).fill("パスワード", password);
        self.submit(form).await
    }

    /// Opens a stream of events, as a page does that stays open.
    pub async fn opens_stream(&mut self, ask: Ask) -> Events {
        Events::of(self.response(ask).await)
    }

    async fn once(&mut self, ask: Ask) -> Page {
        let path = ask.path.clone();
        let response = self.response(ask).await;
        let (parts, body) = response.into_parts();
        let is_stream = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        // A stream goes on for minutes: what comes first is enough to know it by.
        let body = match is_stream {
            true => body.into_bytes_stream().next().await.expect("an event").unwrap().to_vec(),
            false => body.into_bytes().await.unwrap().to_vec(),
        };
        Page::new(path, parts.status, parts.headers, body)
    }

    async fn response(&mut self, ask: Ask) -> Response {
        let path = ask.path.clone();
        let body = match ask.fault {
            None => Body::from(ask.body),
            Some(fault) => Body::from_bytes_stream(stream::iter([Err::<Vec<u8>, _>(io::Error::other(fault))])),
        };
        let mut request = Request::builder().method(ask.method).uri_str(&path);
        for (name, value) in self.own_headers().iter().chain(&self.headers).chain(&ask.headers) {
            // What the test says of a header replaces what a browser says by itself.
            request = match ask.headers.iter().any(|(other, said)| other == name && said != value) {
                true => request,
                false => request.header(*name, value),
            };
        }
        // What a client says of its own address stands left of what the proxy adds.
        let request = request.header("x-forwarded-for", &self.address);
        let response = self.site.call(request.body(body)).await.expect("an answer");
        for line in response.headers().get_all(header::SET_COOKIE) {
            self.keep(line.to_str().unwrap());
        }
        response
    }

    /// The name of the session's cookie.
    pub fn session_name(&self) -> &'static str {
        if self.base.starts_with("https:") { "__Host-session" } else { "session" }
    }

    /// What the session's cookie holds.
    pub fn token(&self) -> String {
        self.cookie(self.session_name())
    }

    /// Puts a token into the session's cookie.
    pub fn identify(&mut self, token: &str) {
        self.put_cookie(self.session_name(), token);
    }

    /// What a cookie holds.
    pub fn cookie(&self, name: &str) -> String {
        self.cookies.get(name).cloned().unwrap_or_default()
    }

    /// Puts a value into a cookie.
    pub fn put_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    fn own_headers(&self) -> Vec<(&'static str, String)> {
        let host = self.base.split_once("//").expect("a base URL").1.to_owned();
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = (!pairs.is_empty()).then(|| ("cookie", pairs.join("; ")));
        [("host", host)].into_iter().chain(cookies).collect()
    }

    fn keep(&mut self, line: &str) {
        let cookie = Cookie::parse(line).unwrap();
        let https = self.base.starts_with("https:");
        let bound = cookie.secure() == Some(true) && cookie.domain().is_none() && cookie.path() == Some("/");
        let dropped = cookie.name().starts_with("__Host-") && !bound || cookie.secure() == Some(true) && !https;
        if dropped {
            return;
        }
        if cookie.max_age().is_some_and(|age| age <= cookie::time::Duration::ZERO) {
            self.cookies.remove(cookie.name());
        } else {
            self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
        }
    }

    /// The path of a place on this site. Tests never leave it.
    fn local(&self, place: &str) -> String {
        let path = place.strip_prefix(&self.base).unwrap_or(place);
        assert!(path.starts_with('/') && !path.starts_with("//"), "led away to {place}");
        path.to_owned()
    }
}

/// The statuses that a browser follows when there is a `Location`.
pub fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}
