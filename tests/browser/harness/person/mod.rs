//! A person at the browser: finds things by their words, types, presses, and sees what comes.
//!
//! Every step waits for what it needs and for nothing else. Each page that is seen is also watched.

mod form;
mod going;
mod looking;

use super::engine::{Engine, PageHandle};
use super::setting::{Script, Setting};
use super::site::{Mail, Site};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A test that waits this long has failed; it says so instead of hanging.
const TOO_LONG: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(15);

/// By which words something is known: by its first line or, where some of them are heard and not seen, by that part of it.
const WORDS: &str = "
    const words = (e) => {
        const heard = e.querySelector('.unseen')?.parentElement.textContent;
        return (heard ?? e.innerText.trim().split('\\n')[0]).trim();
    };
";

#[derive(Clone)]
pub struct Person {
    site: Arc<Site>,
    page: PageHandle,
    setting: Setting,
    watchful: bool,
}

/// Scrolls as somebody does before they press what stands behind the bar at the bottom of the screen.
const SCROLL: &str = "
    const [thing] = arguments;
    const covers = (bar) => !bar.contains(thing) && getComputedStyle(bar).position === 'sticky';
    const bar = [...document.querySelectorAll('.action-bar')].find(covers);
    if (bar && bar.getBoundingClientRect().top < thing.getBoundingClientRect().bottom) thing.scrollIntoView({ block: 'center' });
    return null;
";

impl Person {
    pub fn new(site: Arc<Site>, page: PageHandle, setting: Setting) -> Self {
        Self { site, page, setting, watchful: true }
    }

    /// The same person on the way to what a test is about: pages on the way are not watched.
    pub fn in_passing(&self) -> Self {
        Self { watchful: false, ..self.clone() }
    }

    pub fn has_javascript(&self) -> bool {
        self.setting.script == Script::On
    }

    /// Goes on with a browser of some years ago; whether there is one.
    pub async fn has_an_older_browser(&self) -> bool {
        self.page.grows_old().await
    }

    /// Whether pages that were left are shown by the server alone. Without scripts that is left to the browser, and WebKit
    /// takes those out of its memory that came over plain http, as here.
    pub fn asks_again_on_back(&self) -> bool {
        self.has_javascript() || self.page.engine() != Engine::WebKit
    }

    /// Whether what was typed is still there after a look at another page. Without scripts that is left to the browser, and
    /// Firefox empties the forms of pages that may not be stored.
    pub fn keeps_what_was_typed(&self) -> bool {
        self.has_javascript() || self.page.engine() != Engine::Firefox
    }

    /// What a command of the executable says, run on its machine.
    pub fn operator_runs(&self, words: &[&str]) -> String {
        self.site.runs(words)
    }

    /// Goes on where nothing is reached.
    pub fn loses_the_connection(&self) {
        self.site.stops();
    }

    /// Goes on with a connection.
    pub async fn is_connected_again(&self) {
        self.site.starts_again().await;
    }

    // ---- mail ----

    /// The next mail to an address, which says this in its subject; what tells it from others of its kind stands behind, in
    /// brackets.
    pub async fn receives(&self, address: &str, subject: &str) -> Mail {
        let mail = self.site.mail_to(address).await;
        let said = mail.subject.strip_prefix("【マイページ】").unwrap_or_default();
        // The day and time of a visit stand before what is said of it.
        let is_said = said.split('(').next() == Some(subject) || said.ends_with(&format!(" {subject}"));
        assert!(is_said, "{subject} is not the subject: {}", mail.subject);
        mail
    }

    /// Opens the link of a mail.
    pub async fn opens_link_of(&self, mail: &Mail) {
        self.visits(&self.path_in(mail)).await;
    }

    /// Where the link of a mail leads to on the site.
    pub fn path_in(&self, mail: &Mail) -> String {
        self.path_of(mail.links.first().expect("a link in the mail"))
    }

    /// Where an address leads to on the site.
    pub fn path_of(&self, url: &str) -> String {
        let path = url.strip_prefix(self.site.url("").as_str()).unwrap_or_else(|| panic!("{url} leads elsewhere"));
        path.to_owned()
    }

    /// Asks a server that is not the site, and says at which address. That one answers with no page.
    pub async fn goes_elsewhere(&self) -> String {
        let elsewhere = self.site.elsewhere();
        let _ = self.page.client.goto(&elsewhere).await;
        elsewhere
    }

    // ---- what all of this is made of ----

    /// Waits until a script says `true`.
    pub async fn until(&self, script: &str, arguments: Value) {
        let begin = Instant::now();
        while self.tries(script, &arguments).await != Some(json!(true)) {
            assert!(begin.elapsed() < TOO_LONG, "never true on {}: {script} {arguments}", self.describes().await);
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// What a script says of the page.
    pub async fn asks(&self, script: &str, arguments: Value) -> Value {
        self.page.client.execute(script, arguments.as_array().unwrap().clone()).await.unwrap()
    }

    /// While one page goes and the next comes, a script has nowhere to run; that is no answer.
    async fn tries(&self, script: &str, arguments: &Value) -> Option<Value> {
        self.page.client.execute(script, arguments.as_array().unwrap().clone()).await.ok()
    }

    async fn find(&self, script: &str, arguments: Value) -> Element {
        let begin = Instant::now();
        loop {
            let found = self.tries(script, &arguments).await.unwrap_or_default();
            if found.is_object() {
                self.tries(SCROLL, &json!([found])).await;
            }
            if let Some(id) = found.as_object().and_then(|element| element.values().next()?.as_str()) {
                return Element::from_element_id(self.page.client.clone(), ElementRef::from(id.to_owned()));
            }
            assert!(begin.elapsed() < TOO_LONG, "not one {arguments} on {}", self.describes().await);
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    async fn describes(&self) -> String {
        let script = "return location.href + '\\n' + document.title + '\\n' + document.body.innerText";
        self.tries(script, &json!([]))
            .await
            .map_or_else(|| "no page".to_owned(), |page| page.as_str().unwrap().to_owned())
    }
}
