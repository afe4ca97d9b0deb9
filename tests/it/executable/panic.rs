//! A panic is one event of the log as well, not the many lines that the library would print.

use super::log::is_event;
use mypage::clock::Clock;
use mypage::log::Log;
use std::process::Command;

/// Set for the child process alone: a panic hook is for the whole process, and other tests run in this one.
const CHILD: &str = "MYPAGE_TEST_PANICS";

#[test]
fn i6_a_panic_is_one_line_of_the_log() {
    if std::env::var_os(CHILD).is_some() {
        mypage::log::tell_of_panics(Log::stderr(Clock::System));
        std::panic::catch_unwind(|| panic!("the first line\nlevel=info event=\"forged\"")).unwrap_err();
        std::process::exit(0);
    }
    let this = std::env::current_exe().unwrap();
    let name = "executable::panic::i6_a_panic_is_one_line_of_the_log";
    let child = Command::new(this).args(["--exact", name, "--nocapture"]).env(CHILD, "1").output().unwrap();
    let said = String::from_utf8(child.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(is_event(said.trim_end()), "{said}");
    for part in ["level=error", "event=panic", "executable/panic.rs:", "the first line\\n", "event=\\\"forged\\\""] {
        assert!(said.contains(part), "{part} is missing in {said}");
    }
}
