//! P3: however many passwords arrive at once, the memory stays bounded, pages are answered, and who is too many is told
//! when to come back.

use super::visitor::{Answer, Visitor};
use super::{PASSWORD, people};
use crate::harness::process::Home;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// How many sign in at once; half of them hang up.
const CROWD: usize = 1_000;
/// The files that one of them takes in this process at most: its connection, and the one before that is still kept.
const FILES: usize = 2;
/// The files that this process has open beside them.
const OTHER_FILES: usize = 300;
/// Memory of one hash in KiB, and what the rest of the work may take.
const HASH: u64 = 19 * 1024;
const REST: u64 = 64 * 1024;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn p3_a_crowd_that_signs_in_costs_bounded_memory_and_holds_up_no_page() {
    let home = Home::new();
    people(&home, &["hanako@example.jp".to_owned()]).await;
    let serving = home.serve();
    let mut ready = Vec::new();
    for _ in 0..crowd() {
        let visitor = Visitor::of(&serving);
        let proof = visitor.get("/sign-in").await.proof();
        ready.push((visitor, proof));
    }
    let idle = serving.memory("VmRSS");
    let over = Arc::new(AtomicBool::new(false));
    let (other, told) = (Visitor::of(&serving), Arc::clone(&over));
    let reading = tokio::spawn(async move {
        let mut read = 0;
        while !told.load(Ordering::Relaxed) {
            assert_eq!(other.get("/sign-up").await.status, 200);
            read += 1;
        }
        read
    });
    let address = serving.address();
    let arriving = ready.into_iter().enumerate().map(|(number, (visitor, proof))| async move {
        let email = format!("somebody-{number}@example.jp");
        let fields = [("_csrf", proof.as_str()), ("email", email.as_str()), ("password", PASSWORD)];
        if number % 2 == 1 {
            hang_up(address, &visitor.token(), &fields).await;
            return None;
        }
        Some(visitor.try_post("/sign-in", &fields).await.unwrap())
    });
    let answers: Vec<Answer> = futures_util::future::join_all(arriving).await.into_iter().flatten().collect();
    over.store(true, Ordering::Relaxed);
    assert!(reading.await.unwrap() > 1, "other pages were answered all the while");
    let mut statuses = BTreeMap::<u16, usize>::new();
    for answer in &answers {
        *statuses.entry(answer.status).or_default() += 1;
        assert_eq!(answer.headers.contains_key("Retry-After"), answer.status == 503, "{}", answer.status);
    }
    assert!(statuses.keys().all(|status| [422, 503].contains(status)), "{statuses:?}");
    assert!(statuses.len() == 2, "some were checked, the excess was sent away: {statuses:?}");
    let threads = std::thread::available_parallelism().unwrap().get().min(2) as u64;
    let grown = serving.memory("VmHWM").saturating_sub(idle);
    assert!(grown <= threads * HASH + REST, "{grown} KiB more than idle ({idle} KiB)");
    Visitor::of(&serving).sign_in("hanako@example.jp", PASSWORD).await.leads_to("/dashboard");
}

/// The whole crowd, or as many as this machine lets a process have files open for.
fn crowd() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let open =
        limits.lines().find_map(|line| line.strip_prefix("Max open files")?.split_whitespace().next()?.parse().ok());
    open.map_or(CROWD, |open: usize| CROWD.min(open.saturating_sub(OTHER_FILES) / FILES))
}

/// Sends the whole form and is gone before the answer.
async fn hang_up(address: std::net::SocketAddr, token: &str, fields: &[(&str, &str)]) {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: session={token}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
}
