//! What comes together for a patient: マイクリニック on the dashboard, クリニック詳細, and マイクリニックから解除.

mod clinic;
mod device_copy;
mod in_place;
mod my_clinics;
mod opening_hours;
mod removal;

use crate::harness::booked;
use crate::harness::browser::Browser;
use crate::harness::clinic::Clinic;
use crate::harness::page::{Page, each, first, said};
use crate::harness::people;
use mypage::clinic::{ClinicId, rows};

/// The id of a clinic.
fn id(name: &str) -> ClinicId {
    ClinicId::parse(name).expect("an id")
}

/// Registers a clinic for somebody of the fixtures.
async fn register(clinic: &Clinic, email: &str, name: &str) {
    let (account, id) = (people::register(&clinic.floor, email).await.id, id(name));
    clinic.floor.store.write(clinic.now(), move |tx| rows::register(tx, account, &id)).await.unwrap();
}

/// Whether a clinic is among those of somebody of the fixtures.
fn is_registered(clinic: &Clinic, email: &str, name: &str) -> bool {
    let account = people::find(&clinic.floor, email).expect("an account").id;
    clinic.floor.store.read_blocking(clinic.now(), |r| rows::link(r, account, &id(name))).unwrap().is_some()
}

/// A product with one clinic to book at.
async fn with_sakura() -> Clinic {
    let clinic = Clinic::new();
    booked::open(&clinic).await;
    clinic
}

/// What opens and closes on a page: what it says, where it leads, and what stands in its pane while it is open.
fn openers(page: &Page) -> Vec<(String, String, Option<String>)> {
    let root = page.html().root_element();
    let openers = each(root, "a[aria-expanded]").into_iter();
    openers
        .map(|link| {
            let attr = |name| link.attr(name).unwrap_or_default().to_owned();
            let begins_here = format!("{}#{}", attr("data-hx-get"), attr("id"));
            assert_eq!(attr("href"), begins_here, "both ways lead to one place");
            assert_eq!(attr("data-focus"), attr("id"), "the focus stays where it is");
            let pane = link.attr("aria-controls").map(|id| first(root, &format!("[id='{id}']")).expect("its pane"));
            assert_eq!(pane.is_some(), attr("aria-expanded") == "true");
            let news = attr("data-news");
            assert!(news.ends_with(if pane.is_some() { "を表示しました" } else { "を閉じました" }), "{news}");
            (said(link), attr("data-hx-get"), pane.map(said))
        })
        .collect()
}

/// A browser in which somebody of the fixtures is signed in and has pressed English.
async fn in_english(clinic: &Clinic, email: &str) -> Browser {
    let mut browser = clinic.signed_in(email).await;
    let page = browser.get("/dashboard").await;
    let form = page.form("English");
    browser.submit(form).await;
    browser
}
