//! `mypage`: arguments in, one command, an exit code out.

use mypage::clock::Clock;
use mypage::command;
use mypage::log::{Log, tell_of_panics};
use std::io::Write;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tell_of_panics(Log::stderr(Clock::System));
    let outcome = command::parse(std::env::args_os().skip(1)).map_or_else(|ended| ended, command::run);
    // Whatever reads this may be gone; nothing can be done about that.
    let _ = if outcome.code == 0 {
        std::io::stdout().write_all(outcome.text.as_bytes())
    } else {
        writeln!(std::io::stderr(), "mypage: {}", outcome.text.trim_end())
    };
    ExitCode::from(outcome.code)
}
