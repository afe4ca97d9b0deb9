//! Commands to a running server: a socket in the data folder, so that accounts can be looked up and backups made
//! while the store is in use.
//!
//! Whoever may open the folder may use it; that is the operator. A request is the command's words, each ended by a
//! zero byte; the answer is one byte, the exit code, and text. What the commands do is in `command`.

use crate::command::{self, Outcome};
use crate::web::Floor;
use std::io::{self, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

const SOCKET: &str = "control.sock";
/// The most bytes of a request: a command and a path.
const LONGEST: u64 = 16 * 1024;
/// How long a request may take to arrive.
const PATIENCE: Duration = Duration::from_secs(5);

fn path(folder: &Path) -> PathBuf {
    folder.join(SOCKET)
}

/// Makes the socket. One that cannot be made is logged; the server goes on without it.
pub fn bind(floor: &Floor) -> Option<UnixListener> {
    let path = path(&floor.config.data);
    // Left over from a server that was killed; a living one would hold the store's lock.
    drop(std::fs::remove_file(&path));
    let private = || std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600));
    match UnixListener::bind(&path).and_then(|listener| private().map(|()| listener)) {
        Ok(listener) => Some(listener),
        Err(error) => {
            floor.log.warn("no_control_socket").with("why", error).write();
            None
        }
    }
}

/// Answers commands until `stopped` is ready.
pub async fn listen(floor: Arc<Floor>, listener: UnixListener, stopped: impl Future<Output = ()>) {
    let mut stopped = std::pin::pin!(stopped);
    loop {
        tokio::select! {
            () = &mut stopped => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => drop(tokio::spawn(answer(Arc::clone(&floor), stream))),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            },
        }
    }
    drop(std::fs::remove_file(path(&floor.config.data)));
}

async fn answer(floor: Arc<Floor>, mut stream: UnixStream) {
    let mut request = Vec::new();
    let read = tokio::time::timeout(PATIENCE, (&mut stream).take(LONGEST).read_to_end(&mut request)).await;
    if !matches!(read, Ok(Ok(_))) {
        return;
    }
    let words: Vec<String> =
        request.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into_owned()).collect();
    // A backup takes seconds and must not hold up the pages.
    let done =
        tokio::task::spawn_blocking(move || command::on_store(&words, &floor.store, &floor.config, floor.clock.now()));
    let done = done.await;
    let outcome = done.unwrap_or_else(|_| Outcome::refused("the command failed inside the server"));
    let mut reply = vec![outcome.code];
    reply.extend_from_slice(outcome.text.as_bytes());
    drop(stream.write_all(&reply).await);
}

/// Asks the server that uses the folder; `None` when there is none.
///
/// # Errors
/// When a server is there and does not answer.
pub fn ask(folder: &Path, words: &[String]) -> io::Result<Option<Outcome>> {
    let Ok(mut stream) = std::os::unix::net::UnixStream::connect(path(folder)) else {
        return Ok(None);
    };
    stream.write_all(words.join("\0").as_bytes())?;
    stream.shutdown(std::net::Shutdown::Write)?;
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply)?;
    let Some((code, text)) = reply.split_first() else {
        return Err(io::ErrorKind::UnexpectedEof.into());
    };
    Ok(Some(Outcome { code: *code, text: String::from_utf8_lossy(text).into_owned() }))
}
