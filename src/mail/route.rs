//! Where mail goes, and in whose name.

use super::account;
use crate::clock::Moment;
use crate::config::{ConsoleMail, Credentials, MailAccount, Smtp, Tls};
use crate::mail::smtp::{Login, MailServer, Relay, RelayFault, Security};
use crate::store::{self, Store};
use lettre::Address;
use std::sync::{Arc, Mutex, PoisonError};

/// What becomes of letters.
#[derive(Clone)]
pub enum MailRoute {
    /// They are sent through an SMTP server, in somebody's name.
    Smtp(Arc<Sending>),
    /// They are sent by the account that is set in the console, and wait as long as there is none.
    Console(ConsoleRoute),
    /// They are kept in the data file for the operator of a demonstration to read.
    Kept,
}

/// A server that is ready to be talked to, and in whose name.
#[derive(Clone)]
pub struct Sending {
    /// The server.
    pub relay: Relay,
    /// In whose name.
    pub sender: Sender,
}

/// In whose name letters are sent.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The name of the service, as patients know it.
    pub name: String,
    /// The address that letters come from.
    pub address: Address,
}

/// The account of the console, made ready once after each change.
#[derive(Clone)]
pub struct ConsoleRoute {
    console: ConsoleMail,
    service: String,
    base_url: String,
    ready: Arc<Mutex<Option<ReadyAccount>>>,
}

struct ReadyAccount {
    account: Arc<MailAccount>,
    sending: Arc<Sending>,
}

/// What becomes of a letter at this moment.
pub(super) enum Way {
    /// It is sent.
    Send(Arc<Sending>),
    /// It is kept.
    Keep,
    /// It waits.
    Wait,
}

impl MailRoute {
    /// Through an SMTP server, in somebody's name.
    pub fn smtp(relay: Relay, sender: Sender) -> Self {
        Self::Smtp(Arc::new(Sending { relay, sender }))
    }

    /// Whether letters are to be sent, now or later.
    pub(super) fn sends(&self) -> bool {
        !matches!(self, Self::Kept)
    }

    /// Takes the account of the console that is stored at this moment.
    ///
    /// # Errors
    /// What the store says.
    pub(super) fn refresh(&self, store: &Store, now: Moment) -> store::Result<()> {
        match self {
            Self::Console(route) => account::put_in_force(&route.console, store, now, &route.base_url),
            Self::Smtp(_) | Self::Kept => Ok(()),
        }
    }

    /// Whether letters wait because nobody has said yet how they are sent.
    pub(super) fn waits(&self) -> bool {
        matches!(self, Self::Console(route) if route.console.account().is_none())
    }

    /// What becomes of a letter at this moment.
    ///
    /// # Errors
    /// An account of the console that cannot be used on this machine.
    pub(super) fn way(&self) -> Result<Way, RelayFault> {
        match self {
            Self::Smtp(sending) => Ok(Way::Send(Arc::clone(sending))),
            Self::Console(route) => Ok(route.sending()?.map_or(Way::Wait, Way::Send)),
            Self::Kept => Ok(Way::Keep),
        }
    }
}

impl ConsoleRoute {
    /// The route by the account that is set in the console of a service of this name and address.
    pub fn new(console: ConsoleMail, service: &str, base_url: &str) -> Self {
        Self { console, service: service.to_owned(), base_url: base_url.to_owned(), ready: Arc::default() }
    }

    fn sending(&self) -> Result<Option<Arc<Sending>>, RelayFault> {
        let Some(account) = self.console.account() else { return Ok(None) };
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ready) = ready.as_ref().filter(|ready| Arc::ptr_eq(&ready.account, &account)) {
            return Ok(Some(Arc::clone(&ready.sending)));
        }
        let sending = Arc::new(Sending::of(&account, &self.service)?);
        *ready = Some(ReadyAccount { account, sending: Arc::clone(&sending) });
        Ok(Some(sending))
    }
}

impl Sending {
    /// That of an account, in the name of the service where the account has none.
    ///
    /// # Errors
    /// As of [`Relay::new`].
    pub fn of(account: &MailAccount, service: &str) -> Result<Self, RelayFault> {
        let Smtp { host, port, tls, credentials, extra_roots } = account.smtp.clone();
        let security = match tls {
            Tls::StartTls => Security::StartTls,
            Tls::Implicit => Security::Implicit,
            Tls::None => Security::None,
        };
        let login =
            credentials.map(|Credentials { user, password }| Login { user, password: password.expose().to_owned() });
        let server = MailServer { host, port, security, login, extra_roots, patience: MailServer::PATIENCE };
        let name = account.from.name.clone().unwrap_or_else(|| service.to_owned());
        let sender = Sender { name, address: account.from.email.clone() };
        Ok(Self { relay: Relay::new(server)?, sender })
    }
}
