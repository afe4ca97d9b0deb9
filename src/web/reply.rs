//! What an action answers: status, headers and cookies beside its content, whose shape `content.rs` decides.

use super::content::Content;
use super::event_stream::ServerEvents;
use super::frame::Frame;
use super::{Cx, Failure, cookie, headers, next};
use crate::lang::Lang;
use crate::secret::Token;
use crate::session::Stay;
use crate::ui::Page;
use maud::Markup;
use poem::Response;
use poem::http::StatusCode;
use poem::http::header::SET_COOKIE;

/// The answer of an action.
pub type Result = std::result::Result<Reply, Failure>;

enum Identity {
    Keep,
    SignedIn(Token, Stay),
    Guest(Token),
    GoOn(Token),
    Anonymous,
}

/// For how many minutes a browser keeps a token that signs nobody in but has something under way, which is kept for a day.
const GUEST_MINUTES: i64 = 24 * 60;
/// For how many minutes a browser keeps the language and the token of its device: a year.
const YEAR_MINUTES: i64 = 365 * 24 * 60;

enum DeviceCookie {
    Keep(Token),
    Remove,
    /// A device that several people share, for so many minutes.
    Shared(Token, i64),
}

/// Who may keep an answer, and how long.
enum Keeping {
    Nowhere,
    ForAnHour,
    ForGood,
}

/// An answer, not yet bytes.
pub struct Reply {
    status: StatusCode,
    content: Content,
    identity: Identity,
    language: Option<Lang>,
    device: Option<DeviceCookie>,
    next: Option<String>,
    keeping: Keeping,
}

impl Reply {
    pub(super) fn page(status: StatusCode, page: Page) -> Self {
        Self::with(status, Content::Page(Box::new(page)))
    }

    pub(super) fn to(path: String) -> Self {
        Self::with(StatusCode::SEE_OTHER, Content::To(path))
    }

    pub(super) fn events(events: ServerEvents) -> Self {
        Self::with(StatusCode::OK, Content::Events(events))
    }

    pub(super) fn empty(status: StatusCode) -> Self {
        Self::with(status, Content::Nothing)
    }

    fn with(status: StatusCode, content: Content) -> Self {
        let (identity, keeping) = (Identity::Keep, Keeping::Nowhere);
        Self { status, content, identity, language: None, device: None, next: None, keeping }
    }

    /// Gives the browser this token, whose session the action has just started.
    #[must_use]
    pub fn signed_in(self, token: Token, stay: Stay) -> Self {
        Self { identity: Identity::SignedIn(token, stay), ..self }
    }

    /// Gives the browser this token, under which the action has put what goes on there. It signs nobody in.
    #[must_use]
    pub fn identified_by(self, token: Token) -> Self {
        Self { identity: Identity::Guest(token), ..self }
    }

    /// Gives the browser this token, which signs nobody in, and under which it goes on with what it has under way.
    #[must_use]
    pub fn going_on_as(self, token: Token) -> Self {
        Self { identity: Identity::GoOn(token), ..self }
    }

    /// Gives the browser a new token that signs nobody in.
    #[must_use]
    pub fn anonymous(self) -> Self {
        Self { identity: Identity::Anonymous, ..self }
    }

    /// Lets the browser remember a language.
    #[must_use]
    pub fn speaking(self, lang: Lang) -> Self {
        Self { language: Some(lang), ..self }
    }

    /// Lets the device keep this token for a year, by which it is known.
    #[must_use]
    pub fn on_device(self, token: Token) -> Self {
        Self { device: Some(DeviceCookie::Keep(token)), ..self }
    }

    /// Lets a device that several people share keep this token for so many minutes.
    #[must_use]
    pub fn on_shared_device(self, token: Token, minutes: i64) -> Self {
        Self { device: Some(DeviceCookie::Shared(token, minutes)), ..self }
    }

    /// Has the device forget the token by which it is known.
    #[must_use]
    pub fn on_unknown_device(self) -> Self {
        Self { device: Some(DeviceCookie::Remove), ..self }
    }

    /// Lets the browser keep where to go on behind a mail, for what the mail may not carry: until somebody signs in or out, and for whoever
    /// proves the address with this key. Nothing is kept of an earlier mail.
    #[must_use]
    pub fn keeping_next(self, whose: &str, next: Option<&str>) -> Self {
        Self { next: Some(next.and_then(|next| next::kept_as(whose, next)).unwrap_or_default()), ..self }
    }

    /// Says that nothing in it is anybody's own: the visitor's browser may keep it for an hour.
    #[must_use]
    pub fn impersonal(self) -> Self {
        Self { keeping: Keeping::ForAnHour, ..self }
    }

    /// Says that its address stands for this very content: everybody may keep it for good.
    #[must_use]
    pub fn immutable(self) -> Self {
        Self { keeping: Keeping::ForGood, ..self }
    }

    /// Whether what was asked for was done: it was neither refused nor in vain.
    pub(super) fn is_done(&self) -> bool {
        !self.status.is_client_error() && !self.status.is_server_error()
    }

    /// Whether it shows a page, rather than leading to another one.
    pub(super) const fn is_page(&self) -> bool {
        matches!(self.content, Content::Page(_))
    }

    pub(super) async fn respond(self, cx: &Cx, frame: &dyn Frame) -> Response {
        let cx = match &self.identity {
            Identity::GoOn(token) => &cx.going_on_as(token),
            Identity::Keep | Identity::SignedIn(..) | Identity::Guest(_) | Identity::Anonymous => cx,
        };
        let Self { status, content, identity, language, device, next, keeping } = self;
        let mut response = content.answer(status, cx, frame).await;
        let cookies = cookies(cx, identity, language, device, next);
        // A cookie is somebody's own, whatever it comes with.
        match keeping {
            Keeping::ForAnHour if cookies.is_empty() => headers::kept(response.headers_mut()),
            Keeping::ForGood if cookies.is_empty() => headers::kept_for_good(response.headers_mut()),
            Keeping::Nowhere | Keeping::ForAnHour | Keeping::ForGood => headers::private(response.headers_mut()),
        }
        for line in cookies {
            if let Ok(value) = line.parse() {
                response.headers_mut().append(SET_COOKIE, value);
            }
        }
        response
    }
}

/// The cookies that the browser is given.
fn cookies(
    cx: &Cx,
    identity: Identity,
    language: Option<Lang>,
    device: Option<DeviceCookie>,
    next: Option<String>,
) -> Vec<String> {
    let (https, kind) = (cx.floor.https(), cx.request.kind);
    let (is_kept, changes) =
        (cx.request.next_kept.is_some(), matches!(identity, Identity::SignedIn(..) | Identity::Anonymous));
    let next = match next {
        Some(next) if !next.is_empty() => Some(cookie::write(https, cookie::NEXT, next, Some(next::MINUTES))),
        None if !changes => None,
        _ => is_kept.then(|| cookie::write(https, cookie::NEXT, String::new(), Some(0))),
    };
    let identity = match identity {
        Identity::SignedIn(token, stay) => Some((token, kind.cookie_minutes(stay))),
        Identity::Guest(token) => Some((token, Some(GUEST_MINUTES))),
        Identity::GoOn(token) => Some((token, None)),
        Identity::Anonymous => Some((Token::mint(), None)),
        // A form of another site comes without the cookie, which must not be replaced because of it.
        Identity::Keep if cx.request.token_is_new && cx.request.from_here => Some((cx.request.token.clone(), None)),
        Identity::Keep => cx.kept_for().map(|minutes| (cx.request.token.clone(), Some(minutes))),
    };
    let year = Some(YEAR_MINUTES);
    let identity = identity.map(|(token, minutes)| cookie::write(https, kind.cookie, token.text(), minutes));
    let language = language.map(|lang| cookie::write(https, cookie::LANGUAGE, lang.tag().into(), year));
    let device = device.map(|device| match device {
        DeviceCookie::Keep(token) => cookie::write(https, cookie::DEVICE, token.text(), year),
        DeviceCookie::Shared(token, minutes) => {
            cookie::write(https, cookie::SHARED_DEVICE, token.text(), Some(minutes))
        }
        DeviceCookie::Remove => cookie::write(https, cookie::DEVICE, String::new(), Some(0)),
    });
    [identity, language, device, next].into_iter().flatten().collect()
}

impl Cx {
    /// The part of the page that was asked for, and the address of the page from then on.
    pub fn part(&self, markup: Markup, address: String) -> Reply {
        Reply::with(StatusCode::OK, Content::Part { markup, address: Some(address) })
    }

    /// A part of an open page as it is now, which is asked for by the page itself.
    pub fn part_again(&self, markup: Markup) -> Reply {
        Reply::with(StatusCode::OK, Content::Part { markup, address: None })
    }

    /// The page that was asked for.
    pub fn page(&self, page: Page) -> Reply {
        Reply::page(StatusCode::OK, page)
    }

    /// The page with the form again and what is wrong with it: nothing was changed.
    pub fn refuse(&self, page: Page) -> Reply {
        Reply::page(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// Somebody else was faster: the page again, with what is left. Nothing was changed.
    pub fn conflict(&self, page: Page) -> Reply {
        Reply::page(StatusCode::CONFLICT, page)
    }

    /// It was tried too often and waiting does not help: the page that says what does. Nothing was changed.
    pub fn exhausted(&self, page: Page) -> Reply {
        Reply::page(StatusCode::TOO_MANY_REQUESTS, page)
    }

    /// What was asked for has gone: a link that has been used, or has expired.
    pub fn gone(&self, page: Page) -> Reply {
        Reply::page(StatusCode::GONE, page)
    }

    /// What was asked for was never there, said with a page's own words rather than those of `Failure::NotFound`.
    pub fn missing(&self, page: Page) -> Reply {
        Reply::page(StatusCode::NOT_FOUND, page)
    }

    /// That it was done, with nothing to show: for what a script sends while its page goes.
    pub fn nothing(&self) -> Reply {
        Reply::with(StatusCode::NO_CONTENT, Content::Nothing)
    }

    /// A file to be saved under a name, which loses everything but ASCII letters, digits, dots, hyphens and underscores.
    pub fn file(&self, name: &str, content_type: &str, bytes: impl Into<Vec<u8>>) -> Reply {
        let safe = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let (name, content_type) = (name.chars().filter(safe).collect(), content_type.to_owned());
        Reply::with(StatusCode::OK, Content::File { name, content_type, bytes: bytes.into() })
    }

    /// A redirect to `path`, after something was done or because something else comes first.
    pub fn go_to(&self, path: impl Into<String>) -> Reply {
        Reply::to(path.into())
    }
}
