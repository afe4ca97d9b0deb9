//! The context of one request: all that an action may know and use.
//!
//! Cheap to clone. It holds no business of any feature.

use super::next::safe_next;
use super::session::Session;
use super::visit::Visit;
use super::{Floor, Form, Reply};
use crate::clock::Moment;
use crate::lang::{Lang, Words};
use crate::secret::{Token, TokenHash};
use crate::store::{self, Reader, Snapshot, Tx};
use crate::ui::{Chrome, Page};
use std::sync::{Arc, Mutex, PoisonError};

/// The context of one request.
#[derive(Clone)]
pub struct Cx {
    /// The shared parts.
    pub floor: Arc<Floor>,
    /// The moment of the request; the same all through it.
    pub now: Moment,
    /// The language to answer in.
    pub lang: Lang,
    /// The facts of the request.
    pub visit: Arc<Visit>,
    params: Arc<[(&'static str, String)]>,
    /// The rows that all of the request sees, from its first read until its next write.
    snapshot: Arc<Mutex<Option<Snapshot>>>,
}

impl Cx {
    pub(super) fn new(floor: Arc<Floor>, now: Moment, visit: Visit, snapshot: Option<Snapshot>) -> Self {
        let snapshot = Arc::new(Mutex::new(snapshot));
        Self { floor, now, lang: visit.lang, visit: Arc::new(visit), params: Arc::new([]), snapshot }
    }

    /// The same context at a route with parameters in its path.
    pub(super) fn at(&self, params: Arc<[(&'static str, String)]>) -> Self {
        Self { params, ..self.clone() }
    }

    /// A sentence in the visitor's language.
    pub fn say(&self, words: Words) -> &'static str {
        self.lang.of(words)
    }

    /// The posted form; empty for a GET.
    pub fn form(&self) -> &Form {
        &self.visit.form
    }

    /// A parameter of the route's path, empty when it has none of that name.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }

    /// A parameter of the query, empty when it is missing.
    pub fn query(&self, name: &str) -> String {
        let query = self.visit.uri.query().unwrap_or_default();
        form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .map_or_else(String::new, |(_, value)| value.into_owned())
    }

    /// The path and query that were asked for.
    pub fn here(&self) -> String {
        self.visit.uri.path_and_query().map_or_else(String::new, ToString::to_string)
    }

    /// Where the visitor wants to go on from here, as the form says or else the query: a path on this site, `/` when neither
    /// says one.
    pub fn next(&self) -> String {
        let (typed, asked) = (self.form().get("next"), self.query("next"));
        safe_next(if typed.is_empty() { &asked } else { typed }).to_owned()
    }

    /// Where to come back to when something else has to be done first: a page that was asked for by GET can be come
    /// back to; a form that was posted cannot, and leads to `/`.
    pub fn way_back(&self) -> String {
        if super::csrf::is_unsafe(&self.visit.method) { "/".to_owned() } else { self.here() }
    }

    /// The live session, if the visitor is signed in.
    pub fn session(&self) -> Option<&Session> {
        self.visit.session.as_ref()
    }

    /// The key under which rows of this visitor, signed in or not, are kept.
    pub fn visitor(&self) -> TokenHash {
        self.visit.token.hash()
    }

    /// A fresh proof for the forms of this visitor's pages.
    pub fn csrf(&self) -> String {
        self.visit.token.proof()
    }

    /// An absolute link from the configured base URL, for mails. The request's own `Host` is never believed.
    pub fn link(&self, path: &str) -> String {
        self.floor.config.url(path)
    }

    /// Reads from the request's one snapshot, which a write of the request replaces by a newer one.
    pub async fn read<T>(&self, f: impl FnOnce(&dyn Reader) -> store::Result<T>) -> store::Result<T> {
        f(&self.snapshot().await?)
    }

    /// The request's snapshot; opened at the first read.
    pub(super) async fn snapshot(&self) -> store::Result<Snapshot> {
        if let Some(open) = self.held().clone() {
            return Ok(open);
        }
        let opened = self.floor.store.snapshot(self.now).await?;
        *self.held() = Some(opened.clone());
        Ok(opened)
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Option<Snapshot>> {
        self.snapshot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The frame around a page for this visitor. An error page must not fail for want of a menu, so that a store that
    /// cannot be read leaves that out.
    pub(super) async fn chrome(&self) -> Chrome {
        let snapshot = match self.session() {
            Some(_) => self.snapshot().await.ok(),
            None => None,
        };
        self.floor.frame.chrome(self, snapshot.as_ref().map(|rows| rows as &dyn Reader))
    }

    /// Writes all or nothing. The closure may run more than once.
    pub async fn write<T: Send + 'static>(
        &self,
        f: impl FnMut(&mut Tx<'_>) -> store::Result<T> + Send + 'static,
    ) -> store::Result<T> {
        // What is read after the write sees it; and nothing is held open while it waits for its turn.
        *self.held() = None;
        let outcome = self.floor.store.write(self.now, f).await?;
        // Costs nothing when there is no letter, and saves every action from remembering it.
        self.floor.doorbell.ring();
        Ok(outcome)
    }

    /// The page that was asked for.
    pub fn page(&self, page: Page) -> Reply {
        Reply::page(page)
    }

    /// The page with the form again and what is wrong with it: nothing was changed.
    pub fn refuse(&self, page: Page) -> Reply {
        Reply::refusal(page)
    }

    /// Somebody else was faster: the page again, with what is left. Nothing was changed.
    pub fn conflict(&self, page: Page) -> Reply {
        Reply::conflict(page)
    }

    /// It was tried too often and waiting does not help: the page that says what does. Nothing was changed.
    pub fn exhausted(&self, page: Page) -> Reply {
        Reply::exhausted(page)
    }

    /// What was asked for is there no more: a link that has been used, or has expired.
    pub fn gone(&self, page: Page) -> Reply {
        Reply::gone(page)
    }

    /// What was asked for was never there, said with a page's own words rather than those of `Failure::NotFound`.
    pub fn missing(&self, page: Page) -> Reply {
        Reply::missing(page)
    }

    /// A file to be saved under a name.
    pub fn file(&self, name: &str, content_type: &str, bytes: impl Into<Vec<u8>>) -> Reply {
        Reply::file(name, content_type, bytes.into())
    }

    /// It is done; go on at `path`.
    pub fn done(&self, path: impl Into<String>) -> Reply {
        Reply::to(path.into())
    }

    /// A token for a session to be started, never seen before.
    pub fn new_token(&self) -> Token {
        Token::mint()
    }
}
