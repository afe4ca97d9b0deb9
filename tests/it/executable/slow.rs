//! V1 with the product's own limits: hundreds of silent, partial and dripping connections, all closed in half a minute
//! while everybody else is answered.

use super::visitor::Visitor;
use crate::harness::process::Home;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

const EACH: usize = 75;
/// The target is 30 s; a busy machine gets a little more for noticing.
const CLOSED_WITHIN: Duration = Duration::from_secs(32);

const POST: &str = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                    Content-Length: 4096\r\n\r\nemail=";

/// What a client sends at first, and what it goes on to send, byte by byte.
const CLIENTS: [(&str, &str); 4] =
    [("", ""), ("GET /sign-in HTTP/1.1\r\nHost: local", ""), ("GET /sign-in HTTP/1.1\r\nX-Drip: ", "a"), (POST, "a")];

#[tokio::test(flavor = "multi_thread")]
async fn v1_slow_connections_are_closed_and_hold_up_nobody() {
    let serving = Home::new().serve();
    let mut slow = JoinSet::new();
    for (first, drip) in CLIENTS {
        for _ in 0..EACH {
            slow.spawn(open_for(serving.address(), first, drip));
        }
    }
    let visitor = Visitor::of(&serving);
    let mut answered = 0;
    while !slow.is_empty() {
        tokio::select! {
            Some(lasted) = slow.join_next() => {
                let lasted = lasted.unwrap();
                assert!(lasted <= CLOSED_WITHIN, "a connection lasted {lasted:?}");
            }
            () = async {
                let start = Instant::now();
                assert_eq!(visitor.get("/sign-in").await.status, 200);
                assert!(start.elapsed() < Duration::from_secs(5), "a page took {:?}", start.elapsed());
                tokio::time::sleep(Duration::from_millis(50)).await;
            } => answered += 1,
        }
    }
    assert!(answered > 20, "pages were asked for all the while: {answered}");
    serving.stop();
}

/// Sends a beginning and one byte a second after it; how long the server puts up with that.
async fn open_for(address: SocketAddr, first: &str, drip: &str) -> Duration {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let start = Instant::now();
    stream.write_all(first.as_bytes()).await.unwrap();
    let (mut reading, mut writing) = stream.split();
    let dripping = async {
        loop {
            tokio::time::sleep(Duration::from_secs(1)).await;
            if writing.write_all(drip.as_bytes()).await.is_err() {
                // The other side is gone; reading will say so.
                std::future::pending::<()>().await;
            }
        }
    };
    let mut answer = Vec::new();
    tokio::select! {
        // Closed or reset, with an answer or without.
        _ = reading.read_to_end(&mut answer) => {}
        () = dripping => {}
        () = tokio::time::sleep(2 * CLOSED_WITHIN) => {}
    }
    start.elapsed()
}
