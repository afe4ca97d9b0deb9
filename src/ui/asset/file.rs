//! Which files of `assets/` are served, and as what: stylesheets and scripts are joined, so that a first visit over a slow
//! line waits for one of each.

use rust_embed::RustEmbed;
use std::borrow::Cow;
#[cfg(debug_assertions)]
use std::time::SystemTime;

/// Only what is served: word lists and the like under `assets/` are not.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/assets"]
#[include = "*.css"]
#[include = "*.js"]
#[include = "*.svg"]
#[include = "*.png"]
#[include = "favicon.ico"]
#[include = "robots.txt"]
#[exclude = "data/*"]
#[exclude = "worker/*"]
struct Assets;

/// It names the layers, and the first mention of a layer decides its place.
const FIRST: &str = "css/layers.css";

/// Name and content of everything that is served.
pub(super) fn served() -> Vec<(String, Vec<u8>)> {
    let read = |name: Cow<'static, str>| Assets::get(&name).map(|file| (name.into_owned(), file.data.into_owned()));
    let (parts, mut whole): (Vec<_>, Vec<_>) = Assets::iter().filter_map(read).partition(|(name, _)| is_part(name));
    whole.push(("app.css".to_owned(), stylesheet(&parts)));
    whole.push(("app.js".to_owned(), script(&parts)));
    whole
}

fn is_part(name: &str) -> bool {
    name.starts_with("css/") || name.starts_with("js/")
}

/// All stylesheets in one. Their layers decide which rule wins, so beside the first their order makes no difference.
pub(super) fn stylesheet(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut sheets = named(parts, "css/");
    sheets.sort_by_key(|(name, _)| (*name != FIRST, *name));
    sheets.into_iter().flat_map(|(_, text)| [text, b"\n"].concat()).collect()
}

/// All scripts in one module, each in a block of its own: none sees the names of another, and the fault of one stops no
/// other. It is thrown again later, for the browser to report.
pub(super) fn script(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut scripts = named(parts, "js/");
    scripts.sort_by_key(|(name, _)| *name);
    scripts
        .into_iter()
        .flat_map(|(_, text)| {
            [b"try {\n", text, b"\n} catch (fault) {\n  setTimeout(() => { throw fault; });\n}\n"].concat()
        })
        .collect()
}

fn named<'a>(parts: &'a [(String, Vec<u8>)], folder: &str) -> Vec<(&'a str, &'a [u8])> {
    let inside = parts.iter().filter(|(name, _)| name.starts_with(folder));
    inside.map(|(name, text)| (name.as_str(), text.as_slice())).collect()
}

/// The files of `assets/` and when each was last written.
#[cfg(debug_assertions)]
pub(super) type Changed = Vec<(String, Option<SystemTime>)>;

/// The files on the disk as they are now.
#[cfg(debug_assertions)]
pub(super) fn changed() -> Changed {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let written = |name: &str| folder.join(name).metadata().and_then(|data| data.modified()).ok();
    Assets::iter().map(|name| (name.to_string(), written(&name))).collect()
}
