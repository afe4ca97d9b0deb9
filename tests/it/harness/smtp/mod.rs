//! A real SMTP server in the test process: it speaks the protocol strictly, keeps what it is given, and fails on demand.
//!
//! It listens on a port of its own, so any number of them run side by side, and serves the worker in the same process as
//! well as a real executable. It is independent of the product.

mod fault;
mod inbox;
mod session;
mod tls;

pub use fault::Fault;
pub use inbox::Inbox;

use fault::Script;
use session::Session;
use std::net::SocketAddr;
use std::sync::Arc;
use tls::Identity;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How a server is set up.
pub struct Setup {
    encryption: Encryption,
    certificate_name: String,
    login: Option<(String, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encryption {
    None,
    StartTls,
    Implicit,
}

impl Setup {
    /// No encryption at all: offers no STARTTLS.
    pub fn plain() -> Self {
        Self::with(Encryption::None)
    }

    /// Offers STARTTLS and takes no mail before it.
    pub fn starttls() -> Self {
        Self::with(Encryption::StartTls)
    }

    /// TLS from the first byte.
    pub fn implicit() -> Self {
        Self::with(Encryption::Implicit)
    }

    /// Takes mail only from this account.
    pub fn login(mut self, user: &str, password: &str) -> Self {
        self.login = Some((user.to_owned(), password.to_owned()));
        self
    }

    /// Shows a certificate for this name rather than for `localhost`.
    pub fn certificate_for(mut self, name: &str) -> Self {
        self.certificate_name = name.to_owned();
        self
    }

    fn with(encryption: Encryption) -> Self {
        Self { encryption, certificate_name: "localhost".to_owned(), login: None }
    }
}

/// A running server; it stops when it is dropped.
pub struct SmtpServer {
    address: SocketAddr,
    inbox: Inbox,
    script: Arc<Script>,
    identity: Identity,
    accepting: JoinHandle<()>,
}

impl SmtpServer {
    /// Starts a server on a free port of the loopback address.
    pub async fn start(setup: Setup) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let inbox = Inbox::default();
        let script = Arc::new(Script::default());
        let identity = Identity::new(&setup.certificate_name);
        let host = Arc::new(Host {
            encryption: setup.encryption,
            login: setup.login,
            acceptor: identity.acceptor(),
            inbox: inbox.clone(),
            script: script.clone(),
        });
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let host = host.clone();
                tokio::spawn(async move { host.serve(stream).await });
            }
        });
        Self { address, inbox, script, identity, accepting }
    }

    /// The port it listens on, at `localhost`.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The certificate to trust, as PEM.
    pub fn certificate(&self) -> &str {
        self.identity.pem()
    }

    /// What has arrived.
    pub fn inbox(&self) -> &Inbox {
        &self.inbox
    }

    /// Fails the next `times` messages to an address.
    pub fn fail(&self, to: &str, times: usize, fault: Fault) {
        self.script.add(to, times, fault);
    }

    /// Hangs up on everyone who connects, or stops doing so.
    pub fn set_down(&self, down: bool) {
        self.script.set_down(down);
    }

    /// Waits until this many conversations are held by [`Fault::Hang`] or [`Fault::HoldReply`].
    pub async fn held(&self, conversations: usize) {
        self.script.held(conversations).await;
    }

    /// Lets every held conversation go on.
    pub fn release(&self) {
        self.script.release();
    }

    /// Every command so far, of all conversations in the order of their coming.
    pub fn heard(&self) -> Vec<String> {
        self.script.heard()
    }

    /// How many connections have been opened so far, those hung up on included.
    pub fn connections(&self) -> usize {
        self.script.connections()
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// What every conversation shares.
struct Host {
    encryption: Encryption,
    login: Option<(String, String)>,
    acceptor: tokio_rustls::TlsAcceptor,
    inbox: Inbox,
    script: Arc<Script>,
}

impl Host {
    /// Serves one connection; whatever breaks it only ends it.
    async fn serve(&self, stream: TcpStream) {
        if self.script.connected() {
            return;
        }
        if self.encryption == Encryption::Implicit {
            if let Ok(stream) = self.acceptor.accept(stream).await {
                let _ = Session::new(self, stream, true).run(true).await;
            }
            return;
        }
        if let Ok(Some(stream)) = Session::new(self, stream, false).run(true).await
            && let Ok(stream) = self.acceptor.accept(stream).await
        {
            let _ = Session::new(self, stream, true).run(false).await;
        }
    }
}
