//! What the browser loads beside pages: stylesheet, scripts, icons. Embedded into the executable, compressed once, and
//! served under a name with a hash of its content, so that it may be cached for good.
//!
//! This file answers which bytes a path has. Headers, ranges and conditional requests are the web room's.

#[cfg(test)]
mod tests;

use flate2::{Compression, write::GzEncoder};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;
use std::sync::LazyLock;

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
struct Embedded;

/// A file to serve.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The content.
    pub bytes: Cow<'static, [u8]>,
    /// The content gzipped, where that makes it smaller.
    pub gzip: Option<Vec<u8>>,
    /// The `Content-Type`.
    pub content_type: &'static str,
    /// A strong entity tag in its quotes, of the content as it is.
    pub etag: String,
    /// The `Cache-Control`: for good under a hashed name, for a day under a plain one.
    pub cache_control: &'static str,
}

/// Served under their own names, because that is where the world looks for them.
const PLAIN: [&str; 2] = ["favicon.ico", "robots.txt"];

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::load);

struct Catalogue {
    by_path: HashMap<String, Asset>,
    urls: HashMap<String, String>,
    release: String,
}

impl Catalogue {
    fn load() -> Self {
        let mut catalogue = Self { by_path: HashMap::new(), urls: HashMap::new(), release: String::new() };
        for name in Embedded::iter() {
            if let Some(file) = Embedded::get(&name) {
                let hash = hash(&file.data);
                let url = if PLAIN.contains(&&*name) { format!("/{name}") } else { hashed(&name, &hash) };
                let asset = Asset {
                    gzip: gzip(&file.data),
                    content_type: content_type(&name),
                    etag: format!("\"{hash}\""),
                    cache_control: if PLAIN.contains(&&*name) {
                        "public, max-age=86400"
                    } else {
                        "public, max-age=31536000, immutable"
                    },
                    bytes: file.data,
                };
                catalogue.by_path.insert(url.clone(), asset);
                catalogue.urls.insert(name.into_owned(), url);
            }
        }
        let mut urls: Vec<&str> = catalogue.urls.values().map(String::as_str).collect();
        urls.sort_unstable();
        catalogue.release = hash(urls.concat().as_bytes());
        catalogue
    }
}

/// The path under which a file of `assets/` is served, such as `/assets/app.0123456789abcdef.css` for `app.css`.
///
/// A name that is not there gives a path that is not there.
pub fn url(name: &str) -> String {
    CATALOGUE.urls.get(name).cloned().unwrap_or_else(|| format!("/assets/{name}"))
}

/// A name for all these files as they are: another release has another one.
pub fn release() -> &'static str {
    &CATALOGUE.release
}

/// The file served under a path from the root: a hashed one below `/assets/`, `/favicon.ico` or `/robots.txt`.
pub fn find(path: &str) -> Option<&'static Asset> {
    CATALOGUE.by_path.get(path)
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn hashed(name: &str, hash: &str) -> String {
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("/assets/{stem}.{hash}.{end}")
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().filter(|packed| packed.len() + 100 < bytes.len())
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
