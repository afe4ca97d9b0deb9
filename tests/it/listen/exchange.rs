//! Requests and answers on one connection, one after another.

use super::{House, LARGE, SOON};
use mypage::web::listen::Limits;
use tokio::io::AsyncReadExt;

#[tokio::test]
async fn a_connection_is_kept_for_the_next_request() {
    let house = House::open(Limits::default()).await;
    let mut client = house.connect().await;
    for _ in 0..3 {
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n").await;
        assert_eq!(client.answer(true).await.1, "hello");
    }
}

#[tokio::test]
async fn requests_sent_at_once_are_answered_in_order() {
    let house = House::open(Limits::default()).await;
    let mut client = house
        .sent(
            "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc\
             GET /hello HTTP/1.1\r\nHost: a\r\n\r\n\
             POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n",
        )
        .await;
    for body in ["3 bytes", "hello", "2 bytes"] {
        assert_eq!(client.answer(true).await.1, body);
    }
}

#[tokio::test]
async fn head_has_the_length_and_no_body() {
    let house = House::open(Limits::default()).await;
    let mut client = house.sent("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let (head, _) = client.answer(false).await;
    assert!(head.contains("content-length: 5"), "{head}");
    assert_eq!(client.answer(true).await.1, "hello");
}

#[tokio::test]
async fn the_endpoint_sees_who_is_connected() {
    let house = House::open(Limits::default()).await;
    let mut client = house.sent("GET /peer HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert!(client.answer(true).await.1.contains(&client.0.local_addr().unwrap().to_string()));
}

#[tokio::test]
async fn a_body_that_nobody_reads_ends_the_connection_after_the_answer() {
    let house = House::open(Limits::default()).await;
    let mut client = house.sent("POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nabc").await;
    let (head, body) = client.answer(true).await;
    assert!(head.contains("connection: close"), "{head}");
    assert_eq!(body, "hello");
    assert_eq!(client.rest().await, "");
}

#[tokio::test]
async fn an_answer_arrives_although_its_request_is_still_being_sent() {
    let house = House::open(Limits::default()).await;
    let client = house.sent("POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n").await;
    let (mut read, mut write) = client.0.into_split();
    let sending = tokio::spawn(async move {
        let _until_closed = tokio::io::copy(&mut tokio::io::repeat(b'x'), &mut write).await;
    });
    let mut answer = String::new();
    let _reset = read.read_to_string(&mut answer).await;
    assert!(answer.ends_with("hello"), "{answer}");
    sending.await.unwrap();
}

#[tokio::test]
async fn a_client_that_still_sends_after_the_answer_is_not_reset() {
    // On many systems a reset throws away the answer that was not read yet.
    let house = House::open(Limits { linger: SOON, ..Limits::default() }).await;
    let mut client = house.sent("POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n").await;
    assert!(client.rest().await.ends_with("hello"));
    for _ in 0..100 {
        client.send("still sending").await;
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_large_answer_is_whole_although_the_connection_closes_after_it() {
    let house = House::open(Limits::default()).await;
    let mut client = house.sent("GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
    let answer = client.rest().await;
    assert_eq!(answer.split_once("\r\n\r\n").unwrap().1.len(), LARGE);
}

#[tokio::test]
async fn http_2_is_not_spoken() {
    let house = House::open(Limits::default()).await;
    let mut client = house.sent("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").await;
    let rest = client.rest().await;
    assert!(rest.is_empty() || rest.starts_with("HTTP/1.1 400"), "{rest}");
    assert!(house.answers().await);
}

#[tokio::test]
async fn a_request_names_one_host_or_is_refused() {
    let house = House::open(Limits::default()).await;
    for hosts in
        ["", "Host: a\r\nHost: a\r\n", "Host: a\r\nHost: b\r\n", "Host: a b\r\n", "Host: user@a\r\n", "Host:\r\n"]
    {
        let mut client = house.sent(format!("GET /hello HTTP/1.1\r\n{hosts}\r\n")).await;
        let answer = client.rest().await;
        assert!(answer.starts_with("HTTP/1.1 400 ") && answer.contains("connection: close"), "{hosts:?}: {answer}");
    }
    for host in ["a", "a.example:8080", "[::1]:8080", "127.0.0.1"] {
        let mut client = house.sent(format!("GET /hello HTTP/1.1\r\nHost: {host}\r\n\r\n")).await;
        assert_eq!(client.answer(true).await.1, "hello", "{host}");
    }
    // Only HTTP/1.1 has to name one, and probes of load balancers speak the older version.
    assert!(house.sent("GET /hello HTTP/1.0\r\n\r\n").await.rest().await.ends_with("hello"));
}

#[tokio::test]
async fn a_chunk_that_is_none_is_a_bad_request() {
    let house = House::open(Limits::default()).await;
    for chunks in
        ["xyz\r\nab\r\n0\r\n\r\n", "-1\r\nab\r\n0\r\n\r\n", "2\r\nabc\r\n0\r\n\r\n", "fffffffffffffffff\r\nab"]
    {
        let head = "POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        let answer = house.sent(format!("{head}{chunks}")).await.rest().await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{chunks:?}: {answer}");
    }
}
