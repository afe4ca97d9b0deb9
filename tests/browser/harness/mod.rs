//! What the browser tests stand on: a way to walk through a flow in every setting, each with a world of its own.
//!
//! A world is one executable that knows two clinics and nobody yet, one mail server, and for each person a browser with
//! an empty profile, so no setting meets what another one left behind. The flows themselves are in the tests.

mod engine;
mod person;
mod setting;
mod site;
mod watch;

pub use person::Person;

use engine::Browser;
use setting::{Device, Script, Setting};
use site::Site;
use std::sync::Arc;

/// Walks through a flow on a phone and on a desktop, with and without JavaScript.
pub async fn every_way<F>(flow: impl Fn(Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    for setting in Setting::all() {
        walk(setting, |[person]| flow(person)).await;
    }
}

/// The same for a flow in which two persons meet, each with a browser of their own.
pub async fn every_way_for_two<F>(flow: impl Fn(Person, Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    for setting in Setting::all() {
        walk(setting, |[person, other]| flow(person, other)).await;
    }
}

/// Walks through a flow that is about what JavaScript adds.
pub async fn with_javascript<F>(flow: impl Fn(Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    for setting in Setting::all().into_iter().filter(|setting| setting.script == Script::On) {
        walk(setting, |[person]| flow(person)).await;
    }
}

/// Walks through a flow on a phone, with and without JavaScript.
pub async fn on_a_phone<F>(flow: impl Fn(Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    for setting in Setting::all().into_iter().filter(|setting| setting.device == Device::Phone) {
        walk(setting, |[person]| flow(person)).await;
    }
}

/// The same for a flow in which two persons meet, each with a phone of their own.
pub async fn on_a_phone_for_two<F>(flow: impl Fn(Person, Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    for setting in Setting::all().into_iter().filter(|setting| setting.device == Device::Phone) {
        walk(setting, |[person, other]| flow(person, other)).await;
    }
}

/// A failure is told with its setting, a picture of each page and what the server said.
async fn walk<F, const N: usize>(setting: Setting, flow: impl FnOnce([Person; N]) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    if !engine::is_installed() {
        return;
    }
    let site = Arc::new(Site::start().await);
    let mut browsers = Vec::new();
    for _ in 0..N {
        browsers.push(Browser::start(setting).await);
    }
    let persons = std::array::from_fn(|at| Person::new(Arc::clone(&site), browsers[at].page(), setting));
    let walked = tokio::spawn(flow(persons.clone())).await;
    if walked.is_err() {
        let mut pictures = Vec::new();
        for person in &persons {
            pictures.push(person.picture().await);
        }
        let said = site.said();
        panic!("failed on {setting}; what was seen is in {pictures:?}; the server said:\n{said}");
    }
    assert_eq!(site.unread(), Vec::<String>::new(), "mail left unread on {setting}");
    for browser in browsers {
        browser.close().await;
    }
}
