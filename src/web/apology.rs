//! The answer to a request that failed: a page that says why, with a way on, or the address of what has to be done first.

use super::words::{self, Explanation};
use super::{Cx, Failure, Frame, Reply};
use crate::ui::{Link, Page, apology};
use maud::html;
use poem::Response;
use poem::http::HeaderValue;
use poem::http::header::{ALLOW, RETRY_AFTER};

impl Failure {
    pub(super) async fn respond(self, cx: &Cx, frame: &dyn Frame) -> Response {
        let status = self.status();
        let explanation = match &self {
            Self::SignIn => return Reply::to((cx.request.kind.sign_in)(&cx.way_back())).respond(cx, frame).await,
            Self::First(path) => return Reply::to(path.clone()).respond(cx, frame).await,
            other => words::explain(cx.lang, other),
        };
        let mut response = Reply::page(status, self.draw(cx, &explanation)).respond(cx, frame).await;
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
