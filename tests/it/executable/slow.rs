//! V1 with the product's own limits: hundreds of silent, partial and dripping connections, each ended by the server while
//! everybody else is answered. That the limits add up to half a minute is checked in `listen/slow.rs`.

use super::visitor::Visitor;
use crate::harness::process::Home;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::sleep;

const EACH: usize = 75;
/// How many pages are answered while all the slow connections are there.
const PAGES: usize = 20;
/// After this a client goes by itself. The limits of the server add up to a fraction of it, so that no machine is too busy to
/// end a connection before.
const PATIENCE: Duration = Duration::from_secs(150);

const POST: &str = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                    Content-Length: 4096\r\n\r\nemail=";

/// What a client sends at first, and what it goes on to send, byte by byte.
const CLIENTS: [(&str, &str); 4] =
    [("", ""), ("GET /sign-in HTTP/1.1\r\nHost: local", ""), ("GET /sign-in HTTP/1.1\r\nX-Drip: ", "a"), (POST, "a")];

#[tokio::test(flavor = "multi_thread")]
async fn v1_slow_connections_are_closed_and_hold_up_nobody() {
    let serving = Home::new().serve();
    let address = serving.address();
    let answered = Arc::new(AtomicUsize::new(0));
    let mut slow = JoinSet::new();
    for (first, drip) in CLIENTS.repeat(EACH) {
        let answered = Arc::clone(&answered);
        slow.spawn(async move {
            // It comes again until enough pages were answered beside it, however long that takes.
            while ended_by_the_server(address, first, drip).await {
                if answered.load(Ordering::Relaxed) >= PAGES {
                    return None;
                }
            }
            Some(first)
        });
    }
    let visitor = Visitor::of(&serving);
    let asking = async {
        loop {
            let page = visitor.get("/sign-in").await;
            assert_eq!(page.status, 200, "{}", page.text());
            answered.fetch_add(1, Ordering::Relaxed);
            sleep(Duration::from_millis(50)).await;
        }
    };
    let mut left_open = Vec::new();
    let ending = async {
        while let Some(ended) = slow.join_next().await {
            left_open.extend(ended.unwrap());
        }
    };
    tokio::select! {
        () = ending => {}
        () = asking => {}
    }
    assert_eq!(left_open, [""; 0], "what the clients had sent whose connections the server did not end");
    serving.stop();
}

/// Sends a beginning and one byte a second after it; whether the server ends the connection before the client gives up.
async fn ended_by_the_server(address: SocketAddr, first: &str, drip: &str) -> bool {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(first.as_bytes()).await.unwrap();
    let (mut reading, mut writing) = stream.split();
    let dripping = async {
        loop {
            sleep(Duration::from_secs(1)).await;
            if writing.write_all(drip.as_bytes()).await.is_err() {
                // The other side is gone; reading will say so.
                std::future::pending::<()>().await;
            }
        }
    };
    let mut answer = Vec::new();
    tokio::select! {
        // Closed or reset, with an answer or without.
        _ = reading.read_to_end(&mut answer) => true,
        () = dripping => true,
        () = sleep(PATIENCE) => false,
    }
}
