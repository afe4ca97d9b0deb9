//! A socket in the data folder, by which a command reaches the server that uses the folder.
//!
//! Everybody who may open the folder may use it: that is the operator. A request is one serde value in MessagePack up to
//! the end of the stream, and so is the reply. What requests mean is decided by the handler that the server is given.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::io::{self, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream as BlockingStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

#[cfg(test)]
mod tests;

const SOCKET: &str = "control.sock";
/// The most bytes of a request: the files of some clinics.
const LONGEST: u64 = 64 << 20;
/// How long a request may take to arrive.
const PATIENCE: Duration = Duration::from_secs(5);

/// What comes back over the socket.
#[derive(Debug, Serialize, Deserialize)]
enum Reply<A> {
    Answer(A),
    /// The request is none that this server knows.
    Unknown,
    /// The handler panicked.
    Failed,
}

/// Why a server that is there gave no answer.
#[derive(Debug)]
pub enum ControlError {
    /// The request or the reply was not carried.
    Io(io::Error),
    /// Server and command come from different versions of the executable.
    OtherVersion,
    /// Something went wrong inside the server.
    Failed,
}

impl fmt::Display for ControlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "the running server did not answer: {error}"),
            Self::OtherVersion => f.write_str("the running server has another version than this command; restart it"),
            Self::Failed => f.write_str("the command failed inside the running server; its log says why"),
        }
    }
}

impl From<io::Error> for ControlError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The server's end of the socket.
pub struct ControlSocket {
    listener: UnixListener,
    path: PathBuf,
}

impl ControlSocket {
    /// Makes the socket in a folder, open to its owner only.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn bind(folder: &Path) -> io::Result<Self> {
        let path = folder.join(SOCKET);
        // Left over from a server that was killed; a living one would hold the store's lock.
        drop(std::fs::remove_file(&path));
        let listener = UnixListener::bind(&path)?;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
        Ok(Self { listener, path })
    }

    /// Answers requests, each on a blocking thread, until `stopped` is ready. Then the socket is deleted.
    pub async fn serve<Q, A>(self, handler: impl Fn(Q) -> A + Send + Sync + 'static, stopped: impl Future<Output = ()>)
    where
        Q: DeserializeOwned + Send + 'static,
        A: Serialize + Send + 'static,
    {
        let handler = Arc::new(handler);
        let mut stopped = std::pin::pin!(stopped);
        loop {
            tokio::select! {
                () = &mut stopped => break,
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) => drop(tokio::spawn(answer(Arc::clone(&handler), stream))),
                    Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
                },
            }
        }
        drop(std::fs::remove_file(&self.path));
    }
}

async fn answer<Q, A>(handler: Arc<impl Fn(Q) -> A + Send + Sync + 'static>, mut stream: UnixStream)
where
    Q: DeserializeOwned + Send + 'static,
    A: Serialize + Send + 'static,
{
    let mut bytes = Vec::new();
    let read = tokio::time::timeout(PATIENCE, (&mut stream).take(LONGEST).read_to_end(&mut bytes)).await;
    if !matches!(read, Ok(Ok(_))) {
        return;
    }
    let reply = match rmp_serde::from_slice(&bytes) {
        // A backup takes seconds and must not hold up the pages.
        Ok(request) => tokio::task::spawn_blocking(move || handler(request)).await.map_or(Reply::Failed, Reply::Answer),
        Err(_) => Reply::Unknown,
    };
    if let Ok(bytes) = rmp_serde::to_vec_named(&reply) {
        drop(stream.write_all(&bytes).await);
    }
}

/// Whether a server uses the folder.
pub fn is_served(folder: &Path) -> bool {
    BlockingStream::connect(folder.join(SOCKET)).is_ok()
}

/// Asks the server that uses the folder; `None` when there is none.
///
/// # Errors
/// When a server is there and gives no answer.
pub fn ask<A: DeserializeOwned>(folder: &Path, request: &impl Serialize) -> Result<Option<A>, ControlError> {
    let Ok(mut stream) = BlockingStream::connect(folder.join(SOCKET)) else {
        return Ok(None);
    };
    let bytes = rmp_serde::to_vec_named(request).map_err(io::Error::other)?;
    stream.write_all(&bytes)?;
    stream.shutdown(std::net::Shutdown::Write)?;
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply)?;
    if reply.is_empty() {
        return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
    }
    match rmp_serde::from_slice(&reply) {
        Ok(Reply::Answer(answer)) => Ok(Some(answer)),
        Ok(Reply::Failed) => Err(ControlError::Failed),
        Ok(Reply::Unknown) | Err(_) => Err(ControlError::OtherVersion),
    }
}
