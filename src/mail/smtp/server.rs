//! The SMTP server's settings, as the configuration file gives them.

use std::fmt;
use std::time::Duration;

/// The SMTP server that takes our mail, and how to talk to it.
#[derive(Clone, Debug)]
pub struct MailServer {
    /// The name that its certificate must bear.
    pub host: String,
    /// Usually 587 for [`Security::StartTls`] and 465 for [`Security::Implicit`].
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Name and password, where the server asks for them.
    pub login: Option<Login>,
    /// Authorities to trust beside the machine's own, as PEM.
    pub extra_roots: Option<String>,
    /// How long one letter may take from the connection to the server's last word. See [`MailServer::PATIENCE`].
    pub patience: Duration,
}

impl MailServer {
    /// The usual time for one letter: a server that is slower is tried again later.
    pub const PATIENCE: Duration = Duration::from_secs(60);
}

/// How a connection to the SMTP server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// Starts in the clear and must turn to TLS before anything is said.
    StartTls,
    /// TLS from the first byte.
    Implicit,
    /// None at all: for a server on the same machine only.
    None,
}

/// The name and password of an SMTP account.
#[derive(Clone)]
pub struct Login {
    /// The account.
    pub user: String,
    /// Its password.
    pub password: String,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login").field("user", &self.user).finish_non_exhaustive()
    }
}
