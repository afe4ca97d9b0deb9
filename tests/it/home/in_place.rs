//! What opens and closes where it stands when htmx runs: the answer is the part that was pressed, as it is in the whole page.

use super::{register, with_sakura};
use crate::harness::booked::book;
use crate::harness::browser::{Ask, Browser};
use crate::harness::clinics::SAKURA;
use crate::harness::page::{Page, each, first, said};
use crate::harness::people::{HANAKO, TARO};
use mypage::reservation::Reservation;
use poem::http::Method;

const DASHBOARD: &str = "/dashboard";
const CLINIC: &str = "/clinics/sakura";

/// What htmx sends when a link is pressed that changes a part of the page at `shown`.
fn press(href: &str, part: &str, shown: &str) -> Ask {
    let shown = format!("http://127.0.0.1:8080{shown}#clinic-info");
    Ask::of(Method::GET, href).with("hx-request", "true").with("hx-target", part).with("hx-current-url", &shown)
}

fn name(of: &Reservation) -> String {
    format!("reservation={}", of.id.text())
}

fn row(of: &Reservation) -> String {
    format!("li#row-{}", of.id.text())
}

/// The markup of what a selector finds, without what differs between answers.
fn markup(page: &Page, selector: &str) -> Option<String> {
    let found = first(page.html().root_element(), selector)?;
    let proof = each(found, "input[name=_csrf]").first().map(|input| input.attr("value").unwrap().to_owned());
    Some(found.html().replace(&proof.unwrap_or("-".repeat(99)), ""))
}

/// The part is all that is answered, is the same as in the page of the address that it says, and belongs to that page.
async fn is_the_part(browser: &mut Browser, answer: &Page, part: &str, address: &str) {
    assert_eq!((answer.code(), answer.header("hx-push-url").as_deref()), (200, Some(address)));
    let page = browser.get(address).await;
    let (_, id) = part.split_once('#').unwrap();
    let element = format!("[id='{id}']");
    assert!(markup(&page, &element).is_some(), "{part} at {address}");
    assert_eq!(markup(answer, &element), markup(&page, &element));
    assert_eq!(answer.header("x-page-mark"), page.header("x-page-mark"));
    let without = ["title", "main", "header", "footer"];
    assert!(without.iter().all(|other| first(answer.html().root_element(), other).is_none()), "nothing but the part");
    assert!(answer.header("vary").unwrap().contains("HX-Current-URL"));
}

#[tokio::test]
async fn a_row_is_answered_alone_and_small() {
    let clinic = with_sakura().await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    book(&clinic, HANAKO, "11:00", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    for page in [DASHBOARD, CLINIC] {
        let opened = format!("{page}?{}", name(&of));
        let answer = browser.send(press(&opened, &row(&of), page)).await;
        is_the_part(&mut browser, &answer, &row(&of), &opened).await;
        assert_eq!(each(answer.html().root_element(), "li a[aria-expanded]").len(), 1);
        assert!(first(answer.html().root_element(), ".pane dl").is_some());
        assert!(answer.body.len() <= 3 * 1024 + 512, "{} bytes", answer.body.len());
        let answer = browser.send(press(page, &row(&of), &opened)).await;
        is_the_part(&mut browser, &answer, &row(&of), page).await;
        assert!(first(answer.html().root_element(), ".pane").is_none());
    }
    let elsewhere = browser.send(press(&format!("/clinics/kumo?{}", name(&of)), &row(&of), "/clinics/kumo")).await;
    assert_eq!(elsewhere.code(), 404, "on the page of another clinic");
}

#[tokio::test]
async fn the_row_that_was_open_closes_along_with_it() {
    let clinic = with_sakura().await;
    let (first_one, other) = (book(&clinic, HANAKO, "9:30", true).await, book(&clinic, HANAKO, "11:00", true).await);
    let theirs = book(&clinic, TARO, "10:00", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let (shown, opened) = (format!("{DASHBOARD}?{}", name(&first_one)), format!("{DASHBOARD}?{}", name(&other)));
    let answer = browser.send(press(&opened, &row(&other), &shown)).await;
    is_the_part(&mut browser, &answer, &row(&other), &opened).await;
    let target = format!("#row-{}", first_one.id.text());
    assert_eq!(first(answer.html().root_element(), "hx-partial").unwrap().attr("data-hx-target"), Some(&*target));
    let closed = format!("[id='row-{}']", first_one.id.text());
    assert_eq!(markup(&answer, &closed), markup(&browser.get(&opened).await, &closed), "as in the page");
    for elsewhere in [format!("/clinics/sakura?{}", name(&first_one)), format!("{DASHBOARD}?{}", name(&theirs))] {
        let answer = browser.send(press(&opened, &row(&other), &elsewhere)).await;
        is_the_part(&mut browser, &answer, &row(&other), &opened).await;
        assert!(first(answer.html().root_element(), "hx-partial").is_none(), "{elsewhere}");
    }
}

#[tokio::test]
async fn what_has_opened_since_a_link_was_drawn_stays_open() {
    let clinic = with_sakura().await;
    let of = book(&clinic, HANAKO, "9:30", true).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    let (info, both) = (format!("{CLINIC}?info=open"), format!("{CLINIC}?info=open&{}", name(&of)));
    let opened = format!("{CLINIC}?{}", name(&of));
    let answer = browser.send(press(&opened, &row(&of), &info)).await;
    is_the_part(&mut browser, &answer, &row(&of), &both).await;
    let answer = browser.send(press(&info, "section#clinic", &opened)).await;
    is_the_part(&mut browser, &answer, "section#clinic", &both).await;
    assert!(first(answer.html().root_element(), "#clinic-info-pane dl").is_some());
    let answer = browser.send(press(CLINIC, "section#clinic", &both)).await;
    is_the_part(&mut browser, &answer, "section#clinic", &opened).await;
}

#[tokio::test]
async fn past_ones_change_the_list_and_what_was_open_among_them_closes_with_them() {
    let clinic = with_sakura().await;
    let (over, coming) = (book(&clinic, HANAKO, "9:30", true).await, book(&clinic, HANAKO, "11:00", true).await);
    clinic.minutes_pass(over.slot.starts().seconds_since(clinic.now()) / 60 + 30);
    let mut browser = clinic.signed_in(HANAKO).await;
    for page in [DASHBOARD, CLINIC] {
        let shown = format!("{page}?past=1");
        let [with_coming, with_over] = [&coming, &over].map(|of| format!("{shown}&{}", name(of)));
        let answer = browser.send(press(&shown, "section#reservations", &format!("{page}?{}", name(&coming)))).await;
        is_the_part(&mut browser, &answer, "section#reservations", &with_coming).await;
        assert!(first(answer.html().root_element(), "#past-pane li").is_some());
        let answer = browser.send(press(page, "section#reservations", &with_coming)).await;
        is_the_part(&mut browser, &answer, "section#reservations", &format!("{page}?{}", name(&coming))).await;
        let answer = browser.send(press(page, "section#reservations", &with_over)).await;
        is_the_part(&mut browser, &answer, "section#reservations", page).await;
        let answer = browser.send(press(&with_over, &row(&over), &shown)).await;
        is_the_part(&mut browser, &answer, &row(&over), &with_over).await;
    }
}

#[tokio::test]
async fn what_is_not_hers_is_answered_as_a_whole_page() {
    let clinic = with_sakura().await;
    let theirs = book(&clinic, TARO, "9:30", true).await;
    register(&clinic, HANAKO, SAKURA).await;
    let mut browser = clinic.signed_in(HANAKO).await;
    for page in [DASHBOARD, CLINIC] {
        let hidden = browser.send(press(&format!("{page}?{}", name(&theirs)), &row(&theirs), page)).await;
        let nothing = browser.get(&format!("{page}?{}", name(&theirs))).await;
        assert_eq!((hidden.code(), hidden.h1()), (404, nothing.h1()));
        let no_part = browser.send(press(page, "li#row-0", page)).await;
        assert_eq!((no_part.code(), first(no_part.html().root_element(), "main").is_some()), (200, true));
        let plain = Ask::of(Method::GET, page).with("hx-target", "section#reservations");
        assert!(first(browser.send(plain).await.html().root_element(), "footer").is_some());
    }
    let elsewhere = browser.send(press(&format!("/clinics/kumo?{}", name(&theirs)), &row(&theirs), CLINIC)).await;
    assert_eq!(elsewhere.code(), 404);
    let empty = browser.send(press(DASHBOARD, "section#reservations", DASHBOARD)).await;
    assert!(said(empty.html().root_element()).contains("マイクリニック"), "a page, since there is no list");
}
