//! What the browser tests stand on: a way to walk through a flow in every setting, each with a world of its own.
//!
//! A world is one executable with an empty data folder, one mail server and one Chromium with an empty profile, so no
//! setting meets what another one left behind. The flows themselves are not known here.

mod chromium;
mod person;
mod setting;
mod site;
mod watch;

pub use person::Person;

use chromium::Chromium;
use setting::{Script, Setting};
use site::Site;
use std::sync::Arc;

/// Walks through a flow on a phone and on a desktop, with and without JavaScript.
pub async fn every_way<F>(flow: impl Fn(Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    for setting in Setting::all() {
        walk(setting, &flow).await;
    }
}

/// Walks through a flow that is about what JavaScript adds.
pub async fn with_javascript<F>(flow: impl Fn(Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    for setting in Setting::all().into_iter().filter(|setting| setting.script == Script::On) {
        walk(setting, &flow).await;
    }
}

/// A failure is told with its setting, a picture of the page and what the server said.
async fn walk<F>(setting: Setting, flow: impl Fn(Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let site = Arc::new(Site::start().await);
    let chromium = Chromium::start(setting).await;
    let person = Person::new(Arc::clone(&site), chromium.page(), setting);
    let walked = tokio::spawn(flow(person.clone())).await;
    if walked.is_err() {
        let picture = person.picture().await;
        let said = site.said();
        panic!("failed on {setting}; the page is in {picture}; the server said:\n{said}");
    }
    assert_eq!(site.unread(), Vec::<String>::new(), "mail left unread on {setting}");
    chromium.close().await;
}
