//! A route is a method, a path, who may use it, and the action behind it. The table of all routes is data, so
//! that tests can walk it.

use super::{Cx, Failure, Result, Who};
use crate::session::Session;
use crate::store::Reader;
use poem::http::Method;
use std::pin::Pin;
use std::sync::Arc;

/// Decides from a request's context whether its action may run, and hands over what it found out on the way.
pub trait Guard: Sized + Send + 'static {
    /// What this guard says of its routes.
    const WHO: Who;

    /// Lets the request in. `session` is the visitor's live one as `r` has it: `r` is the request's snapshot;
    /// when the request changes something, the guard is asked again with its write.
    ///
    /// # Errors
    /// The failure that the visitor gets to see instead of the action's answer.
    fn admit(cx: &Cx, r: &dyn Reader, session: Option<&Session>) -> std::result::Result<Self, Failure>;

    /// How the log names who was let in; a guest has no name.
    fn who(&self) -> Option<String> {
        None
    }
}

/// Lets everybody in.
pub struct Anyone;

impl Guard for Anyone {
    const WHO: Who = Who::Anyone;

    fn admit(_: &Cx, _: &dyn Reader, _: Option<&Session>) -> std::result::Result<Self, Failure> {
        Ok(Self)
    }
}

type Action = dyn Fn(Cx) -> Pin<Box<dyn Future<Output = Result> + Send>> + Send + Sync;

/// One entry of the table of routes.
#[derive(Clone)]
pub struct Route {
    /// GET (which serves HEAD too) or POST.
    pub method: Method,
    /// The path with `:name` for its parameters.
    pub path: &'static str,
    /// Who may use it.
    pub who: Who,
    /// Whether somebody has asked: what an open page asks by itself is no use of the session.
    pub(super) is_use: bool,
    pub(super) action: Arc<Action>,
}

impl Route {
    /// The same, asked by an open page itself: nobody need be there, so that it does not keep a session alive.
    #[must_use]
    pub fn asked_by_page(self) -> Self {
        Self { is_use: false, ..self }
    }

    /// Does it.
    pub(super) async fn run(&self, cx: &Cx) -> Result {
        if self.is_use {
            cx.note_use();
        }
        (self.action)(cx.clone()).await
    }
}

/// A route that shows something and changes nothing.
pub fn get<G: Guard, Fut>(path: &'static str, action: impl Fn(Cx, G) -> Fut + Send + Sync + Copy + 'static) -> Route
where
    Fut: Future<Output = Result> + Send + 'static,
{
    route(Method::GET, path, action)
}

/// A route that does something. Its form has been read and its CSRF proof checked before the action runs.
pub fn post<G: Guard, Fut>(path: &'static str, action: impl Fn(Cx, G) -> Fut + Send + Sync + Copy + 'static) -> Route
where
    Fut: Future<Output = Result> + Send + 'static,
{
    route(Method::POST, path, action)
}

fn route<G: Guard, Fut>(
    method: Method,
    path: &'static str,
    action: impl Fn(Cx, G) -> Fut + Send + Sync + Copy + 'static,
) -> Route
where
    Fut: Future<Output = Result> + Send + 'static,
{
    let action = move |cx: Cx| -> Pin<Box<dyn Future<Output = Result> + Send>> {
        Box::pin(async move {
            let guest = G::admit(&cx, &cx.snapshot().await?, cx.session())?;
            action(cx, guest).await
        })
    };
    Route { method, path, who: G::WHO, is_use: true, action: Arc::new(action) }
}
