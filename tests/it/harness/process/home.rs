//! A folder for one data folder, the settings that the executable is given there, and its commands.

use super::{Child, Lines, Serving};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const EXECUTABLE: &str = env!("CARGO_BIN_EXE_mypage");

/// A place for one data folder, and the settings that the executable is given there.
pub struct Home {
    folder: TempDir,
    settings: Vec<(String, String)>,
}

impl Home {
    /// Mails are kept; the port is whatever is free; addresses in `X-Forwarded-For` are believed, so that a test can be
    /// many clients.
    pub fn new() -> Self {
        let home = Self::bare();
        let data = home.data().display().to_string();
        home.with("LISTEN", "127.0.0.1:0")
            .with("DATA", &data)
            .with("MAIL_MODE", "kept")
            .with("PROXY_TRUSTED", "127.0.0.1/32")
    }

    /// No settings at all.
    pub fn bare() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), settings: Vec::new() }
    }

    /// Mails go to the SMTP server at this port of the loopback address.
    pub fn sending_to(port: u16) -> Self {
        Self::new()
            .with("MAIL_MODE", "smtp")
            .with("MAIL_HOST", "127.0.0.1")
            .with("MAIL_PORT", &port.to_string())
            .with("MAIL_TLS", "none")
            .with("MAIL_FROM", "mypage <no-reply@clinic.example>")
    }

    /// Sets `MYPAGE_<key>`.
    pub fn with(mut self, key: &str, value: &str) -> Self {
        let key = format!("MYPAGE_{key}");
        self.settings.retain(|(known, _)| *known != key);
        self.settings.push((key, value.to_owned()));
        self
    }

    /// Leaves `MYPAGE_<key>` to its default.
    pub fn without(mut self, key: &str) -> Self {
        self.settings.retain(|(known, _)| *known != format!("MYPAGE_{key}"));
        self
    }

    /// The folder around the data folder, in which every command runs.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The data folder, which the executable makes.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A command of the executable with nothing but these settings in its environment.
    pub fn command(&self, words: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(EXECUTABLE);
        command.args(words);
        self.dress(&mut command);
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, words: &[impl AsRef<OsStr>]) -> Ended {
        Ended::of(self.command(words))
    }

    /// A line as an operator types it into a shell, where `mypage` is the executable.
    pub fn shell(&self, line: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("mypage() {{ exec \"$0\" \"$@\"; }}; {line}"), EXECUTABLE]);
        self.dress(&mut command);
        command
    }

    /// Runs such a line to its end.
    pub fn run_line(&self, line: &str) -> Ended {
        Ended::of(self.shell(line))
    }

    /// Starts the server and waits until it serves.
    pub fn serve(&self) -> Serving {
        Serving::start(self.command(&["serve"]))
    }

    /// The same in a shell after `limits`, such as `ulimit -f 100`.
    pub fn serve_under(&self, limits: &str) -> Serving {
        let mut command = Command::new("bash");
        command.args(["-c", &format!("{limits}; exec \"$0\" serve"), EXECUTABLE]);
        self.dress(&mut command);
        Serving::start(command)
    }

    fn dress(&self, command: &mut Command) {
        command.env_clear();
        command.env("TMPDIR", self.path());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.envs(self.settings.iter().map(|(key, value)| (key, value)));
        command.current_dir(self.path());
    }
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    /// The exit code; `None` after a signal.
    pub code: Option<i32>,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

impl Ended {
    /// Runs a command to its end; one that does not end in time is killed.
    fn of(mut command: Command) -> Self {
        let mut child = Child::start(&mut command);
        let code = child.wait().code();
        let text = |lines: &Lines| lines.to_the_end().iter().map(|line| format!("{line}\n")).collect();
        Self { code, out: text(child.out()), err: text(child.err()) }
    }

    /// The standard output of a command that was done.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        assert_eq!(self.err, "", "nothing but the answer is said");
        self.out
    }

    /// The one line of a command that ended with this code.
    #[track_caller]
    pub fn refusal(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        let line = self.err.strip_suffix('\n').unwrap_or_default();
        assert!(line.starts_with("mypage: ") && !line.contains('\n'), "not one line: {self:?}");
        line.to_owned()
    }
}
