//! What the browser loads beside pages: the stylesheet, the scripts, icons. Each is served under a name with a hash of its
//! content, so that it may be cached for good.
//!
//! A release carries the files inside the executable. A debug build reads them from the disk, so that an edit shows on the
//! next page. Headers, ranges and conditional requests are decided in `web`.

mod catalogue;
mod file;
#[cfg(debug_assertions)]
mod latest;
#[cfg(test)]
mod tests;

pub use catalogue::{Asset, fingerprint};

use catalogue::Catalogue;
use std::sync::Arc;

/// The path under which a file is served, such as `/assets/app.0123456789abcdef.css` for `app.css`.
///
/// A name that is not there gives a path that is not there.
pub fn url(name: &str) -> String {
    current().url(name).map_or_else(|| format!("/assets/{name}"), str::to_owned)
}

/// A name for all these files as they are: another release has another one.
pub fn release() -> String {
    current().release().to_owned()
}

/// The file served under a path from the root: a hashed one below `/assets/`, `/favicon.ico` or `/robots.txt`.
pub fn find(path: &str) -> Option<Arc<Asset>> {
    current().find(path)
}

#[cfg(not(debug_assertions))]
fn current() -> Arc<Catalogue> {
    static BUILT: std::sync::LazyLock<Arc<Catalogue>> =
        std::sync::LazyLock::new(|| Arc::new(Catalogue::of(file::served())));
    Arc::clone(&BUILT)
}

#[cfg(debug_assertions)]
fn current() -> Arc<Catalogue> {
    static LATEST: latest::Latest = latest::Latest::new();
    LATEST.at(file::changed, || Catalogue::of(file::served()))
}
