//! What makes the patients' pages an app that can be installed: the manifest, the service worker, and the page that the worker
//! shows without a connection.
//!
//! All of it is the same for everybody who reads the same language. It asks no store and sets no cookie.

mod manifest;
mod service_worker;
#[cfg(test)]
mod tests;

use super::{Floor, Query, assets};
use crate::lang::Lang;
use crate::ui::asset::Asset;
use crate::ui::{MANIFEST, OFFLINE};
use poem::{Request, Response};

/// Where the service worker is. From the root it reaches every page.
const SERVICE_WORKER: &str = "/sw.js";

/// The answer to a request for one of them; `None` when the path names none. `start` is the page with which the app opens.
pub(super) fn answer(floor: &Floor, start: &str, request: &Request) -> Option<Response> {
    let service = &floor.config.service;
    let lang = || Lang::from_tag(&Query::of(request.uri()).get("lang")).unwrap_or_default();
    let (content_type, text) = match request.uri().path() {
        MANIFEST => ("application/manifest+json", manifest::text(&service.name, start, lang())),
        SERVICE_WORKER => ("text/javascript; charset=utf-8", service_worker::script(service)),
        OFFLINE => ("text/html; charset=utf-8", service_worker::offline_page(service, lang())),
        _ => return None,
    };
    Some(assets::give(&Asset::made(content_type, text), request.method(), request.headers()))
}
