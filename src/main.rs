//! `mypage`: arguments in, one command, an exit code out.

use mypage::clock::Clock;
use mypage::command::{self, Outcome};
use mypage::log::{Log, tell_of_panics};
use std::io::Write;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tell_of_panics(Log::stderr(Clock::System));
    let outcome = match command::parse(std::env::args_os().skip(1)) {
        Ok(command) => command::run(command),
        Err(problem) => Outcome::refused(problem),
    };
    // Nobody may be reading any more; there is nothing left to do about that.
    let _ = if outcome.code == 0 {
        std::io::stdout().write_all(outcome.text.as_bytes())
    } else {
        writeln!(std::io::stderr(), "mypage: {}", outcome.text.trim_end())
    };
    ExitCode::from(outcome.code)
}
