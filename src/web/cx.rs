//! The context of one request: all that an action may know and use.
//!
//! Cheap to clone.

use super::request::RequestInfo;
use super::{Failure, Floor, FormData, Query, Swap, Who, csrf};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::secret::{Busy, PasswordCheck, Token, TokenHash};
use crate::session::{self, Session, Stay};
use crate::store::{self, CommitNumber, Reader, Snapshot, Tx};
use crate::ui::{Form, FormField, asset};
use crate::work::Networks;
use ipnet::IpNet;
use poem::http::Method;
use std::any::Any;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// What a request has read, from its first read until its next write.
#[derive(Default)]
struct Seen {
    /// The rows that all of it sees.
    snapshot: Option<Snapshot>,
    /// The record of the signed-in subject, in the type of its feature.
    subject: Option<Arc<dyn Any + Send + Sync>>,
}

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
    pub request: Arc<RequestInfo>,
    /// Why the posted form gets no answer of its own, so that its page is shown again.
    pub(super) unanswered: Option<Failure>,
    /// Who may see the page at the path that was asked for, if there is one.
    pub(super) page_for: Option<Who>,
    params: Arc<[(&'static str, String)]>,
    seen: Arc<Mutex<Seen>>,
    unsent: Arc<AtomicBool>,
    proof: Arc<OnceLock<String>>,
}

impl Cx {
    pub(super) fn new(floor: Arc<Floor>, now: Moment, info: RequestInfo, snapshot: Option<Snapshot>) -> Self {
        let seen = Arc::new(Mutex::new(Seen { snapshot, subject: None }));
        Self {
            floor,
            now,
            lang: info.lang,
            request: Arc::new(info),
            unanswered: None,
            page_for: None,
            params: Arc::new([]),
            seen,
            unsent: Arc::default(),
            proof: Arc::default(),
        }
    }

    /// The same context at a route with parameters in its path.
    pub(super) fn at(&self, params: Arc<[(&'static str, String)]>, page_for: Option<Who>) -> Self {
        Self { params, page_for, unanswered: None, ..self.clone() }
    }

    /// The same context for the page of a form that gets no answer of its own.
    pub(super) fn showing_again(&self, failure: Failure) -> Self {
        Self { unanswered: Some(failure), ..self.clone() }
    }

    /// The same context for the rest of an answer that [goes on](super::Reply::going_on_as) under another token, which signs
    /// nobody in.
    #[must_use]
    pub fn going_on_as(&self, token: &Token) -> Self {
        let info =
            RequestInfo { token: token.clone(), visitor: token.hash(), session: None, ..(*self.request).clone() };
        *self.seen() = Seen::default();
        Self { request: Arc::new(info), proof: Arc::default(), ..self.clone() }
    }

    /// The posted form; empty for a GET.
    pub fn form(&self) -> &FormData {
        &self.request.form
    }

    /// The posted form, read into its struct; empty for a GET.
    pub fn typed<F: Form>(&self) -> F {
        F::read(|field| self.form().get(field.name()).to_owned())
    }

    /// A parameter of the route's path, empty when it has none of that name.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }

    /// A parameter of the query, empty when it is missing.
    pub fn query(&self, name: &str) -> String {
        self.whole_query().get(name).into_owned()
    }

    /// The query of the address that was asked for.
    pub fn whole_query(&self) -> Query<'_> {
        Query::of(&self.request.uri)
    }

    /// The path and query that were asked for.
    pub fn here(&self) -> String {
        self.request.uri.path_and_query().map_or_else(String::new, ToString::to_string)
    }

    /// The live session, if the visitor is signed in.
    pub fn session(&self) -> Option<&Session> {
        self.request.session.as_ref()
    }

    /// Whether the visitor's session outlives the browser.
    pub fn stay(&self) -> Stay {
        self.session().map_or_else(Stay::default, |session| session.stay)
    }

    /// Has the use of the visitor's session noted, if that is worth a write. Nobody waits for it: a store that takes no writes
    /// leaves the session the end that it has.
    pub(super) fn note_use(&self) {
        if let Some(session) = self.session_to_note().cloned() {
            self.floor.store.write_behind(self.now, move |tx| session::note_use(tx, &session));
        }
    }

    /// For how many minutes from now the browser keeps the cookie of the visitor's session, when that moves with the session.
    pub(super) fn kept_for(&self) -> Option<i64> {
        self.session_to_note().and_then(|session| session.kind.cookie_minutes(session.stay))
    }

    fn session_to_note(&self) -> Option<&Session> {
        self.session().filter(|session| session.is_worth_noting(self.now))
    }

    /// The token of the device on which the form was sent, if somebody has signed in on it.
    pub fn device(&self) -> Option<&Token> {
        self.request.device.as_ref()
    }

    /// The token of the device, if it is one that several people share.
    pub fn shared_device(&self) -> Option<&Token> {
        self.request.shared_device.as_ref()
    }

    /// The key under which rows of this visitor, signed in or not, are kept.
    pub fn visitor(&self) -> TokenHash {
        self.request.visitor
    }

    /// The proof for the forms of the answer: a fresh one for each request, the same in all of its forms.
    pub fn csrf(&self) -> String {
        let field = || {
            let owner = self.session().map_or_else(String::new, Session::form_owner);
            csrf::field(&self.request.token.proof(), &owner)
        };
        self.proof.get_or_init(field).clone()
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
        if let Some(open) = self.seen().snapshot.clone() {
            return Ok(open);
        }
        let opened = self.floor.store.snapshot(self.now).await?;
        self.seen().snapshot = Some(opened.clone());
        Ok(opened)
    }

    /// The latest commit of this process that the request's snapshot surely shows.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn latest_commit(&self) -> store::Result<CommitNumber> {
        Ok(self.snapshot().await?.latest())
    }

    /// The latest commit that the page has seen which connects again to its stream, if it says so.
    pub fn last_event(&self) -> Option<CommitNumber> {
        self.request.last_event.as_deref().and_then(CommitNumber::parse)
    }

    /// Has the page say that the form which it shows was not received.
    pub(super) fn tell_unsent(&self) {
        self.unsent.store(true, Ordering::Relaxed);
    }

    /// Whether the page has to say that.
    pub(super) fn is_unsent(&self) -> bool {
        self.unsent.load(Ordering::Relaxed)
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers the record behind the session's subject, which the guard has read, until the next write.
    pub fn remember<T: Send + Sync + 'static>(&self, subject: Arc<T>) {
        self.seen().subject = Some(subject);
    }

    /// The record that was remembered.
    pub fn remembered<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.seen().subject.clone()?.downcast().ok()
    }

    /// Writes all or nothing. The closure may run more than once.
    pub async fn write<T: Send + 'static>(
        &self,
        f: impl FnMut(&mut Tx<'_>) -> store::Result<T> + Send + 'static,
    ) -> store::Result<T> {
        // What is read after the write sees it; and nothing is held open while it waits for its turn.
        *self.seen() = Seen::default();
        let outcome = self.floor.store.write(self.now, f).await;
        // A guard that was asked again has remembered what stood in the write, which may not have come to be.
        *self.seen() = Seen::default();
        let outcome = outcome?;
        // Costs nothing when there is no letter, and saves every action from remembering it.
        self.floor.doorbell.ring();
        Ok(outcome)
    }

    /// The part of a page that the answer changes; `None` when it is a page.
    pub fn swap(&self) -> Option<Swap<'_>> {
        let RequestInfo { method, uri, target, shown_at, .. } = &*self.request;
        let (_, part) = target.as_ref().filter(|_| *method == Method::GET)?.split_once('#')?;
        let before = shown_at.as_ref().filter(|shown_at| shown_at.path() == uri.path());
        Some(Swap { part, before: before.map(Query::of) })
    }

    /// Says for which visitor, and by which release, a page is drawn.
    pub fn mark(&self) -> String {
        self.request.token.mark(&asset::release())
    }

    /// Hashes a password, in the turn of the client that asks.
    ///
    /// # Errors
    /// [`Busy`] when too many are being hashed.
    pub async fn hash(&self, password: &[u8]) -> std::result::Result<String, Busy> {
        self.floor.hasher.hash(self.client(), password.to_vec()).await
    }

    /// Compares a password with its hash, in the turn of the client that asks.
    ///
    /// # Errors
    /// [`Busy`] when too many are being hashed.
    pub async fn verify(&self, password: Vec<u8>, phc: Option<String>) -> std::result::Result<PasswordCheck, Busy> {
        self.floor.hasher.verify(self.client(), password, phc).await
    }

    /// The widest network that one client may command.
    fn client(&self) -> Option<IpNet> {
        Networks::of(self.request.client).widest()
    }

    /// A token for a session to be started, never seen before.
    pub fn new_token(&self) -> Token {
        Token::mint()
    }
}
