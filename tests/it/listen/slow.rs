//! Clients that are silent, drip, or do not read.

use super::{Client, House, SOON};
use mypage::web::listen::Limits;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// How many slow clients there are of each kind; `SLOW_CLIENTS=1000 cargo test v1` makes it the 5,000 of the targets
/// (and needs `ulimit -n 11000`).
const OF_EACH_KIND: usize = 40;

/// The default limits divided by twenty, so that no test waits for ten seconds.
fn short() -> Limits {
    let limits = Limits::default();
    Limits {
        first_byte: limits.first_byte / 20,
        head: limits.head / 20,
        idle: limits.idle / 20,
        write_stall: limits.write_stall / 20,
        body_period: limits.body_period / 20,
        linger: limits.linger / 20,
        connections: 10_000,
        per_client: 10_000,
        ..limits
    }
}

const HEAD: &str = "GET /hello HTTP/1.1\r\nHost: a\r\nX-Slow: ";
const BODY: &str = "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n";

/// Sends a byte now and then until the server has had enough.
async fn drip(mut client: Client) -> String {
    let (mut read, mut write) = client.0.split();
    let mut answer = Vec::new();
    let dripping = async {
        while write.write_all(b"x").await.is_ok() {
            sleep(Duration::from_millis(20)).await;
        }
        std::future::pending::<()>().await;
    };
    tokio::select! {
        () = dripping => {}
        // A reset ends the connection as well as a close.
        _ = tokio::io::copy(&mut read, &mut answer) => {}
    }
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn v1_slow_connections_are_closed_while_others_are_answered() {
    let each = std::env::var("SLOW_CLIENTS").map_or(OF_EACH_KIND, |many| many.parse().unwrap());
    let house = House::open(short()).await;
    let mut slow = JoinSet::new();
    for _ in 0..each {
        let mut silent = house.connect().await;
        slow.spawn(async move { silent.rest().await });
        let mut partial_head = house.sent(HEAD).await;
        slow.spawn(async move { partial_head.rest().await });
        let mut partial_body = house.sent(BODY).await;
        slow.spawn(async move { partial_body.rest().await });
        slow.spawn(drip(house.sent(HEAD).await));
        slow.spawn(drip(house.sent(BODY).await));
    }
    let mut answered = 0;
    let (mut quiet, mut refused) = (0, 0);
    while !slow.is_empty() {
        tokio::select! {
            ended = timeout(SOON, slow.join_next()) => {
                let answer = ended.expect("all should be closed").unwrap().unwrap();
                if answer.is_empty() { quiet += 1 } else { refused += 1 }
                assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
            }
            ok = house.answers() => {
                assert!(ok);
                answered += 1;
            }
        }
    }
    assert_eq!((quiet, refused), (3 * each, 2 * each));
    assert!(answered > 0);
}

#[tokio::test]
async fn v1_a_client_that_does_not_read_its_answer_is_cut() {
    let house = House::open(Limits { connections: 1, idle: 10 * SOON, ..short() }).await;
    // The only place is taken by an exchange that cannot end, and is free again when it is cut.
    let mut deaf = house.sent("GET /large HTTP/1.1\r\nHost: a\r\n\r\n").await;
    deaf.0.read_u8().await.unwrap();
    house.answers_again().await;
}

#[tokio::test]
async fn v1_a_kept_connection_is_closed_when_no_request_follows() {
    let house = House::open(short()).await;
    let mut client = house.sent("GET /hello HTTP/1.1\r\nHost: a\r\n\r\nGET /hel").await;
    assert_eq!(client.answer(true).await.1, "hello");
    assert_eq!(client.rest().await, "");
}

#[tokio::test]
async fn v1_an_exchange_has_an_end_even_if_everybody_keeps_busy() {
    let house = House::open(Limits { exchange: Duration::from_millis(200), ..Limits::default() }).await;
    let mut client = house.at_the_gate().await;
    assert_eq!(client.rest().await, "");
}

#[tokio::test]
async fn a_body_that_keeps_its_pace_is_read_however_long_it_takes() {
    let limits = Limits { body_period: Duration::from_millis(300), body_progress: 5, ..Limits::default() };
    let house = House::open(limits).await;
    let mut client = house.sent("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 200\r\n\r\n").await;
    for _ in 0..100 {
        client.send("xx").await;
        sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(client.answer(true).await.1, "200 bytes");
}

#[tokio::test]
async fn v1_a_body_has_an_end_even_if_it_keeps_its_pace() {
    let limits = Limits {
        body_period: Duration::from_millis(100),
        body_progress: 1,
        body_total: Duration::from_millis(400),
        ..Limits::default()
    };
    let house = House::open(limits).await;
    assert!(drip(house.sent(BODY).await).await.starts_with("HTTP/1.1 408"));
}

#[test]
fn v1_by_default_a_slow_request_ends_within_thirty_seconds() {
    let limits = Limits::default();
    assert!(limits.first_byte <= SOON && limits.idle + limits.linger <= SOON);
    assert!(limits.write_stall <= SOON);
    assert!(limits.head + limits.body_period + limits.linger <= SOON);
}
