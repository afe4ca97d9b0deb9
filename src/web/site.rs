//! The endpoint: from a request to a response, in the order in which things are checked.
//!
//! Files and the health answer come first and touch nothing; then the visit, the form, its proof, the route's
//! guard, the action. Whatever goes wrong, panics included, ends as a page with the security headers.

use super::compression::Gzip;
use super::headers::Https;
use super::listen::{BodyProblem, read_body};
use super::request;
use super::route::Route;
use super::{Area, Cx, Failure, Floor, FormData, Frame, assets, csrf, headers, health, pasted, web_app};
use crate::log::{masked, panic_text};
use futures_util::FutureExt;
use poem::endpoint::BoxEndpoint;
use poem::http::header::ACCEPT_ENCODING;
use poem::http::{Method, StatusCode};
use poem::{Endpoint, EndpointExt, Request, Response};
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

/// Where a supervisor asks whether the product is alive and takes changes.
const HEALTH: &str = "/healthz";
const FORM: &str = "application/x-www-form-urlencoded";

/// All areas over one floor.
pub struct Site {
    floor: Arc<Floor>,
    main: Arc<Area>,
    others: Vec<Arc<Area>>,
    router: BoxEndpoint<'static, Response>,
    gzip: Gzip,
}

/// The pattern of the route that answered: what the log names, so that tokens in paths stay out of it.
#[derive(Clone, Copy)]
struct Pattern(&'static str);

impl Site {
    /// Joins the areas. Paths that no other area has belong to the main one.
    pub fn new(floor: Arc<Floor>, main: Area, others: Vec<Area>) -> Self {
        let (main, others) = (Arc::new(main), others.into_iter().map(Arc::new).collect::<Vec<_>>());
        let mut router = poem::Route::new();
        for area in [&main].into_iter().chain(&others) {
            let mut paths: BTreeMap<&'static str, Vec<Route>> = BTreeMap::new();
            for route in &area.routes {
                paths.entry(route.path).or_default().push(route.clone());
            }
            for (path, routes) in paths {
                router = router.at(path, Methods { area: Arc::clone(area), path, routes });
            }
        }
        Self { floor, main, others, router: router.boxed(), gzip: Gzip::default() }
    }

    /// The area of a path.
    fn area(&self, path: &str) -> &Area {
        self.others.iter().find(|area| area.has(path)).unwrap_or(&self.main)
    }

    /// All but the headers that every answer carries.
    async fn answer(&self, mut request: Request) -> (Response, Option<Cx>) {
        if let Some(response) = assets::answer(request.method(), request.uri().path(), request.headers()) {
            return (response, None);
        }
        if request.uri().path() == HEALTH {
            return (health::answer(&self.floor, request.method()), None);
        }
        if let Some(response) = web_app::answer(&self.floor, self.main.start, &request) {
            return (response, None);
        }
        let areas = [&self.main].into_iter().chain(&self.others);
        if let Some(response) = pasted::answer(&request, areas.flat_map(|area| &area.routes).map(|route| route.path)) {
            return (response, None);
        }
        let area = self.area(request.uri().path());
        let mut info = request::arrive(&self.floor, area.kind, &request);
        if csrf::is_unsafe(request.method()) {
            info.from_here = csrf::is_surely_from_here(&self.floor, &info, request.headers());
        }
        let form = self.read_form(&mut request).await;
        // Only now: a body may take minutes to arrive, and the session may have ended meanwhile.
        let now = self.floor.clock.now();
        // Opened by the first read: the look-up of the session, when the token is known.
        let snapshot = if info.token_is_new { None } else { Some(self.floor.store.snapshot(now).await) };
        let (recognised, snapshot) = match snapshot {
            Some(Ok(rows)) => (info.recognise(&rows), Some(rows)),
            Some(Err(error)) => (Err(error), None),
            None => (Ok(()), None),
        };
        let mut forged = None;
        let checked = match (recognised, form) {
            (Err(error), _) => Err(error.into()),
            (Ok(()), Err(failure)) => Err(failure),
            (Ok(()), Ok(None)) => Ok(()),
            (Ok(()), Ok(Some(form))) => {
                if !csrf::is_proved(&info, &form) {
                    forged = Some(Failure::Forged);
                }
                let shown_again = forged.is_none() || info.from_here;
                info.form = form;
                if shown_again { Ok(()) } else { Err(Failure::Forged) }
            }
        };
        let cx = Cx::new(Arc::clone(&self.floor), now, info, snapshot);
        let response = match checked {
            Ok(()) => {
                let routed = forged.map_or_else(|| cx.clone(), |forged| cx.showing_again(forged));
                self.route(request, &routed, &*area.frame).await
            }
            Err(failure) => refuse(&cx, &*area.frame, failure).await,
        };
        (response, Some(cx))
    }

    /// The form of an unsafe request, if its sender looks like one of our pages; `None` for any other request.
    async fn read_form(&self, request: &mut Request) -> Result<Option<FormData>, Failure> {
        if !csrf::is_unsafe(request.method()) {
            return Ok(None);
        }
        if !csrf::sent_from_here(&self.floor, request.headers()) {
            return Err(Failure::Forged);
        }
        let kind = request.content_type().and_then(|kind| kind.split(';').next());
        if !kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case(FORM)) {
            return Err(Failure::NotAForm);
        }
        let body = read_body(request).await.map_err(|problem| match problem {
            BodyProblem::TooLarge => Failure::TooLarge,
            BodyProblem::TooSlow => Failure::TooSlow,
            BodyProblem::Broken => Failure::Broken,
            BodyProblem::Busy => Failure::Busy,
        })?;
        FormData::parse(&body).map(Some).ok_or(Failure::TooLarge)
    }

    async fn route(&self, mut request: Request, cx: &Cx, frame: &dyn Frame) -> Response {
        request.extensions_mut().insert(cx.clone());
        match AssertUnwindSafe(self.router.call(request)).catch_unwind().await {
            Ok(Ok(response)) => response,
            Ok(Err(_)) => refuse(cx, frame, Failure::NotFound).await,
            Err(panic) => refuse(cx, frame, Failure::Fault(format!("panic: {}", panic_text(&*panic)))).await,
        }
    }
}

impl Endpoint for Site {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let started = Instant::now();
        let method = request.method().clone();
        let https = match request::over_https(&self.floor, &request) {
            false => Https::No,
            true if self.floor.config.hsts_include_subdomains => Https::Subdomains,
            true => Https::Host,
        };
        let accept = request.headers().get(ACCEPT_ENCODING).cloned();
        let (mut response, cx) = self.answer(request).await;
        let reference = cx.as_ref().map_or("", |cx| cx.request.reference.as_str());
        headers::secure(response.headers_mut(), https, reference);
        if let Some(cx) = &cx {
            self.log(cx, &method, &response, started);
        }
        Ok(self.gzip.compress(accept.as_ref(), response).await)
    }
}

impl Site {
    fn log(&self, cx: &Cx, method: &Method, response: &Response, started: Instant) {
        let fault = response.data::<Fault>();
        let line = if fault.is_some() { self.floor.log.error("request") } else { self.floor.log.info("request") };
        let line = line
            .with("method", method)
            // The pattern, not the path: tokens in paths are secrets.
            .with("route", response.data::<Pattern>().map_or("-", |pattern| pattern.0))
            .with("status", response.status().as_u16())
            .with("ms", format_args!("{:.2}", started.elapsed().as_secs_f64() * 1000.0))
            .with("id", &cx.request.reference)
            .with("client", masked(cx.request.client));
        match fault {
            Some(fault) => line.with("fault", &fault.0).write(),
            None => line.write(),
        }
    }
}

/// What the log says of a fault; rides on the response.
#[derive(Clone)]
struct Fault(String);

async fn refuse(cx: &Cx, frame: &dyn Frame, failure: Failure) -> Response {
    let response = failure.clone().respond(cx, frame).await;
    with_fault(response, &failure)
}

/// The response, with what the log says of a fault.
fn with_fault(mut response: Response, failure: &Failure) -> Response {
    if let Some(text) = failure.for_the_log() {
        response.extensions_mut().insert(Fault(text));
    }
    response
}

/// The routes of one path, one for each method.
struct Methods {
    area: Arc<Area>,
    path: &'static str,
    routes: Vec<Route>,
}

impl Methods {
    fn route(&self, method: &Method) -> Option<&Route> {
        self.routes.iter().find(|route| route.method == *method)
    }

    /// The page that stands at the path.
    fn page(&self) -> Option<&Route> {
        self.route(&Method::GET)
    }

    /// The answer to a form that gets none of its own: its page again, with what was typed; or the page that comes first,
    /// and the form is kept for when its own page is shown.
    async fn unanswered(&self, cx: &Cx, failure: Failure) -> Response {
        let frame = &*self.area.frame;
        let Some(page) = self.page() else { return refuse(cx, frame, failure).await };
        let mut first = failure.clone();
        if failure.shows_the_form_again() && cx.may_see_form() {
            let again = cx.showing_again(failure.clone());
            match (page.action)(again.clone()).await {
                Ok(reply) if reply.is_page() => {
                    let mut response = with_fault(reply.respond(&again, frame).await, &failure);
                    response.set_status(failure.status());
                    failure.mark(cx, &mut response);
                    return response;
                }
                Ok(_) => {}
                Err(other) => first = other,
            }
        }
        match first {
            Failure::SignIn | Failure::First(_) => {
                // Where it cannot be kept, the way on is still the same.
                let _ = cx.keep_form(cx.request.uri.path(), true).await;
                refuse(cx, frame, first).await
            }
            _ => refuse(cx, frame, failure).await,
        }
    }

    fn params(&self, request: &Request) -> Arc<[(&'static str, String)]> {
        let names = self.path.split('/').filter_map(|part| part.strip_prefix(':'));
        names.filter_map(|name| Some((name, request.raw_path_param(name)?.to_owned()))).collect()
    }

    fn allowed(&self) -> String {
        let names: Vec<&str> = self.routes.iter().map(|route| route.method.as_str()).collect();
        if names.contains(&"GET") { format!("{}, HEAD", names.join(", ")) } else { names.join(", ") }
    }
}

impl Endpoint for Methods {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let Some(cx) = request.extensions().get::<Cx>() else {
            return Err(StatusCode::NOT_FOUND.into());
        };
        let forged = cx.unanswered.clone();
        let cx = cx.at(self.params(&request), self.page().map(|page| page.who));
        let wanted = if request.method() == Method::HEAD { &Method::GET } else { request.method() };
        let outcome = match (forged, self.route(wanted)) {
            (_, None) => Err(Failure::Method(self.allowed())),
            (Some(forged), Some(_)) => Err(forged),
            (None, Some(route)) => route.run(&cx).await,
        };
        let mut response = match outcome {
            Ok(reply) => {
                if csrf::is_unsafe(request.method()) && reply.is_done() {
                    // At worst it is shown once more.
                    let _ = cx.forget_kept_form().await;
                }
                reply.respond(&cx, &*self.area.frame).await
            }
            Err(failure) if csrf::is_unsafe(request.method()) => self.unanswered(&cx, failure).await,
            Err(failure) => refuse(&cx, &*self.area.frame, failure).await,
        };
        response.extensions_mut().insert(Pattern(self.path));
        Ok(response)
    }
}
