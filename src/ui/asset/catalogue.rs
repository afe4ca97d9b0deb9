//! All files by the path under which each is served: hashed, compressed, with the headers that go with it.

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::Write;
use std::sync::Arc;

/// Served under their own names, because browsers and robots look for them there.
const PLAIN: [&str; 2] = ["favicon.ico", "robots.txt"];
const ASKED_AGAIN: &str = "no-cache";
const FOR_A_DAY: &str = "public, max-age=86400";
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// A file to serve.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The content.
    pub bytes: Arc<[u8]>,
    /// The content gzipped, where that makes it smaller.
    pub gzip: Option<Arc<[u8]>>,
    /// The `Content-Type`.
    pub content_type: &'static str,
    /// A strong entity tag in its quotes, of the content as it is.
    pub etag: String,
    /// The `Cache-Control`: for good under a hashed name, for a day under a plain one, not unasked where it is made
    /// when it is asked for.
    pub cache_control: &'static str,
}

/// Every file to serve.
pub struct Catalogue {
    by_path: HashMap<String, Arc<Asset>>,
    urls: HashMap<String, String>,
    release: String,
}

impl Asset {
    /// A text that is made when it is asked for: a browser asks again before it uses what it has kept.
    pub fn made(content_type: &'static str, text: String) -> Self {
        let etag = format!("\"{}\"", fingerprint(text.as_bytes()));
        Self { bytes: text.into_bytes().into(), gzip: None, content_type, etag, cache_control: ASKED_AGAIN }
    }
}

impl Catalogue {
    /// The catalogue of these names and contents.
    pub fn of(files: Vec<(String, Vec<u8>)>) -> Self {
        let (mut by_path, mut urls) = (HashMap::new(), HashMap::new());
        for (name, content) in files {
            let hash = fingerprint(&content);
            let plain = PLAIN.contains(&&*name);
            let url = if plain { format!("/{name}") } else { hashed(&name, &hash) };
            let asset = Asset {
                gzip: gzip(&content).map(Arc::from),
                content_type: content_type(&name),
                etag: format!("\"{hash}\""),
                cache_control: if plain { FOR_A_DAY } else { FOR_GOOD },
                bytes: content.into(),
            };
            by_path.insert(url.clone(), Arc::new(asset));
            urls.insert(name, url);
        }
        let mut paths: Vec<&str> = urls.values().map(String::as_str).collect();
        paths.sort_unstable();
        let release = fingerprint(paths.concat().as_bytes());
        Self { by_path, urls, release }
    }

    /// The path of a file.
    pub fn url(&self, name: &str) -> Option<&str> {
        self.urls.get(name).map(String::as_str)
    }

    /// A hash over all paths, and so over all contents under hashed names.
    pub fn release(&self) -> &str {
        &self.release
    }

    /// The file under a path.
    pub fn find(&self, path: &str) -> Option<Arc<Asset>> {
        self.by_path.get(path).map(Arc::clone)
    }

    /// The names of all files, in order.
    #[cfg(test)]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.urls.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }
}

/// A name for a content, which changes with it.
pub fn fingerprint(bytes: &[u8]) -> String {
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
