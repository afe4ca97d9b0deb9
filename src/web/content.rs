//! What an answer says, as the bytes of a response: a plain request gets the whole document, an htmx request the title and the main
//! part of the same page, the one part of it that changes, or the address to go to.

use super::Cx;
use super::event_stream::{self, ServerEvents};
use super::frame::{self, Frame};
use crate::ui::{Page, shell};
use maud::Markup;
use poem::Response;
use poem::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION};
use poem::http::{Method, StatusCode};

/// Says for which visitor, and by which release, the part of a page was drawn: [`Chrome::mark`](crate::ui::Chrome).
const PAGE_MARK: HeaderName = HeaderName::from_static("x-page-mark");

/// Says under which address the page stands once a part of it has changed.
const PUSH_URL: HeaderName = HeaderName::from_static("hx-push-url");

/// What is answered.
pub(super) enum Content {
    Page(Box<Page>),
    Part { markup: Markup, address: Option<String> },
    Events(ServerEvents),
    To(String),
    Nothing,
    File { name: String, content_type: String, bytes: Vec<u8> },
}

impl Content {
    pub(super) async fn answer(self, status: StatusCode, cx: &Cx, frame: &dyn Frame) -> Response {
        match self {
            Self::Page(mut page) => {
                cx.say_of_kept_form(&mut page, frame).await;
                let mut chrome = frame::chrome(frame, cx).await;
                // Where something has failed, a session that is not seen need not be over.
                chrome.account = chrome.account.filter(|_| !status.is_server_error());
                let html = match cx.request.htmx {
                    false => shell::document(&chrome, &page),
                    true if cx.request.method == Method::GET => shell::content(&chrome, &page),
                    true => shell::refusal(&chrome, &page),
                };
                html_response(status, &chrome.mark, html)
            }
            Self::Part { markup, address } => {
                let mut response = html_response(status, &cx.mark(), markup);
                if let Some(Ok(address)) = address.map(HeaderValue::try_from) {
                    response.headers_mut().insert(PUSH_URL, address);
                }
                response
            }
            // fetch would follow a 303 by itself; the next page is loaded by the browser instead.
            Self::To(path) if cx.request.htmx => Response::builder().header("HX-Redirect", path).finish(),
            Self::To(path) => Response::builder().status(status).header(LOCATION, path).finish(),
            Self::File { name, content_type, bytes } => Response::builder()
                .status(status)
                .header(CONTENT_TYPE, content_type)
                .header(CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
                .body(bytes),
            Self::Events(events) => event_stream::response(events),
            Self::Nothing => Response::builder().status(status).finish(),
        }
    }
}

fn html_response(status: StatusCode, mark: &str, html: Markup) -> Response {
    Response::builder()
        .status(status)
        .header(CONTENT_TYPE, "text/html; charset=utf-8")
        .header(PAGE_MARK, mark)
        .body(html.into_string())
}
