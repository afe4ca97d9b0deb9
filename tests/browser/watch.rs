//! That the watch over every page sees what it is there for: each kind of fault is made once and must be found.

use crate::harness::{Person, every_way, with_javascript};
use serde_json::json;

async fn is_found(person: &Person, wanted: &str) {
    let faults = person.faults().await;
    assert!(faults.iter().any(|fault| fault.contains(wanted)), "{wanted} is not among {faults:?}");
}

#[tokio::test]
async fn l13_the_watch_sees_a_request_to_elsewhere() {
    every_way(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        let elsewhere = person.goes_elsewhere().await;
        is_found(&person, &format!("a request to elsewhere: {elsewhere}")).await;
    })
    .await;
}

#[tokio::test]
async fn i2_the_watch_sees_violations_and_errors() {
    with_javascript(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        let inline =
            "const s = document.createElement('style'); s.textContent = 'p{}'; document.head.append(s); return null";
        person.asks(inline, json!([])).await;
        is_found(&person, "Content Security Policy").await;
        person.asks("console.error('something broke'); return null", json!([])).await;
        is_found(&person, "something broke").await;
    })
    .await;
}

#[tokio::test]
async fn the_watch_sees_what_is_too_wide() {
    every_way(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        let widen = "document.querySelector('h1').style.width = arguments[0] + 'px'; return null";
        for width in person.widths() {
            person.asks(widen, json!([width])).await;
            is_found(&person, &format!("wider than {width} px")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_watch_sees_a_label_that_breaks_in_the_middle_of_a_word() {
    every_way(async |person| {
        person.visits("/sign-in").await;
        person.sees("アカウント認証").await;
        let squeeze = "document.querySelector('main .button').style.padding = '0 calc(50% - 1.5em)'; return null";
        person.asks(squeeze, json!([])).await;
        is_found(&person, "broken at").await;
    })
    .await;
}
