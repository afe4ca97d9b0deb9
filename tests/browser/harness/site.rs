//! The real executable with two clinics and no account, and the mail server that it sends to.
//!
//! Links in mails begin with the base URL, so the port has to be known before the start: a free one is taken and
//! released again. Should somebody else take it in between, the executable says so, and the next port is tried.

use crate::smtp::{Setup, SmtpServer};
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use tempfile::TempDir;
use tokio::sync::oneshot;

/// How often another port is tried.
const ATTEMPTS: usize = 5;

/// The clinics that can be booked.
const CLINICS: [&str; 2] = [
    concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sakura.toml"),
    concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/kodomo.toml"),
];

/// What a person looks for in a mail.
pub struct Mail {
    pub subject: String,
    pub text: String,
    pub links: Vec<String>,
}

/// A running site. It ends when it is dropped.
pub struct Site {
    base_url: String,
    mail: SmtpServer,
    read: Mutex<Vec<String>>,
    executable: Executable,
}

impl Site {
    pub async fn start() -> Self {
        let mail = SmtpServer::start(Setup::plain()).await;
        for _ in 0..ATTEMPTS {
            let port = free_port();
            let mut executable = Executable::start(&settings(port, mail.port()));
            if executable.started().await {
                let base_url = format!("http://localhost:{port}");
                let site = Self { base_url, mail, read: Mutex::default(), executable };
                site.runs(&["clinic", "import", CLINICS[0], CLINICS[1]]);
                return site;
            }
            let said = executable.said();
            assert!(said.contains("cannot listen"), "the executable does not start:\n{said}");
        }
        panic!("no port stayed free in {ATTEMPTS} attempts");
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// The next mail to an address.
    pub async fn mail_to(&self, address: &str) -> Mail {
        let received = self.mail.inbox().wait_for(address).await;
        self.read.lock().unwrap().push(received.to.clone());
        Mail { subject: received.subject(), text: received.text(), links: received.links() }
    }

    /// To whom mails have come that nobody has read.
    pub fn unread(&self) -> Vec<String> {
        let mut unread = self.mail.inbox().recipients();
        for read in self.read.lock().unwrap().iter() {
            if let Some(at) = unread.iter().position(|to| to == read) {
                unread.remove(at);
            }
        }
        unread
    }

    /// The address of a server that is not the site.
    pub fn elsewhere(&self) -> String {
        format!("http://localhost:{}/", self.mail.port())
    }

    /// What a command of the executable says, run as its operator does.
    pub fn runs(&self, words: &[&str]) -> String {
        let output = mypage(self.executable.folder.path(), words).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{words:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
        said
    }

    /// Ends the server, as if there were no connection to it.
    pub fn stops(&self) {
        self.executable.stops();
    }

    /// Starts it again, at the same address and with what it had stored.
    pub async fn starts_again(&self) {
        assert!(self.executable.starts_again().await, "the executable does not start:\n{}", self.said());
    }

    /// The log so far.
    pub fn said(&self) -> String {
        self.executable.said()
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn settings(port: u16, mail_port: u16) -> String {
    format!(
        r#"
        listen = "127.0.0.1:{port}"
        base_url = "http://localhost:{port}"

        [mail]
        mode = "smtp"
        host = "localhost"
        port = {mail_port}
        tls = "none"
        from = "mypage <no-reply@clinic.example>"
        "#
    )
}

/// The executable, to be run in this folder.
fn mypage(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mypage"));
    command.args(words).current_dir(folder).stdin(Stdio::null());
    command
}

/// The process, in a folder of its own; what it writes is kept.
struct Executable {
    process: Mutex<Child>,
    said: Arc<Mutex<Vec<String>>>,
    started: Option<oneshot::Receiver<()>>,
    folder: TempDir,
}

impl Executable {
    fn start(settings: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("mypage.toml"), settings).unwrap();
        let said = Arc::default();
        let (process, started) = serve(folder.path(), &said);
        Self { process: Mutex::new(process), said, started: Some(started), folder }
    }

    fn stops(&self) {
        let mut process = self.process.lock().unwrap();
        // It may have ended already; then there is nothing to end.
        let _ = process.kill();
        let _ = process.wait();
    }

    async fn starts_again(&self) -> bool {
        let (process, started) = serve(self.folder.path(), &self.said);
        *self.process.lock().unwrap() = process;
        started.await.is_ok()
    }

    /// Waits until it serves; `false` when it has ended instead.
    async fn started(&mut self) -> bool {
        match self.started.take() {
            Some(started) => started.await.is_ok(),
            None => true,
        }
    }

    fn said(&self) -> String {
        self.said.lock().unwrap().join("\n")
    }
}

impl Drop for Executable {
    fn drop(&mut self) {
        self.stops();
    }
}

/// Starts the server in its folder, and tells when it serves.
fn serve(folder: &Path, said: &Arc<Mutex<Vec<String>>>) -> (Child, oneshot::Receiver<()>) {
    let mut process = mypage(folder, &["serve"]).stderr(Stdio::piped()).spawn().unwrap();
    let started = listen_to(process.stderr.take().unwrap(), Arc::clone(said));
    (process, started)
}

/// Keeps the lines that are written, and says when one of them is that of the start. The thread ends with the process.
fn listen_to(stderr: ChildStderr, said: Arc<Mutex<Vec<String>>>) -> oneshot::Receiver<()> {
    let (tell, started) = oneshot::channel();
    let mut tell = Some(tell);
    thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            let is_start = line.contains("event=started");
            said.lock().unwrap().push(line);
            if let Some(tell) = tell.take_if(|_| is_start) {
                let _ = tell.send(());
            }
        }
    });
    started
}
