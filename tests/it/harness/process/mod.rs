//! The real executable as a child process: a folder with its data, its settings, its commands, and a running server.
//!
//! Every child is ended by its own process number, also when its test fails. What the server says is read as it comes,
//! so that a test waits for an event and never for a time.

mod home;
mod lines;

pub use home::{Ended, Home};
pub use lines::Lines;

use lines::value;
use std::net::SocketAddr;
use std::process::{self, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// A test that waits this long has failed; it says so instead of hanging.
const TOO_LONG: Duration = Duration::from_secs(60);

/// A process of the executable; it is killed when it is dropped.
struct Child {
    process: process::Child,
    out: Lines,
    err: Lines,
}

impl Child {
    fn start(command: &mut Command) -> Self {
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let out = Lines::of(process.stdout.take().unwrap());
        let err = Lines::of(process.stderr.take().unwrap());
        Self { process, out, err }
    }

    fn out(&self) -> &Lines {
        &self.out
    }

    fn err(&self) -> &Lines {
        &self.err
    }

    /// Waits for its end.
    fn wait(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < TOO_LONG, "it does not end: {:?}", self.err.all());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to kill.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A server that runs.
pub struct Serving {
    child: Child,
    address: SocketAddr,
}

impl Serving {
    /// Starts a command that serves, and waits until it does.
    pub fn start(mut command: Command) -> Self {
        let child = Child::start(&mut command);
        let listening = child.err.wait_for(|line| line.contains(" event=listening "));
        let address = value(&listening, "address").parse().unwrap();
        child.err.wait_for(|line| line.contains(" event=started "));
        Self { child, address }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its process number.
    pub fn process(&self) -> u32 {
        self.child.process.id()
    }

    /// What it has said on the standard error stream so far.
    pub fn log(&self) -> &Lines {
        &self.child.err
    }

    /// What it has said on the standard output so far.
    pub fn out(&self) -> &Lines {
        &self.child.out
    }

    /// Kills it without a moment to tidy up; it is over when the value is dropped.
    pub fn kill(&self) {
        self.send("KILL");
    }

    /// Asks it to end, without waiting.
    pub fn terminate(&self) {
        self.send("TERM");
    }

    fn send(&self, signal: &str) {
        let number = self.child.process.id().to_string();
        let sent = Command::new("sh").args(["-c", "kill -\"$0\" \"$1\"", signal, &number]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for its end.
    pub fn ended(mut self) -> Stopped {
        let status = self.child.wait();
        let log = self.child.err.to_the_end();
        Stopped { status, log }
    }

    /// Stops it as a supervisor would.
    pub fn stop(self) -> Stopped {
        self.terminate();
        let stopped = self.ended();
        assert_eq!(stopped.status.code(), Some(0), "{:?}", stopped.log);
        stopped
    }

    /// A number of `/proc/<process>/status`, in KiB: `VmRSS`, `VmHWM`.
    pub fn memory(&self, name: &str) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }
}

/// How a server ended.
pub struct Stopped {
    /// Its exit status.
    pub status: ExitStatus,
    /// All it has said.
    pub log: Vec<String>,
}
