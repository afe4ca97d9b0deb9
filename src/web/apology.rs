//! The answer to a request that failed: a page that says why, with a way on, or the address of what has to be done first.

use super::words::{self, Apology, WebWords};
use super::{Cx, Failure, Frame, Reply};
use crate::ui::{Link, Page, apology};
use maud::html;
use poem::Response;
use poem::http::HeaderValue;
use poem::http::header::{ALLOW, RETRY_AFTER};

impl Failure {
    pub(super) async fn respond(self, cx: &Cx, frame: &dyn Frame) -> Response {
        let status = self.status();
        let page = match &self {
            Self::SignIn => return Reply::to((cx.request.kind.sign_in)(&cx.way_back())).respond(cx, frame).await,
            Self::First(path) => return Reply::to(path.clone()).respond(cx, frame).await,
            other => other.draw(cx),
        };
        let mut response = Reply::page(status, page).respond(cx, frame).await;
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

    /// What the page says. A redirection has none of its own.
    const fn apology<'a>(&self, words: &'a WebWords) -> &'a Apology {
        match self {
            Self::NotFound | Self::SignIn | Self::First(_) => &words.not_found,
            Self::Method(_) => &words.method,
            Self::Forged => &words.forged,
            Self::TooMany(_) => &words.too_many,
            Self::TooLarge => &words.too_large,
            Self::TooSlow => &words.too_slow,
            Self::NotAForm => &words.not_a_form,
            Self::Busy => &words.busy,
            Self::ReadOnly => &words.read_only,
            Self::Fault(_) => &words.fault,
        }
    }

    fn draw(&self, cx: &Cx) -> Page {
        let words = words::of(cx.lang);
        let explanation = self.apology(words);
        let ours = matches!(self, Self::Fault(_) | Self::ReadOnly | Self::Busy);
        let contact = cx.floor.config.service.contact.as_ref().filter(|_| ours);
        let body = html! {
            @if let Self::TooMany(until) = self { p { ((words.too_many_until)(*until)) } }
            @for sentence in explanation.sentences { p { (sentence) } }
            @if let Some(contact) = contact { p { (words.contact) " " (contact) } }
        };
        let ways = [Link::new(words.home, "/")];
        Page::new(explanation.title, apology(cx.lang, body, &ways, ours.then_some(cx.request.reference.as_str())))
    }
}
