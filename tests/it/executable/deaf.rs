//! A reader of the log that stops reading: the service goes on, and says afterwards how much was not written.

use super::log::is_event;
use super::visitor::Visitor;
use crate::harness::process::Home;
use std::time::{Duration, Instant};

/// Several times as many lines as a pipe and the log's own queue hold.
const MANY: usize = 7_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_nobody_reads_holds_up_no_request_and_its_gap_is_told() {
    let serving = Home::new().serve();
    let visitor = Visitor::of(&serving);
    serving.log().pause(true);
    let begun = Instant::now();
    for number in 0..MANY {
        let answer = tokio::time::timeout(Duration::from_secs(10), visitor.get("/nowhere")).await;
        assert_eq!(answer.expect("a request waits for the log").status, 404, "request {number}");
    }
    assert_eq!(visitor.get("/healthz").await.status, 200);
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    serving.log().pause(false);
    serving.log().wait_for(|line| line.contains(" event=log_lines_lost "));
    visitor.get("/sign-in").await;
    let log = serving.stop().log;
    let told = log.iter().filter_map(|line| line.split_once(" event=log_lines_lost lines="));
    let lost: usize = told.map(|(_, lines)| lines.parse::<usize>().unwrap()).sum();
    assert!(log.iter().all(|line| is_event(line)), "no line is written in part");
    let written = log.iter().filter(|line| line.contains(" event=request ")).count();
    assert_eq!(written + lost, MANY + 1, "every line is written or counted");
    assert!(log.last().unwrap().contains(" event=stopped"), "the last lines are written before the end");
}
