//! An area of the site: pages that share a kind of session and the frame around them. The patients' pages are one.
//!
//! A request belongs to the area of its path, even where no page is. Its cookie, its session, its frame and its sign-in
//! page are those of the area; somebody who is signed in to another area is a guest here.

use super::{Frame, Route};
use crate::session::SessionKind;

/// Pages that share a kind of session and a frame.
pub struct Area {
    /// All paths of the area begin with it. Empty for the main area, which has every path that no other one has.
    pub root: &'static str,
    /// Its sessions.
    pub kind: &'static SessionKind,
    /// The page with which its people begin.
    pub start: &'static str,
    /// What stands around its pages.
    pub frame: Box<dyn Frame>,
    /// Its routes.
    pub routes: Vec<Route>,
}

impl Area {
    /// Whether a path is in the area.
    pub(super) fn has(&self, path: &str) -> bool {
        path.strip_prefix(self.root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}
