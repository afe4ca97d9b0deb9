use super::{Log, masked};
use crate::clock::{Clock, Moment};
use proptest::prelude::*;
use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex};

fn log() -> Log {
    // 2026-11-22T00:30:00.123Z
    Log::memory(Clock::fixed(Moment::from_millis(1_795_307_400_123)))
}

fn value(text: &str) -> String {
    let log = log();
    log.info("request").with("v", text).write();
    log.lines()[0].split_once(" v=").unwrap().1.to_owned()
}

#[test]
fn an_event_is_one_line_in_japanese_time() {
    let log = log();
    log.info("request").with("method", "POST").with("status", 303).with("ms", 1.2).write();
    log.warn("accept").write();
    log.clone().error("panic").with("id", "a b").write();
    assert_eq!(
        log.lines(),
        [
            "2026-11-22T09:30:00.123+09:00 level=info event=request method=POST status=303 ms=1.2",
            "2026-11-22T09:30:00.123+09:00 level=warn event=accept",
            "2026-11-22T09:30:00.123+09:00 level=error event=panic id=\"a b\"",
        ]
    );
}

#[test]
fn the_last_line_of_each_event_for_the_operator_can_be_asked_for() {
    let clock = Clock::fixed(Moment::from_millis(0));
    let log = Log::memory(clock.clone());
    log.warn("usual").with("why", "one").write();
    assert_eq!(log.told("usual"), None, "most lines are only written");
    for (minutes, why) in [(1, "one".to_owned()), (2, "x".repeat(600))] {
        clock.advance_to(Moment::from_millis(0).plus_minutes(minutes));
        log.clone().warn("odd").with("id", 7).for_operator().with("why", why).write();
    }
    let told = log.told("odd").expect("it was said");
    let after = |minutes| Moment::from_millis(0).plus_minutes(minutes);
    assert_eq!((told.first, told.last), (after(1), after(2)));
    assert_eq!((told.detail("why").len(), told.detail("id")), (500, ""));
    assert_eq!(log.lines().len(), 3);
}

#[test]
fn i6_a_value_cannot_break_or_forge_a_line() {
    for (given, written) in [
        ("/sign-up/link/:token", "/sign-up/link/:token"),
        ("予約", "予約"),
        ("", "\"\""),
        ("a=b", "\"a=b\""),
        ("say \"hi\"\\", r#""say \"hi\"\\""#),
        ("one\r\nlevel=error\ttwo", r#""one\r\nlevel=error\ttwo""#),
        ("\u{1b}[31m\0\u{85}", r#""\u{1b}[31m\u{0}\u{85}""#),
        ("a\u{2028}b\u{202e}c\u{200b}", r#""a\u{2028}b\u{202e}c\u{200b}""#),
    ] {
        assert_eq!(value(given), written, "{given:?}");
    }
}

#[test]
fn a_long_value_is_cut() {
    let written = value(&"あ".repeat(100_000));
    assert_eq!(written.chars().count(), 503);
    assert!(written.ends_with("あ…\""));
}

proptest! {
    #[test]
    fn i6_whatever_the_value_is_the_line_stays_one(text in any::<String>()) {
        let written = value(&text);
        prop_assert!(!written.contains(char::is_control));
        let inner = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        match inner {
            None => prop_assert!(!written.contains([' ', '"', '='])),
            Some(inner) => prop_assert!(!inner.replace("\\\\", "").replace("\\\"", "").contains('"')),
        }
    }
}

#[test]
fn i6_addresses_are_masked() {
    for (address, shown) in [
        ("203.0.113.77", "203.0.113.x"),
        ("::ffff:203.0.113.77", "203.0.113.x"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("::1", "::/48"),
    ] {
        assert_eq!(masked(address.parse().unwrap()), shown);
    }
}

/// A stream that takes nothing while it is held.
#[derive(Clone, Default)]
struct Stream(Arc<Shared>);

/// Whether the stream is open, and what was written to it.
type Shared = (Mutex<(bool, Vec<u8>)>, Condvar);

impl Stream {
    fn hold(&self, held: bool) {
        self.0.0.lock().unwrap().0 = held;
        self.0.1.notify_all();
    }

    fn lines(&self) -> Vec<String> {
        String::from_utf8(self.0.0.lock().unwrap().1.clone()).unwrap().lines().map(str::to_owned).collect()
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (state, freed) = &*self.0;
        let mut state = freed.wait_while(state.lock().unwrap(), |state| state.0).unwrap();
        state.1.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_stream_that_takes_nothing_holds_nobody_up_and_what_is_lost_is_counted() {
    let stream = Stream::default();
    let log = Log::behind(Clock::fixed(Moment::from_millis(0)), stream.clone());
    stream.hold(true);
    for number in 0..10_000 {
        log.info("request").with("n", number).write();
    }
    stream.hold(false);
    // The queue was full, so nothing could be waited for.
    while !stream.lines().iter().any(|line| line.contains("event=log_lines_lost")) {
        std::thread::yield_now();
    }
    let lines = stream.lines();
    let (told, written): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.contains("event=log_lines_lost"));
    let lost: usize = told[0].rsplit_once('=').unwrap().1.parse().unwrap();
    assert_eq!((told.len(), written.len() + lost), (1, 10_000));
    assert!((4_000..4_200).contains(&written.len()), "{}", written.len());
    let numbers: Vec<usize> = written.iter().map(|line| line.rsplit_once('=').unwrap().1.parse().unwrap()).collect();
    assert!(numbers.is_sorted(), "in order");
    // The line that the thread takes out before it is held up makes room for one that comes whenever that is.
    assert_eq!(numbers[..4_000], (0..4_000).collect::<Vec<_>>(), "the first ones");
    log.info("stopped").write();
    log.finish();
    assert!(stream.lines().last().unwrap().ends_with("event=stopped"));
}
