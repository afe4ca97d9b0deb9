//! The answer to a request that failed: a page that says why, with a way on, or the address of what has to be done first.

use super::words::{self, Apology, WebWords};
use super::{Cx, Failure, Frame, Reply, WaysOn, csrf, frame};
use crate::clock::Moment;
use crate::lang;
use crate::ui::{Link, Page, apology, problem_notice};
use crate::work::Until;
use maud::{Markup, html};
use poem::Response;
use poem::http::HeaderValue;
use poem::http::header::{ALLOW, RETRY_AFTER};

impl Failure {
    pub(super) async fn respond(self, cx: &Cx, frame: &dyn Frame) -> Response {
        let page = match &self {
            Self::SignIn => return Reply::to((cx.request.kind.sign_in)(&cx.way_back())).respond(cx, frame).await,
            Self::First(path) => return Reply::to(path.clone()).respond(cx, frame).await,
            Self::SignedOut => return Reply::empty(self.status()).respond(cx, frame).await,
            other => other.draw(cx, &other.ways_on(cx, frame).await),
        };
        let mut response = Reply::page(self.status(), page).respond(cx, frame).await;
        self.mark(cx, &mut response);
        response
    }

    /// Puts the headers of this failure on a response.
    pub(super) fn mark(&self, cx: &Cx, response: &mut Response) {
        match self {
            Self::Method(allowed) => {
                if let Ok(value) = HeaderValue::from_str(allowed) {
                    response.headers_mut().insert(ALLOW, value);
                }
            }
            Self::TooMany(until) => {
                let seconds = until.at.seconds_since(cx.now).max(1);
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            Self::Busy | Self::ReadOnly(_) => {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
            }
            _ => {}
        }
    }

    /// What stands beside a form that met this and is shown again.
    pub(super) async fn beside_the_form(&self, cx: &Cx, frame: &dyn Frame) -> Markup {
        let words = words::of(cx.lang);
        let ways = self.ways_on(cx, frame).await;
        let body = html! {
            (self.explanation(cx, &ways))
            @if cx.has_typed() { p { (words.still_here) } }
        };
        problem_notice(cx.lang, self.apology(words).title, body, self.reference(cx))
    }

    /// Where somebody can go on at once. What is no limit leads on by its page.
    async fn ways_on(&self, cx: &Cx, frame: &dyn Frame) -> WaysOn {
        match self {
            Self::TooMany(until) => frame::ways_on(frame, cx, until.remedy).await,
            _ => WaysOn::default(),
        }
    }

    /// What the page says. A redirection has none of its own.
    const fn apology<'a>(&self, words: &'a WebWords) -> &'a Apology {
        match self {
            Self::NotFound | Self::SignIn | Self::SignedOut | Self::First(_) => &words.not_found,
            Self::Method(_) => &words.method,
            Self::Forged => &words.forged,
            Self::TooMany(Until { of_everybody: true, .. }) => &words.crowded,
            Self::TooMany(_) => &words.too_many,
            Self::TooLarge => &words.too_large,
            Self::TooSlow | Self::Broken => &words.too_slow,
            Self::NotAForm => &words.not_a_form,
            Self::Busy => &words.busy,
            Self::ReadOnly(_) => &words.read_only,
            Self::Fault(_) => &words.fault,
        }
    }

    fn draw(&self, cx: &Cx, on: &WaysOn) -> Page {
        let words = words::of(cx.lang);
        let body = html! {
            (self.explanation(cx, on))
            @if let Self::Forged = self { p { (words.go_back) } }
        };
        let mut ways = vec![Link::new(words.home, "/")];
        // The page was drawn for somebody who is signed out by now.
        if matches!(self, Self::Forged) && cx.session().is_none() && !csrf::owner(cx.form().get(csrf::FIELD)).is_empty()
        {
            ways.insert(0, Link::new(words.sign_in, (cx.request.kind.sign_in)("/")));
        }
        Page::new(self.apology(words).title, apology(cx.lang, body, &ways, self.reference(cx)))
    }

    /// What it means and what to do.
    fn explanation(&self, cx: &Cx, on: &WaysOn) -> Markup {
        let words = words::of(cx.lang);
        let contact = cx.floor.config.service.contact.as_ref().filter(|_| self.is_ours());
        html! {
            @if let Self::TooMany(Until { at, remedy, of_everybody, .. }) = self {
                @let until = if *of_everybody { words.crowded_until } else { words.too_many_until };
                p { (until(&from(cx, *at))) }
                (on.draw(words, &(words.remedy)(*remedy)))
            }
            @for sentence in self.apology(words).sentences { p { (sentence) } }
            @if let Some(contact) = contact { p { (words.contact) " " (contact) } }
        }
    }

    /// By which reference the operator finds it in the log.
    fn reference<'a>(&self, cx: &'a Cx) -> Option<&'a str> {
        self.is_ours().then_some(cx.request.reference.as_str())
    }

    const fn is_ours(&self) -> bool {
        matches!(
            self,
            Self::Fault(_) | Self::ReadOnly(_) | Self::Busy | Self::TooMany(Until { of_everybody: true, .. })
        )
    }
}

/// From when on it can be tried again: the time, and the day where that is not today.
fn from(cx: &Cx, at: Moment) -> String {
    if at.jst_date() == cx.now.jst_date() { lang::time_of(cx.lang, at) } else { lang::moment(cx.lang, at) }
}
