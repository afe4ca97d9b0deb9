//! Mail from the outbox to a real SMTP server, through everything that can go wrong between them.

mod delivery;
mod duplicates;
mod injection;
mod kept;
mod outage;
mod places;
mod poison;
mod sent_links;
mod tls;
mod transaction;

use crate::harness::smtp::{Setup, SmtpServer};
use mypage::clock::{Clock, Moment};
use mypage::lang::Lang;
use mypage::log::Log;
use mypage::mail::outbox::{self, What};
use mypage::mail::{EmailAddress, Letter, MailRoute, MailServer, Relay, Security, Sender, Worker};
use mypage::store::Store;
use std::time::Duration;

const START: Moment = Moment::from_millis(1_775_005_200_000);

/// A store, a clock, a log and an SMTP server.
struct Post {
    store: Store,
    clock: Clock,
    log: Log,
    server: SmtpServer,
}

impl Post {
    async fn new(setup: Setup) -> Self {
        Self::of(Store::memory(), setup).await
    }

    async fn of(store: Store, setup: Setup) -> Self {
        let clock = Clock::fixed(START);
        let log = Log::memory(clock.clone());
        Self { store, clock, log, server: SmtpServer::start(setup).await }
    }

    /// The settings that fit the server.
    fn settings(&self, security: Security) -> MailServer {
        MailServer {
            host: "localhost".to_owned(),
            port: self.server.port(),
            security,
            login: None,
            extra_roots: Some(self.server.certificate().to_owned()),
            patience: MailServer::PATIENCE,
        }
    }

    /// A worker that talks to the server in the clear.
    fn worker(&self) -> Worker {
        self.worker_with(self.settings(Security::None))
    }

    fn worker_with(&self, settings: MailServer) -> Worker {
        self.worker_named("さくら内科", settings)
    }

    fn worker_named(&self, name: &str, settings: MailServer) -> Worker {
        let sender = Sender { name: name.to_owned(), address: "mypage@clinic.example".parse().unwrap() };
        let route = MailRoute::smtp(Relay::new(settings).unwrap(), sender);
        Worker::new(self.store.clone(), self.clock.clone(), self.log.clone(), route)
    }

    async fn add(&self, letter: Letter) {
        let now = self.clock.now();
        self.store.write(now, move |tx| outbox::add(tx, &letter)).await.unwrap();
    }

    /// How many mails wait.
    fn waiting(&self) -> usize {
        self.store.read_blocking(START, |r| outbox::list(r, 1_000)).unwrap().len()
    }

    fn advance(&self, by: Duration) {
        let millis = i64::try_from(by.as_millis()).unwrap();
        self.clock.advance_to(Moment::from_millis(self.clock.now().millis() + millis));
    }
}

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);

fn letter(to: &str) -> Letter {
    Letter::new(Lang::Ja, EmailAddress::parse(to).unwrap(), "ご予約の確認").paragraph("予約を受け付けました。")
}

/// Sends what is due and says what became of it.
async fn run(worker: &Worker) -> Vec<What> {
    worker.run_due_once().await.unwrap().into_iter().map(|settled| settled.what).collect()
}

/// The reason of the only mail that was put off.
fn why_later(what: &[What]) -> &str {
    match what {
        [What::Later { why, .. }] => why,
        other => panic!("not put off: {other:?}"),
    }
}
