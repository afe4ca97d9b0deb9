//! The process that drives a browser, and what it started.
//!
//! All of them run in one process group, which is ended as a whole: a driver that is ended alone leaves its browser
//! behind.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How often a driver is started that finds its port taken.
const ATTEMPTS: usize = 5;

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

/// A driver that listens. The profile that it makes, and what it says, are kept in a folder of its own.
pub(super) struct Driver {
    group: Group,
    port: u16,
}

/// The processes of one browser.
pub(super) struct Group {
    processes: Vec<Child>,
    folder: TempDir,
}

impl Driver {
    /// Starts one by an attempt that gives what was said when the driver ended before it listened. Another process may
    /// have its port; the next attempt finds another one.
    pub(super) fn start(attempt: impl Fn(&mut Group) -> Result<u16, String>) -> Self {
        let mut said = String::new();
        for _ in 0..ATTEMPTS {
            let mut group = Group { processes: Vec::new(), folder: tempfile::tempdir().unwrap() };
            match attempt(&mut group) {
                Ok(port) => return Self { group, port },
                Err(failed) => said = failed + &group.said(),
            }
        }
        panic!("the driver ended before it listened, {ATTEMPTS} times:\n{said}");
    }

    pub(super) const fn port(&self) -> u16 {
        self.port
    }

    /// Its standard error so far.
    pub(super) fn said(&self) -> String {
        self.group.said()
    }
}

impl Group {
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Starts a process whose standard output tells a number behind this word; `Err` with its output when it ended first.
    pub(super) fn starts_and_tells(&mut self, command: &mut Command, word: &str) -> Result<u16, String> {
        let process = self.starts(command.stdout(Stdio::piped()));
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut said = String::new();
        while let Some(line) = lines.next() {
            let digits = line.split_once(word).map(|(_, rest)| rest.trim_end_matches('.'));
            if let Some(number) = digits.and_then(|digits| digits.parse().ok()) {
                // What it says later is of no interest, but it ends when nobody listens.
                std::thread::spawn(|| lines.for_each(drop));
                return Ok(number);
            }
            said.push_str(&line);
            said.push('\n');
        }
        Err(said)
    }

    /// Starts a process that listens on the port that its last argument, which is added here, ends in.
    pub(super) fn starts_on_a_port(&mut self, command: &mut Command, option: &str) -> Result<u16, String> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = self.starts(command.arg(format!("{option}{port}")).stdout(Stdio::null()));
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE && process.try_wait().unwrap().is_none() {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(port);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Err(format!("nobody listens on port {port}\n"))
    }

    fn starts(&mut self, command: &mut Command) -> &mut Child {
        let leader = self.processes.first().map_or(0, |first| i32::try_from(first.id()).unwrap());
        let errors = File::options().create(true).append(true).open(self.errors()).unwrap();
        let child = command
            .env("TMPDIR", self.folder.path())
            .process_group(leader)
            .stdin(Stdio::null())
            .stderr(errors)
            .spawn()
            .unwrap();
        self.processes.push(child);
        self.processes.last_mut().unwrap()
    }

    fn said(&self) -> String {
        fs::read_to_string(self.errors()).unwrap_or_default()
    }

    fn errors(&self) -> PathBuf {
        self.folder.path().join("driver.err")
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // The group bears the number of the process that was started first in it.
        if let Some(first) = self.processes.first() {
            let end = format!("kill -s KILL -- -{}", first.id());
            let _ = Command::new("sh").args(["-c", &end]).stderr(Stdio::null()).status();
        }
        for process in &mut self.processes {
            let _ = process.wait();
        }
    }
}
