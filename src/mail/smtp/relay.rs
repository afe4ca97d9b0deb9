//! The SMTP server made ready to talk to: its settings checked, and its trusted roots taken in, once at the start.
//!
//! It holds the password and gives it to the conversation alone.

use super::server::{MailServer, Security};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use std::fmt;
use std::time::Duration;

/// An SMTP server that can be talked to.
#[derive(Clone)]
pub struct Relay {
    host: String,
    port: u16,
    protection: Protection,
    credentials: Option<Credentials>,
    patience: Duration,
}

/// How the connection is protected, with what that takes: there is no way to ask for TLS and not to have it.
#[derive(Clone)]
pub(super) enum Protection {
    None,
    StartTls(TlsParameters),
    Implicit(TlsParameters),
}

/// Why the settings of the SMTP server cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RelayFault {
    /// The extra roots hold no certificate, or a broken one.
    Roots,
    /// TLS cannot be set up on this machine, most often because it has no list of trusted authorities.
    Tls(String),
}

impl fmt::Display for RelayFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Roots => f.write_str("the extra roots for mail hold no usable PEM certificate"),
            Self::Tls(reason) => write!(f, "cannot set up TLS for mail: {reason}"),
        }
    }
}

impl std::error::Error for RelayFault {}

impl Relay {
    /// Checks the settings and takes in the trusted roots.
    ///
    /// # Errors
    /// A [`RelayFault`], when no message could ever be sent with these settings.
    pub fn new(server: MailServer) -> Result<Self, RelayFault> {
        let protection = match server.security {
            Security::None => Protection::None,
            Security::StartTls => Protection::StartTls(tls(&server)?),
            Security::Implicit => Protection::Implicit(tls(&server)?),
        };
        Ok(Self {
            host: server.host,
            port: server.port,
            protection,
            credentials: server.login.map(|login| Credentials::new(login.user, login.password)),
            patience: server.patience,
        })
    }

    pub(super) fn server(&self) -> (&str, u16) {
        (&self.host, self.port)
    }

    pub(super) fn protection(&self) -> &Protection {
        &self.protection
    }

    pub(super) fn credentials(&self) -> Option<&Credentials> {
        self.credentials.as_ref()
    }

    pub(super) fn patience(&self) -> Duration {
        self.patience
    }
}

fn tls(server: &MailServer) -> Result<TlsParameters, RelayFault> {
    let mut parameters = TlsParameters::builder(server.host.clone());
    if let Some(pem) = &server.extra_roots {
        // The library takes a text without any certificate for an empty list; the operator meant something by it.
        if !pem.contains("-----BEGIN CERTIFICATE-----") {
            return Err(RelayFault::Roots);
        }
        let roots = Certificate::from_pem(pem.as_bytes()).map_err(|_| RelayFault::Roots)?;
        parameters = parameters.add_root_certificate(roots);
    }
    parameters.build_rustls().map_err(|error| RelayFault::Tls(error.to_string()))
}
