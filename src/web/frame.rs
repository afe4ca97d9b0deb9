//! What stands around a page: each area of the site has a frame of its own.

use super::Cx;
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
