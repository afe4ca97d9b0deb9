//! Mail that is really sent, as by the product: through an SMTP server, with links that are made anew.

use super::smtp::SmtpServer;
use mypage::app;
use mypage::clock::Clock;
use mypage::log::Log;
use mypage::mail::{MailRoute, MailServer, Relay, Security, Sender, Worker};
use mypage::store::Store;

/// A worker that sends the mail of a store to a server.
pub fn worker(store: &Store, clock: &Clock, server: &SmtpServer) -> Worker {
    let to = MailServer {
        host: "localhost".to_owned(),
        port: server.port(),
        security: Security::None,
        login: None,
        extra_roots: None,
        patience: MailServer::PATIENCE,
    };
    let sender = Sender { name: "さくら".to_owned(), address: "my@example.jp".parse().unwrap() };
    let route = MailRoute::smtp(Relay::new(to).unwrap(), sender);
    Worker::new(store.clone(), clock.clone(), Log::memory(clock.clone()), route).renewing(app::RENEWALS)
}
