//! The service worker of this release, and the page that it keeps for when there is no connection.

use crate::config::Service;
use crate::lang::Lang;
use crate::ui::{Chrome, Footer, Layout, asset, offline, shell};

/// The worker itself, to which the release is added.
const SCRIPT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/worker/service-worker.js"));

/// What the offline page is made of.
const SHELL: [&str; 6] = ["app.css", "app.js", "vendor/htmx.min.js", "favicon.svg", "favicon.ico", "touch-icon.png"];

/// The script. Another release, or other words on the page, makes it another script, by which a browser knows that there is a new
/// worker with a shell of its own.
pub(super) fn script(service: &Service) -> String {
    let pages: String = Lang::ALL.iter().map(|lang| offline_page(service, *lang)).collect();
    let version = asset::fingerprint([asset::release(), pages].concat().as_bytes());
    let urls: Vec<String> = SHELL.iter().map(|name| format!("\"{}\"", asset::url(name))).collect();
    format!("const VERSION = \"{version}\";\nconst SHELL = [{}];\n\n{SCRIPT}", urls.join(", "))
}

/// The document of the offline page. It is kept for whoever uses the device next, so that it holds neither a visitor's token nor
/// whether somebody is signed in.
pub(super) fn offline_page(service: &Service, lang: Lang) -> String {
    let chrome = Chrome {
        lang,
        service: service.name.clone(),
        mark: String::new(),
        account: None,
        csrf: String::new(),
        here: String::new(),
        home: "/".to_owned(),
        layout: Layout::Reading,
        menu: None,
        footer: Footer { contact: service.contact.clone(), ..Footer::default() },
    };
    shell::document(&chrome, &offline::page(lang)).into_string()
}
