//! One conversation with the SMTP server for one message, and what its outcome means for that message.
//!
//! Each step is taken by hand rather than through the library's transport, because only the step tells what a refusal is
//! about: a wrong password must not cost the mail, an unknown recipient must not be tried for three days. Nothing is said
//! on a connection that is not protected as the settings ask.

mod relay;
mod server;
mod trouble;

#[cfg(test)]
mod tests;

pub use relay::{Relay, RelayFault};
pub use server::{Login, MailServer, Security};
pub use trouble::{SmtpStep, Trouble};

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use relay::Protection;
use std::time::{Duration, Instant};

/// A server that does not even take the connection within this time is tried again later.
const CONNECT: Duration = Duration::from_secs(15);
/// How long the first attempt at a mail waits until the server has taken sender and recipient; each further one twice as long,
/// up to the patience for the whole.
const FIRST_PATIENCE: Duration = Duration::from_secs(10);
/// How long `QUIT` may take; the server has taken the message by then.
const QUIT: Duration = Duration::from_secs(5);

/// From whom a message is, and to whom.
pub(super) struct Parties {
    pub(super) from: Address,
    pub(super) to: Address,
}

/// Hands one message to the server; `Ok` once the server has said that it took it. `attempts` have failed before.
///
/// # Errors
/// Why the server has not taken it.
pub(super) async fn hand_over(relay: &Relay, parties: Parties, message: &[u8], attempts: u32) -> Result<(), Trouble> {
    let patience = relay.patience();
    // Some recipients keep the server waiting. Those who do so wait longer for the next attempt, and nobody else for them.
    let first = FIRST_PATIENCE.saturating_mul(2_u32.saturating_pow(attempts)).min(patience);
    let began = Instant::now();
    let mut server = within(SmtpStep::Connect, first, first, introduce(relay, parties)).await?;
    within(SmtpStep::Content, patience.saturating_sub(began.elapsed()), patience, async {
        server.message(message).await.map_err(|error| SmtpStep::Content.trouble(&error))
    })
    .await?;
    // The message is taken: `QUIT` must not delay the record of that.
    tokio::spawn(async move { tokio::time::timeout(QUIT, server.quit()).await });
    Ok(())
}

/// Gives up after some time, of which the server was allowed `told` in all.
async fn within<T>(
    step: SmtpStep,
    left: Duration,
    told: Duration,
    work: impl Future<Output = Result<T, Trouble>>,
) -> Result<T, Trouble> {
    let why = || format!("no answer within {} s", told.as_secs());
    let late = |_| Err(Trouble { step, why: why(), is_final: false });
    tokio::time::timeout(left, work).await.unwrap_or_else(late)
}

/// Everything before the message itself.
async fn introduce(relay: &Relay, Parties { from, to }: Parties) -> Result<AsyncSmtpConnection, Trouble> {
    let hello = ClientId::Domain(from.domain().to_owned());
    let mut server = connect(relay, &hello).await.map_err(|error| SmtpStep::Connect.trouble(&error))?;
    if let Some(credentials) = relay.credentials() {
        server.auth(DEFAULT_MECHANISMS, credentials).await.map_err(|error| SmtpStep::SignIn.trouble(&error))?;
    }
    server.command(Mail::new(Some(from), vec![])).await.map_err(|error| SmtpStep::Sender.trouble(&error))?;
    server.command(Rcpt::new(to, vec![])).await.map_err(|error| SmtpStep::Recipient.trouble(&error))?;
    server.command(Data).await.map_err(|error| SmtpStep::Recipient.trouble(&error))?;
    Ok(server)
}

async fn connect(relay: &Relay, hello: &ClientId) -> Result<AsyncSmtpConnection, Error> {
    let open = |tls| AsyncSmtpConnection::connect_tokio1(relay.server(), Some(CONNECT), hello, tls, None);
    match relay.protection() {
        Protection::None => open(None).await,
        Protection::Implicit(tls) => open(Some(tls.clone())).await,
        Protection::StartTls(tls) => {
            let mut server = open(None).await?;
            // Answers with an error where the server, or a host in between, offers no STARTTLS.
            server.starttls(tls.clone(), hello).await?;
            Ok(server)
        }
    }
}
