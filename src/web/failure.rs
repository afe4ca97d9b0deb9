//! Why a request got no answer of its own, and the page that says so to a person, with a way on.
//!
//! A refusal by a rule of the domain is not a failure: it is a value, drawn on the page that it belongs to.

use super::words::{self, Explanation};
use super::{Cx, Frame, Reply};
use crate::clock::Moment;
use crate::secret::Busy;
use crate::store;
use crate::ui::{Link, Page, apology};
use crate::work::{Denied, Until};
use maud::html;
use poem::Response;
use poem::http::header::{ALLOW, RETRY_AFTER};
use poem::http::{HeaderValue, StatusCode};

/// Why a request got no answer of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no such page, or it is somebody else's: the same answer for both.
    NotFound,
    /// The page exists, but not for this method; these are allowed.
    Method(String),
    /// Sign in first, then come back here.
    SignIn,
    /// Something else has to be done first, at this path.
    First(String),
    /// The form was not sent from one of our pages, or its page was drawn for another session.
    Forged,
    /// Too many attempts; the next is let through at this moment.
    TooMany(Moment),
    /// The form is larger than any that we have.
    TooLarge,
    /// The form arrived too slowly, or broke off.
    TooSlow,
    /// Not a form.
    NotAForm,
    /// Too much to do at this moment.
    Busy,
    /// The store takes no changes at present; reading goes on.
    ReadOnly,
    /// A fault of ours. The text is for the log.
    Fault(String),
}

impl From<Busy> for Failure {
    fn from(_: Busy) -> Self {
        Self::Busy
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Busy => Self::Busy,
            store::Error::ReadOnly(_) => Self::ReadOnly,
            other => Self::Fault(other.to_string()),
        }
    }
}

impl From<Denied> for Failure {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::SignIn => Self::SignIn,
            Denied::NotFound => Self::NotFound,
            Denied::TooMany(Until(until)) => Self::TooMany(until),
        }
    }
}

impl Failure {
    /// The HTTP status that says the same.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignIn | Self::First(_) => StatusCode::SEE_OTHER,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Busy | Self::ReadOnly => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What the log says of it, when it is a fault.
    pub(super) fn for_the_log(&self) -> Option<&str> {
        match self {
            Self::Fault(text) => Some(text),
            Self::ReadOnly => Some("the store is read-only"),
            _ => None,
        }
    }

    pub(super) async fn respond(self, cx: &Cx, frame: &dyn Frame) -> Response {
        let status = self.status();
        let explanation = match &self {
            Self::SignIn => return Reply::to((cx.request.kind.sign_in)(&cx.way_back())).respond(cx, frame).await,
            Self::First(path) => return Reply::to(path.clone()).respond(cx, frame).await,
            other => words::explain(cx.lang, other),
        };
        let mut response = Reply::failure(status, self.draw(cx, &explanation)).respond(cx, frame).await;
        match &self {
            Self::Method(allowed) => {
                if let Ok(value) = HeaderValue::from_str(allowed) {
                    response.headers_mut().insert(ALLOW, value);
                }
            }
            Self::TooMany(until) => {
                let seconds = until.seconds_since(cx.now).max(1);
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            Self::Busy | Self::ReadOnly => {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
            }
            _ => {}
        }
        response
    }

    fn draw(&self, cx: &Cx, explanation: &Explanation) -> Page {
        let ours = matches!(self, Self::Fault(_) | Self::ReadOnly | Self::Busy);
        let contact = cx.floor.config.service.contact.as_ref().filter(|_| ours);
        let body = html! {
            @for sentence in &explanation.sentences { p { (sentence) } }
            @if let Some(contact) = contact { p { (cx.say(words::CONTACT)) " " (contact) } }
        };
        let ways = [Link::new(cx.say(words::HOME), "/")];
        Page::new(&explanation.title, apology(cx.lang, body, &ways, ours.then_some(cx.request.reference.as_str())))
    }
}
