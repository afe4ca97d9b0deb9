//! What stands around a page: each area of the site has a frame of its own.

use super::{Cx, WaysOn};
use crate::store::Reader;
use crate::ui::Chrome;
use crate::work::Remedy;

/// Draws what stands around a page: header, menu, footer; and says where its pages lead whom a limit has stopped.
pub trait Frame: Send + Sync {
    /// The frame for this visitor. `r` is `None` when nobody is signed in, or when the store cannot be read.
    fn chrome(&self, cx: &Cx, r: Option<&dyn Reader>) -> Chrome;

    /// Where this visitor goes on whom a limit with this remedy has stopped. `r` is `None` when the store cannot be read.
    fn ways_on(&self, cx: &Cx, remedy: Remedy, r: Option<&dyn Reader>) -> WaysOn;
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

/// Where this visitor goes on whom a limit with this remedy has stopped.
pub(super) async fn ways_on(frame: &dyn Frame, cx: &Cx, remedy: Remedy) -> WaysOn {
    let snapshot = cx.snapshot().await.ok();
    frame.ways_on(cx, remedy, snapshot.as_ref().map(|rows| rows as &dyn Reader))
}
