//! An area of the site: pages that share a kind of session and the frame around them. The patients' pages are one.
//!
//! A request belongs to the area of its path, even where no page is. Its cookie, its session, its frame and its sign-in
//! page are those of the area; somebody who is signed in to another area is a guest here.

use super::{Cx, Route};
use crate::session::SessionKind;
use crate::store::Reader;
use crate::ui::Chrome;

/// Draws what stands around a page: header, menu, footer.
pub trait Frame: Send + Sync {
    /// The frame for this visitor. `r` is `None` when nobody is signed in, or when the store cannot be read.
    fn chrome(&self, cx: &Cx, r: Option<&dyn Reader>) -> Chrome;
}

/// The frame around a page for this visitor. An error page must be drawn even if the store cannot be read: then the frame
/// is the one of a guest.
pub(super) async fn chrome(frame: &dyn Frame, cx: &Cx) -> Chrome {
    let snapshot = match cx.session() {
        Some(_) => cx.snapshot().await.ok(),
        None => None,
    };
    frame.chrome(cx, snapshot.as_ref().map(|rows| rows as &dyn Reader))
}

/// Pages that share a kind of session and a frame.
pub struct Area {
    /// All paths of the area begin with it. Empty for the main area, which has every path that no other one has.
    pub root: &'static str,
    /// Its sessions.
    pub kind: &'static SessionKind,
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
