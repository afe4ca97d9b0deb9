//! The mail account that was set in the console: one row of the data file.
//!
//! The password stands in the row as it is, because the server asks for it. The data file is readable to its owner alone.

use crate::clock::Moment;
use crate::config::{ConsoleMail, Credentials, MailAccount, Secret, Smtp, Tls};
use crate::store::{Error, Reader, Result, Store, Table, Tx};
use lettre::message::Mailbox;
use serde::{Deserialize, Serialize};
use std::fmt;

pub(super) const ACCOUNT: Table<(), StoredAccount> = Table::new("mail-account");

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct StoredAccount {
    host: String,
    port: u16,
    tls: String,
    #[serde(default)]
    user: Option<String>,
    #[serde(default)]
    password: Option<String>,
    #[serde(default)]
    name: Option<String>,
    address: String,
    /// Where patients reached the service for which it was set.
    base_url: String,
}

impl fmt::Debug for StoredAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredAccount").field("host", &self.host).finish_non_exhaustive()
    }
}

/// Has a service at this address send its mails by the account that is stored at this moment. One that was set for another address
/// is none: a copy of the data, such as a backup that is tried out, writes to no patient.
///
/// # Errors
/// What the store says; then nothing changes.
pub fn put_in_force(console: &ConsoleMail, store: &Store, now: Moment, base_url: &str) -> Result<()> {
    let of_service = |stored: &StoredAccount| stored.base_url == base_url;
    console.set(|| store.read_blocking(now, |r| Ok(stored(r)?.filter(of_service).and_then(StoredAccount::account))))
}

/// The account that was set last, for whatever address.
pub fn find(r: &dyn Reader) -> Result<Option<MailAccount>> {
    Ok(stored(r)?.and_then(StoredAccount::account))
}

/// A damaged row is told by the check of the data; here it is none, so that the service goes on and another account can be set.
fn stored(r: &dyn Reader) -> Result<Option<StoredAccount>> {
    match ACCOUNT.get(r, &()) {
        Err(Error::Corrupt { .. }) => Ok(None),
        found => found,
    }
}

/// Sets the account of the service at this address.
///
/// # Errors
/// What the store says.
pub fn put(tx: &mut Tx<'_>, account: &MailAccount, base_url: &str) -> Result<()> {
    ACCOUNT.put(tx, &(), &StoredAccount::of(account, base_url))
}

impl StoredAccount {
    fn of(account: &MailAccount, base_url: &str) -> Self {
        let MailAccount { smtp, from } = account;
        let login = smtp.credentials.as_ref();
        Self {
            host: smtp.host.clone(),
            port: smtp.port,
            tls: smtp.tls.word().to_owned(),
            user: login.map(|login| login.user.clone()),
            password: login.map(|login| login.password.expose().to_owned()),
            name: from.name.clone(),
            address: from.email.to_string(),
            base_url: base_url.to_owned(),
        }
    }

    /// `None` where it holds no account that could be sent by, as written by a release that knows more.
    fn account(self) -> Option<MailAccount> {
        let login = self.user.zip(self.password);
        let credentials = login.map(|(user, password)| Credentials { user, password: Secret::new(password) });
        let (tls, address) = (Tls::parse(&self.tls)?, self.address.parse().ok()?);
        let smtp = Smtp { host: self.host, port: self.port, tls, credentials, extra_roots: None };
        Some(MailAccount { smtp, from: Mailbox::new(self.name, address) })
    }
}
