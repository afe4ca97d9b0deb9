//! Heads and bodies that are too large.

use super::{Client, House};
use mypage::web::listen::Limits;
use std::process::Command;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::task::JoinSet;

/// The allocator of the executable: what it gives back to the system, and when, is part of what is measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const TEN_GB: u64 = 10_000_000_000;

/// Sends `again` until the server closes, and gives the answer.
async fn flood(client: Client, again: &'static [u8]) -> String {
    let (mut read, mut write) = client.0.into_split();
    let sending = tokio::spawn(async move { while write.write_all(again).await.is_ok() {} });
    let mut answer = Vec::new();
    let _reset = read.read_to_end(&mut answer).await;
    sending.await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// A chunk of 32 KiB.
fn chunk() -> &'static [u8] {
    let mut chunk = b"8000\r\n".to_vec();
    chunk.resize(chunk.len() + 0x8000, b'x');
    chunk.extend(b"\r\n");
    chunk.leak()
}

const CHUNKED: &str = "POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

#[tokio::test]
async fn v2_an_announced_body_of_10_gb_is_refused_unread() {
    let house = House::open(Limits::default()).await;
    for expect in ["", "Expect: 100-continue\r\n"] {
        let head = format!("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: {TEN_GB}\r\n{expect}\r\n");
        let mut client = house.sent(head).await;
        let (head, _) = client.answer(true).await;
        assert!(head.starts_with("http/1.1 413"), "{head}");
        assert!(head.contains("connection: close"), "{head}");
        assert_eq!(client.rest().await, "");
    }
}

#[tokio::test]
async fn v2_an_endless_body_is_cut_at_the_cap() {
    let house = House::open(Limits::default()).await;
    let answer = flood(house.sent(CHUNKED).await, chunk()).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(house.answers().await);
}

#[tokio::test]
async fn a_body_of_exactly_the_cap_is_read() {
    let house = House::open(Limits { body_bytes: 100_000, ..Limits::default() }).await;
    let body = "x".repeat(100_000);
    let mut client =
        house.sent(format!("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n{body}")).await;
    assert_eq!(client.answer(true).await.1, "100000 bytes");
    client.send(format!("{CHUNKED}186a0\r\n{body}\r\n0\r\n\r\n")).await;
    assert_eq!(client.answer(true).await.1, "100000 bytes");
    client.send(format!("{CHUNKED}186a1\r\n{body}x\r\n0\r\n\r\n")).await;
    assert!(client.answer(true).await.0.starts_with("http/1.1 413"));
}

#[tokio::test]
async fn v2_one_megabyte_of_headers_is_refused() {
    let house = House::open(Limits::default()).await;
    let one_large = format!("GET /hello HTTP/1.1\r\nHost: a\r\nX-Large: {}\r\n\r\n", "x".repeat(1_000_000));
    let many = format!("GET /hello HTTP/1.1\r\nHost: a\r\n{}\r\n", "X-Many: x\r\n".repeat(100_000));
    let a_few_too_many = format!("GET /hello HTTP/1.1\r\nHost: a\r\n{}\r\n", "X-Many: x\r\n".repeat(100));
    for head in [one_large, many, a_few_too_many] {
        let client = house.connect().await;
        let (mut read, mut write) = client.0.into_split();
        let sending = tokio::spawn(async move { write.write_all(head.as_bytes()).await.is_ok() });
        let mut answer = String::new();
        let _reset = read.read_to_string(&mut answer).await;
        let _whole = sending.await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    }
}

#[tokio::test]
async fn v2_large_bodies_share_their_memory_and_forms_need_none() {
    let limits = Limits { body_memory: 150_000, body_granted: 1_000, ..Limits::default() };
    let house = House::open(limits).await;
    let post = |path: &str, size: usize| {
        format!("POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {size}\r\n\r\n{}", "x".repeat(size))
    };
    let mut first = house.sent(post("/held", 100_000)).await;
    house.entered.acquire().await.unwrap().forget();
    let mut second = house.sent(post("/body", 100_000)).await;
    assert!(second.answer(true).await.0.starts_with("http/1.1 503"));
    let mut form = house.sent(post("/body", 1_000)).await;
    assert_eq!(form.answer(true).await.1, "1000 bytes");
    house.gate.add_permits(1);
    assert_eq!(first.answer(true).await.1, "100000 bytes");
    let mut third = house.sent(post("/body", 100_000)).await;
    assert_eq!(third.answer(true).await.1, "100000 bytes");
}

/// Memory is a matter of the whole process, so this runs the next test in one of its own.
#[test]
fn v2_memory_grows_by_no_more_than_16_mib() {
    let test = "listen::size::v2_floods_in_a_process_of_their_own";
    let status =
        Command::new(std::env::current_exe().unwrap()).args(["--ignored", "--nocapture", "--exact", test]).status();
    assert!(status.unwrap().success());
}

#[tokio::test]
#[ignore = "measures its process, which must be its own: v2_memory_grows_by_no_more_than_16_mib runs it"]
async fn v2_floods_in_a_process_of_their_own() {
    let house = House::open(Limits::default()).await;
    let chunk = chunk();
    assert!(house.answers().await);
    let before = peak_kib();
    let mut floods = JoinSet::new();
    for _ in 0..20 {
        floods.spawn(flood(house.sent(CHUNKED).await, chunk));
        let head = format!("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: {TEN_GB}\r\n\r\n");
        floods.spawn(flood(house.sent(head).await, chunk));
        floods.spawn(flood(house.sent("GET /hello HTTP/1.1\r\n").await, b"X-More: xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n"));
    }
    while let Some(answer) = floods.join_next().await {
        let answer = answer.unwrap();
        assert!(["413", "431", "503"].iter().any(|code| answer.starts_with(&format!("HTTP/1.1 {code}"))), "{answer}");
    }
    let grown = peak_kib() - before;
    assert!(grown <= 16 * 1024, "the peak grew by {grown} KiB");
}

/// The most memory that this process ever had.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
