//! What the browser tests stand on: a way to walk through a flow in every setting, each with a world of its own.
//!
//! A world is one executable that knows two clinics and nobody yet, one mail server, and for each person a browser without
//! cookies (all else that it keeps is kept by site, and each world is a site), so no setting meets what another one left behind. The flows themselves are in the tests.

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
    walks(|_| true, |[person]| flow(person)).await;
}

/// The same for a flow in which two persons meet, each with a browser of their own.
pub async fn every_way_for_two<F>(flow: impl Fn(Person, Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    walks(|_| true, |[person, other]| flow(person, other)).await;
}

/// Walks through a flow that is about what JavaScript adds.
pub async fn with_javascript<F>(flow: impl Fn(Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    walks(|setting| setting.script == Script::On, |[person]| flow(person)).await;
}

/// Walks through a flow on a phone, with and without JavaScript.
pub async fn on_a_phone<F>(flow: impl Fn(Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    walks(|setting| setting.device == Device::Phone, |[person]| flow(person)).await;
}

/// The same for a flow in which two persons meet, each with a phone of their own.
pub async fn on_a_phone_for_two<F>(flow: impl Fn(Person, Person) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    walks(|setting| setting.device == Device::Phone, |[person, other]| flow(person, other)).await;
}

/// Walks through a flow in the settings that are wanted, one after the other. Starting a browser costs as much as some pages, so it is
/// emptied where it can be.
async fn walks<F, const N: usize>(is_wanted: impl Fn(&Setting) -> bool, flow: impl Fn([Person; N]) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    if !engine::is_installed() {
        return;
    }
    let mut browsers = Vec::new();
    for setting in Setting::all().into_iter().filter(is_wanted) {
        let mut ready = Vec::new();
        for browser in browsers {
            ready.push(Browser::emptied(browser, setting).await);
        }
        while ready.len() < N {
            ready.push(Browser::start(setting).await);
        }
        walk(setting, &ready, &flow).await;
        browsers = ready;
    }
    for browser in browsers {
        browser.close().await;
    }
}

/// A failure is told with its setting, a picture of each page and what the server said.
async fn walk<F, const N: usize>(setting: Setting, browsers: &[Browser], flow: &impl Fn([Person; N]) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let site = Arc::new(Site::start().await);
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
}
