//! Telling an open page what happens from now on.

use super::{Cx, Reply, ServerEvent};
use futures_util::Stream;
use poem::http::StatusCode;

impl Cx {
    /// What an open page is told from now on.
    pub fn events(&self, events: impl Stream<Item = ServerEvent> + Send + 'static) -> Reply {
        Reply::events(Box::pin(events))
    }

    /// That the session has as many streams as it may: the page asks by itself, and tries again later.
    pub fn too_many_streams(&self) -> Reply {
        Reply::empty(StatusCode::TOO_MANY_REQUESTS)
    }
}
