//! What becomes of connections when the server is told to end.

use super::{House, LARGE};
use mypage::web::listen::Limits;
use std::time::{Duration, Instant};
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

#[tokio::test]
async fn v3_half_sent_requests_do_not_delay_the_end_and_running_ones_are_answered() {
    let mut house = House::open(Limits::default()).await;
    let mut half = Vec::new();
    for _ in 0..50 {
        half.push(house.connect().await);
        half.push(house.sent("GET /hello HTT").await);
    }
    let mut idle = house.sent("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert_eq!(idle.answer(true).await.1, "hello");
    let mut running = house.at_the_gate().await;

    house.stop();
    for client in &mut half {
        assert_eq!(client.rest().await, "");
    }
    assert_eq!(idle.rest().await, "");
    house.gate.add_permits(1);
    let (head, body) = running.answer(true).await;
    assert!(head.contains("connection: close"), "{head}");
    assert_eq!(body, "through");
    assert_eq!(running.rest().await, "");
    drop(running);
    house.stopped().await;
}

#[tokio::test]
async fn v3_an_answer_that_is_being_read_arrives_whole() {
    let mut house = House::open(Limits::default()).await;
    let mut reading = house.sent("GET /large HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let mut first = [0; 9];
    reading.0.read_exact(&mut first).await.unwrap();
    let mut waiting = house.connect().await;
    house.stop();
    // Its end shows that the shutdown has begun.
    assert_eq!(waiting.rest().await, "");
    assert_eq!(reading.rest().await.split_once("\r\n\r\n").unwrap().1.len(), LARGE);
    drop(reading);
    house.stopped().await;
}

#[tokio::test]
async fn v3_requests_that_do_not_end_are_cut() {
    let mut house = House::open(Limits { drain: Duration::from_millis(200), ..Limits::default() }).await;
    let mut stuck = house.at_the_gate().await;
    let mut half_body = house.sent("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc").await;
    house.stop();
    assert_eq!(stuck.rest().await, "");
    let answer = half_body.rest().await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408 "), "{answer}");
    house.stopped().await;
}

#[tokio::test]
async fn v3_a_form_that_is_half_sent_does_not_hold_up_the_end() {
    let mut house = House::open(Limits::default()).await;
    let mut half_body = house.sent("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc").await;
    let mut nearly = house.sent("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc").await;
    let mut waiting = house.connect().await;
    house.stop();
    let begun = Instant::now();
    // Its end shows that the shutdown has begun.
    assert_eq!(waiting.rest().await, "");
    nearly.send("defghij").await;
    assert_eq!(nearly.answer(true).await.1, "10 bytes", "one that is on its way may arrive");
    let answer = half_body.rest().await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    drop((half_body, nearly));
    house.stopped().await;
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn v3_nobody_is_let_in_any_more() {
    let mut house = House::open(Limits::default()).await;
    let _running = house.at_the_gate().await;
    let mut waiting = house.connect().await;
    house.stop();
    // Its end shows that the shutdown has begun; the listener was closed before.
    assert_eq!(waiting.rest().await, "");
    assert!(TcpStream::connect(house.address).await.is_err());
}

#[test]
fn v3_the_default_limits_end_within_ten_seconds() {
    assert!(Limits::default().drain < Duration::from_secs(10));
}
