//! Somebody who is not signed in and goes everywhere: every link, every file, every form, as a browser, as htmx, in both
//! languages, and with HEAD.
//!
//! What the answers may hold is judged by the marks that it is given. What is typed into forms is its own, so that
//! nothing of anybody else may come back.

use super::marks::Marks;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinic::HTTP;
use crate::harness::form::Form;
use crate::harness::page::Page;
use crate::harness::people::{self, HANAKO};
use crate::harness::stage::NEW_PASSWORD;
use mypage::web::Route;
use poem::http::Method;
use scraper::Selector;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a link or a file of a page is named by.
const PLACES: [&str; 5] = ["href", "src", "data-hx-get", "hx-get", "content"];

/// So many addresses that differ in their query alone are asked for in every way.
const ENOUGH: usize = 3;

/// Where somebody has been, and what is left.
pub struct Crawl<'a> {
    browser: Browser,
    marks: &'a Marks,
    routes: Vec<Route>,
    paths: VecDeque<String>,
    known: BTreeSet<String>,
    /// How many addresses of each path have been asked for.
    alike: BTreeMap<String, usize>,
    forms: Vec<(String, Form)>,
    known_forms: BTreeSet<String>,
    /// The statuses with which each pattern answered a GET; what has no route is there under its own path.
    pub answered: BTreeMap<String, BTreeSet<u16>>,
    /// The patterns to which forms were sent.
    pub posted: BTreeSet<String>,
    /// Where a mark was found, and which.
    pub leaks: BTreeSet<String>,
    pub requests: usize,
}

impl<'a> Crawl<'a> {
    pub fn new(mut browser: Browser, marks: &'a Marks, routes: Vec<Route>) -> Self {
        browser.following = false;
        Self {
            browser,
            marks,
            routes,
            paths: VecDeque::new(),
            known: BTreeSet::new(),
            alike: BTreeMap::new(),
            forms: Vec::new(),
            known_forms: BTreeSet::new(),
            answered: BTreeMap::new(),
            posted: BTreeSet::new(),
            leaks: BTreeSet::new(),
            requests: 0,
        }
    }

    /// Goes to all of these places and to wherever they lead.
    pub async fn everywhere(&mut self, from: Vec<String>) {
        from.into_iter().for_each(|path| self.find(path));
        loop {
            while let Some(path) = self.paths.pop_front() {
                self.visit(&path).await;
            }
            let Some(form) = self.next_form() else { return };
            self.send(form).await;
        }
    }

    /// Sends an empty form to a place, whether or not there is one on any page.
    pub async fn press(&mut self, path: &str) {
        let proof = self.ask(Ask::of(Method::GET, "/terms")).await.form("日本語").value("_csrf");
        self.ask(Ask::posting(path, &[("_csrf".to_owned(), proof)])).await;
    }

    /// Asks for something that is no page of a form or a link.
    pub async fn ask(&mut self, ask: Ask) -> Page {
        let what = format!("{} {}", ask.method, ask.path);
        let page = self.browser.send(ask).await;
        self.requests += 1;
        assert!(page.code() < 500, "{what}: {}", page.code());
        let headers =
            page.headers.iter().map(|(name, value)| [name.as_str().as_bytes(), b": ", value.as_bytes()].concat());
        let head = headers.collect::<Vec<_>>().join(&b'\n');
        for bytes in [&head, &page.body] {
            self.leaks.extend(self.marks.found(bytes).into_iter().map(|(kind, mark)| format!("{what}: {kind} {mark}")));
        }
        page
    }

    /// A place in every way; it leads on as the first of them says. Where only the query differs, a few are enough for
    /// the other ways: the days of a calendar are many.
    async fn visit(&mut self, path: &str) {
        let page = self.ask(Ask::of(Method::GET, path)).await;
        self.answered.entry(self.pattern(path)).or_default().insert(page.code());
        self.read(&page);
        let alike = self.alike.entry(path.split('?').next().unwrap().to_owned()).or_default();
        *alike += 1;
        if *alike > ENOUGH {
            return;
        }
        self.ask(Ask::of(Method::GET, path).with("hx-request", "true")).await;
        self.ask(Ask::of(Method::GET, path).with("accept-language", "en")).await;
        self.ask(Ask::of(Method::HEAD, path)).await;
    }

    async fn send(&mut self, form: Form) {
        let path = form.action.clone();
        self.posted.insert(self.pattern(&path));
        // Another address each time: one address gets only so many mails.
        let form = fill(form, &format!("guest-{}@example.jp", self.requests));
        let form = if form.buttons().is_empty() { form } else { form.pressing_any() };
        let page = self.ask(Ask::posting(&path, &form.sent())).await;
        self.read(&page);
        // Also where it has been before: it may look different now.
        if let Some(place) = page.leads_to() {
            self.visit(&place).await;
        }
    }

    /// What a page leads to.
    fn read(&mut self, page: &Page) {
        if let Some(place) = page.leads_to() {
            self.find(place);
        }
        let html = page.html();
        for name in PLACES {
            let every = Selector::parse(&format!("[{name}]")).unwrap();
            let places = html.select(&every).filter_map(|element| element.attr(name));
            places.for_each(|place| match place.strip_prefix('?') {
                Some(query) => self.find(format!("{}?{query}", page.path())),
                None => self.find(place.to_owned()),
            });
        }
        for form in page.forms() {
            // Bookings under way differ by their keys, and what is chosen by the menu.
            let fields = form.fields.iter().map(|input| (input.name.as_str(), form.value("menu")));
            let action = form.action.split('/').map(|part| if part.len() > 20 { "…" } else { part });
            let which = format!("{:?} {:?}", action.collect::<Vec<_>>(), fields.collect::<Vec<_>>());
            if self.known_forms.insert(which.clone()) {
                self.forms.push((which, form));
            } else if let Some((_, waiting)) = self.forms.iter_mut().find(|(other, _)| *other == which) {
                // What it was drawn from may have changed since.
                *waiting = form;
            }
        }
    }

    fn find(&mut self, place: String) {
        let path = place.strip_prefix(HTTP).unwrap_or(&place).split('#').next().unwrap().to_owned();
        if path.starts_with('/') && !path.starts_with("//") && self.known.insert(path.clone()) {
            self.paths.push_back(path);
        }
    }

    /// What was found last goes on where the form before it led. What ends a booking comes at the end: after it there is
    /// nothing left to see.
    fn next_form(&mut self) -> Option<Form> {
        let goes_on = self.forms.iter().rposition(|(_, form)| !form.action.ends_with("/release"));
        goes_on.or(self.forms.len().checked_sub(1)).map(|at| self.forms.remove(at).1)
    }

    /// The route that a path belongs to; the path itself where there is none.
    fn pattern(&self, path: &str) -> String {
        let path = path.split('?').next().unwrap();
        let parts: Vec<&str> = path.split('/').collect();
        let fits = |route: &&Route| {
            let own: Vec<&str> = route.path.split('/').collect();
            own.len() == parts.len() && own.iter().zip(&parts).all(|(own, part)| own.starts_with(':') || own == part)
        };
        let found = self.routes.iter().filter(fits).min_by_key(|route| route.path.matches(':').count());
        found.map_or(path, |route| route.path).to_owned()
    }
}

/// A form as somebody fills it who is nobody known.
fn fill(form: Form, email: &str) -> Form {
    let mut form = form.type_in(|name| match name {
        "email" => email.to_owned(),
        "code" => "000000".to_owned(),
        _ => people::typed(people::draft(HANAKO), name),
    });
    for input in &mut form.fields {
        match input.kind.as_str() {
            "checkbox" => input.on = true,
            "radio" if input.name == "people" => input.on = input.value == "2",
            "select" if input.name == "service" => "naika.first".clone_into(&mut input.value),
            "password" => NEW_PASSWORD.clone_into(&mut input.value),
            _ => {}
        }
    }
    form
}
