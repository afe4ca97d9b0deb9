//! Runs the product: store, threads, mail worker, sweeper, reminders, control socket and server, from start to an orderly end.

mod clock_watch;
mod repeating;
mod sweeping;
mod unclean_stop;

pub use clock_watch::ClockWatch;

use crate::app;
use crate::clock::{Clock, Moment};
use crate::config::{Config, Delivery, MailAccount};
use crate::control::ControlSocket;
use crate::document::Documents;
use crate::family;
use crate::log::Log;
use crate::mail::{ConsoleRoute, MailRoute, Sending, Worker, account};
use crate::operator::CEILINGS;
use crate::reservation;
use crate::secret::Hasher;
use crate::store::{self, Store, Sweeper, Verification};
use crate::web::listen::Server;
use crate::web::{Floor, Site};
use crate::work::is_spent;
use clock_watch::watch_clock;
use repeating::repeat;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How often the sweeper takes a step.
const SWEEP_EVERY: Duration = Duration::from_secs(60);
/// How often patients are looked for who are to be reminded, and how many in one go.
const REMIND_EVERY: Duration = Duration::from_secs(30);
const REMIND_ROWS: usize = 200;

/// How often it is looked whether a limit on everybody together is reached.
const LOOK_AT_CEILINGS_EVERY: Duration = Duration::from_secs(5);

/// How often it is asked whether the data file has to be verified: after an unclean stop, and after its disk has failed.
const VERIFY_EVERY: Duration = Duration::from_secs(60);

/// Everything that runs, ready to be started.
pub struct Running {
    /// The shared parts.
    pub floor: Arc<Floor>,
    site: Site,
    worker: Worker,
}

/// Puts the shared parts together over an opened store.
///
/// # Errors
/// A certificate file for the mail server that cannot be used, or a store that cannot be read, in one line.
pub fn prepare(config: Config, store: Store, clock: Clock, log: Log) -> Result<Running, String> {
    let route = mail_route(&config, &store, clock.now())?;
    let worker = Worker::new(store.clone(), clock.clone(), log.clone(), route).renewing(app::RENEWALS);
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get().min(2));
    let floor = Arc::new(Floor {
        documents: Documents::of(&config),
        config,
        clock,
        store,
        hasher: Hasher::start(threads),
        doorbell: worker.doorbell(),
        mail_progress: worker.progress(),
        streams: Arc::default(),
        log,
    });
    let site = app::site(Arc::clone(&floor)).map_err(|error| error.to_string())?;
    Ok(Running { floor, site, worker })
}

fn mail_route(config: &Config, store: &Store, now: Moment) -> Result<MailRoute, String> {
    let service = &config.service.name;
    Ok(match &config.mail.delivery {
        Delivery::Kept => MailRoute::Kept,
        Delivery::Smtp(smtp) => {
            let account = MailAccount { smtp: smtp.clone(), from: config.mail.from() };
            let sending = Sending::of(&account, service).map_err(|fault| fault.to_string())?;
            MailRoute::Smtp(Arc::new(sending))
        }
        Delivery::Console(console) => {
            let base_url = config.base_url();
            account::put_in_force(console, store, now, base_url).map_err(|error| error.to_string())?;
            MailRoute::Console(ConsoleRoute::new(console.clone(), service, base_url))
        }
    })
}

impl Running {
    /// Serves until `shutdown` is ready, then ends in order: requests and mails under way, the store's queue. `commands`
    /// answers what comes over the control socket. `once_verified` is called when it is known whether the data are damaged: what is
    /// written before would take damaged pages along.
    pub async fn serve<Q, A>(
        self,
        server: Server,
        commands: impl Fn(Q) -> A + Send + Sync + 'static,
        once_verified: impl FnOnce(&Floor) + Send + 'static,
        shutdown: impl Future<Output = ()>,
    ) where
        Q: DeserializeOwned + Send + 'static,
        A: Serialize + Send + 'static,
    {
        let (stop, stopped) = watch::channel(());
        let log = self.floor.log.clone();
        let unclean_stop = unclean_stop::notice(&self.floor).await;
        let watch = ClockWatch::of(Arc::clone(&self.floor), Instant::now());
        watch.look_back().await;
        // Before anybody is told that it runs: from here on a command finds the socket instead of a locked folder.
        let control = self.control_socket();
        log.info("started")
            .for_operator()
            .with("listen", server.address())
            .with("url", self.floor.config.base_url())
            .write();
        self.warn_of_settings();
        let verifier = verify_behind(&self.floor, move |floor| {
            if let Some(stop) = unclean_stop {
                unclean_stop::keep(floor, stop);
            }
            once_verified(floor);
        });
        let worker = tokio::spawn(self.worker.run(until(&stopped)));
        let timers = timers(&self.floor, watch, &stopped);
        let control = control.map(|socket| tokio::spawn(socket.serve(commands, until(&stopped))));
        // All are told at the same moment, since a request and a mail that both hang must not wait for each other.
        let streams = Arc::clone(&self.floor.streams);
        let told = async move {
            shutdown.await;
            drop(stop);
            streams.end();
        };
        server.run(self.site, told).await;
        for task in [Some(worker), control].into_iter().flatten().chain(timers) {
            drop(task.await);
        }
        drop(verifier);
        let store = self.floor.store.clone();
        drop(tokio::task::spawn_blocking(move || store.close()).await);
        log.info("stopped").write();
    }

    fn warn_of_settings(&self) {
        let (floor, log) = (&self.floor, &self.floor.log);
        if floor.https() && floor.trusted().is_empty() {
            let why = "proxy.trusted is empty, so all patients look like one client to throttles and log";
            log.warn("no_trusted_proxy").with("why", why).write();
        }
        if floor.config.sends_local_links() {
            let why = "mails are sent, and their links lead to this machine or its own network only; set base_url to what patients use";
            log.warn("base_url_is_local").with("why", why).write();
        }
    }

    /// Without the socket the server goes on; only commands do not reach it.
    fn control_socket(&self) -> Option<ControlSocket> {
        let bound = ControlSocket::bind(&self.floor.config.data);
        bound.map_err(|error| self.floor.log.warn("no_control_socket").with("why", error).write()).ok()
    }
}

/// Ready when the server is told to stop.
fn until(stopped: &watch::Receiver<()>) -> impl Future<Output = ()> + Send + use<> {
    let mut stopped = stopped.clone();
    async move { drop(stopped.changed().await) }
}

/// What is done again and again, until the server is told to stop.
fn timers(floor: &Arc<Floor>, watch: ClockWatch, stopped: &watch::Receiver<()>) -> Vec<JoinHandle<()>> {
    let (walk, reached) = (Arc::<Mutex<Sweeper>>::default(), Arc::<Mutex<BTreeSet<&'static str>>>::default());
    let sweep = on(floor, move |floor| sweeping::sweep(floor, Arc::clone(&walk)));
    let ceilings = on(floor, move |floor| tell_of_ceilings(floor, Arc::clone(&reached)));
    let log = || floor.log.clone();
    vec![
        tokio::spawn(repeat("sweep_failed", log(), sweep, SWEEP_EVERY, until(stopped))),
        tokio::spawn(repeat("reminders_failed", log(), on(floor, remind), REMIND_EVERY, until(stopped))),
        tokio::spawn(repeat("limits_unread", log(), ceilings, LOOK_AT_CEILINGS_EVERY, until(stopped))),
        tokio::spawn(watch_clock(watch, until(stopped))),
    ]
}

/// Work on the shared parts, to be done again and again.
fn on<F, W: Fn(Arc<Floor>) -> F>(floor: &Arc<Floor>, work: W) -> impl Fn() -> F + use<F, W> {
    let floor = Arc::clone(floor);
    move || work(Arc::clone(&floor))
}

/// Verifies the data file on a thread of its own whenever that is due, until what this gives is dropped. Closing the store
/// cuts it short.
fn verify_behind(floor: &Arc<Floor>, once_verified: impl FnOnce(&Floor) + Send + 'static) -> mpsc::Sender<()> {
    let (end, ended) = mpsc::channel();
    let (store, log, shared) = (floor.store.clone(), floor.log.clone(), Arc::clone(floor));
    let verify = move || {
        let mut once_verified = Some(once_verified);
        loop {
            tell_of_verification(&log, store.verify());
            if let Some(once_verified) = once_verified.take() {
                once_verified(&shared);
            }
            if ended.recv_timeout(VERIFY_EVERY) != Err(RecvTimeoutError::Timeout) {
                return;
            }
        }
    };
    if let Err(cause) = std::thread::Builder::new().name("verify".to_owned()).spawn(verify) {
        floor.log.warn("not_verified").with("why", cause).write();
    }
    end
}

/// Says what a verification has found.
fn tell_of_verification(log: &Log, found: store::Result<Verification>) {
    match found {
        Ok(Verification::NotDue | Verification::Stopped) | Err(store::Error::Closed) => {}
        Ok(Verification::Sound) => {
            log.info("verified").for_operator().with("what", "the data file is as it was written").write()
        }
        Ok(Verification::Damaged(what)) => {
            log.error("damaged").for_operator().with("what", what).with("do", store::DAMAGED).write();
        }
        Err(error) => log.warn("not_verified").with("why", error).write(),
    }
}

/// Says when a limit on everybody together is reached, once until it no longer is.
async fn tell_of_ceilings(floor: Arc<Floor>, reached: Arc<Mutex<BTreeSet<&'static str>>>) -> store::Result<bool> {
    for (limit, _) in CEILINGS {
        let spent = floor.store.read(floor.clock.now(), |r| is_spent(r, &limit.in_all())).await?;
        let mut reached = reached.lock().unwrap_or_else(PoisonError::into_inner);
        if spent && reached.insert(limit.name) {
            let line = floor.log.error("limit_reached").for_operator().with("what", limit.name);
            line.with("most", limit.most).with("minutes", limit.minutes).write();
        }
        if !spent {
            reached.remove(limit.name);
        }
    }
    Ok(false)
}

/// Reminds patients of their visits, and tells who books for a minor that they come of age.
async fn remind(floor: Arc<Floor>) -> store::Result<bool> {
    let visits = reservation::remind(&floor, REMIND_ROWS).await?.due;
    let of_age = family::tell_of_age(&floor, REMIND_ROWS).await?;
    Ok(visits == REMIND_ROWS || of_age == REMIND_ROWS)
}
