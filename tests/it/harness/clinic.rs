//! The whole product in the test's process: a store in memory, a clock that the test moves, mail that is kept.
//!
//! Requests are built by hand and so have no peer, which the product reads as 0.0.0.0. That address is configured as
//! the reverse proxy: a browser's address is what this proxy says it is, as in the field.

use super::browser::Browser;
use super::engine::contested::Contested;
use super::people;
use mypage::account::SESSIONS;
use mypage::app;
use mypage::clock::{Clock, Moment};
use mypage::config::Config;
use mypage::console;
use mypage::log::Log;
use mypage::mail::kept::{self, Kept};
use mypage::mail::{Letter, MailRoute, Worker, outbox};
use mypage::secret::Token;
use mypage::serve;
use mypage::session::{self, NewSession, Stay, SubjectId, UserAgent};
use mypage::store::Store;
use mypage::web::{Area, Floor, Route, Site};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::sync::Arc;

/// 2026-04-01 10:00 in Japan, a Wednesday.
pub const START: Moment = Moment::from_millis(1_775_005_200_000);
pub const HTTP: &str = "http://my.localhost";
pub const HTTPS: &str = "https://my.localhost";

/// What a clinic is opened with.
pub struct Setup {
    pub base_url: &'static str,
    pub store: Store,
    /// Further settings, as variables of the environment.
    pub settings: Vec<(&'static str, String)>,
    /// Routes beside the product's own.
    pub routes: Vec<Route>,
    /// Areas beside the patients' pages.
    pub areas: Vec<Area>,
}

impl Default for Setup {
    /// Every write meets random conflicts, so that each test shows that its closures may run again.
    fn default() -> Self {
        Self {
            base_url: HTTP,
            store: Store::with_engine(Contested::new()).expect("memory opens"),
            settings: Vec::new(),
            routes: Vec::new(),
            areas: Vec::new(),
        }
    }
}

/// A running product. Dropping it fails the test while there is mail that nobody has read.
pub struct Clinic {
    pub floor: Arc<Floor>,
    site: Arc<Site>,
    worker: Worker,
    read: RefCell<BTreeSet<(u64, String)>>,
    indifferent: Cell<bool>,
}

impl Clinic {
    pub fn new() -> Self {
        Self::open(Setup::default())
    }

    pub fn open(setup: Setup) -> Self {
        let own = [
            ("MYPAGE_BASE_URL", setup.base_url),
            ("MYPAGE_MAIL_MODE", "kept"),
            ("MYPAGE_PROXY_TRUSTED", "0.0.0.0/32"),
            ("MYPAGE_SERVICE_CONTACT", "03-0000-0000"),
        ];
        let own = own.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let more = setup.settings.into_iter().map(|(name, value)| (name.to_owned(), value));
        let config = Config::from_environment(own.into_iter().chain(more)).unwrap();
        let clock = Clock::fixed(START);
        let log = Log::memory(clock.clone());
        let worker = Worker::new(setup.store.clone(), clock.clone(), log.clone(), MailRoute::Kept);
        let floor = serve::prepare(config, setup.store, clock, log).unwrap().floor;
        let mut patients = app::patients(&floor).unwrap();
        patients.routes.extend(setup.routes);
        let areas = setup.areas.into_iter().chain([console::area(&floor.config)]).collect();
        Self {
            site: Arc::new(Site::new(Arc::clone(&floor), patients, areas)),
            floor,
            worker,
            read: RefCell::default(),
            indifferent: Cell::new(false),
        }
    }

    /// The same product after a restart: over what is stored, at the same moment.
    pub fn restarted(&self) -> Self {
        let again = Self::open(Setup { store: self.floor.store.clone(), ..Setup::default() });
        again.floor.clock.advance_to(self.now());
        again.ignore_mail();
        again
    }

    /// A browser of somebody without JavaScript.
    pub fn plain(&self) -> Browser {
        Browser::new(Arc::clone(&self.site), self.floor.config.base_url())
    }

    /// A browser in which htmx sends the forms that ask for it.
    pub fn htmx(&self) -> Browser {
        self.plain().with_htmx()
    }

    /// Both kinds, for what has to come out the same.
    pub fn both(&self) -> [Browser; 2] {
        [self.plain(), self.htmx()]
    }

    /// A plain browser in which somebody of the fixtures is signed in; the account is made when it is not there.
    ///
    /// The session is started without the sign-in page, which has tests of its own and takes a hash each time.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let mut browser = self.plain();
        self.sign_in(&mut browser, email).await;
        browser
    }

    pub async fn sign_in(&self, browser: &mut Browser, email: &str) {
        let account = people::register(&self.floor, email).await;
        let token = Token::mint();
        let (old, fresh) = (Token::mint().hash(), token.hash());
        let new = started(account.id.subject());
        self.floor.store.write(self.now(), move |tx| session::start(tx, &new, &old, fresh)).await.unwrap();
        browser.identify(&token.text());
    }

    pub fn now(&self) -> Moment {
        self.floor.clock.now()
    }

    pub fn minutes_pass(&self, minutes: i64) {
        self.floor.clock.advance_to(self.now().plus_minutes(minutes));
    }

    /// Has the day's first use of a session noted, which is no change that a test looks for.
    pub async fn use_noted(&self, browser: &mut Browser) {
        browser.get("/terms").await;
        self.written().await;
    }

    /// Waits until what was handed in to be written is written, whoever waits for it.
    pub async fn written(&self) {
        self.floor.store.write(self.now(), |_| Ok(())).await.unwrap();
    }

    /// Deals with all mail that is due.
    pub async fn deliver(&self) {
        self.worker.run_due_once().await.unwrap();
    }

    /// The letters to an address that were not read before, the oldest first.
    pub async fn mails_to(&self, address: &str) -> Vec<Letter> {
        self.deliver().await;
        let mut unread = self.unread();
        unread.retain(|(_, kept)| kept.letter.to().as_str() == address);
        for (number, kept) in &unread {
            self.read.borrow_mut().insert((*number, kept.letter.text()));
        }
        unread.into_iter().map(|(_, kept)| kept.letter).collect()
    }

    /// The only unread letter to an address.
    pub async fn mail_to(&self, address: &str) -> Letter {
        let mut letters = self.mails_to(address).await;
        assert_eq!(letters.len(), 1, "letters to {address}");
        letters.remove(0)
    }

    /// The path of the link in the only unread letter to an address.
    pub async fn link_to(&self, address: &str) -> String {
        let letter = self.mail_to(address).await;
        let base = self.floor.config.base_url();
        let text = letter.text();
        let mut links = text.lines().filter_map(|line| line.strip_prefix(base));
        links.find(|path| path.contains("/link/")).expect("a link with a token").to_owned()
    }

    /// Says that this test does not care about the mail it causes.
    pub fn ignore_mail(&self) {
        self.indifferent.set(true);
    }

    fn unread(&self) -> Vec<(u64, Kept)> {
        let mut kept = self.floor.store.read_blocking(self.floor.clock.now(), |r| kept::list(r, 1_000)).unwrap();
        kept.reverse();
        kept.retain(|(number, kept)| !self.read.borrow().contains(&(*number, kept.letter.text())));
        kept
    }
}

/// A session of a patient that stays on the device.
pub fn started(subject: SubjectId) -> NewSession {
    NewSession { kind: &SESSIONS, subject, stay: Stay::OnDevice, user_agent: UserAgent::default() }
}

impl Drop for Clinic {
    fn drop(&mut self) {
        if self.indifferent.get() || std::thread::panicking() {
            return;
        }
        let waiting = self.floor.store.read_blocking(self.floor.clock.now(), |r| outbox::list(r, 1_000)).unwrap();
        let waiting = waiting.into_iter().map(|(_, waiting)| waiting.letter);
        let kept = self.unread().into_iter().map(|(_, kept)| kept.letter);
        let unread: Vec<String> =
            waiting.chain(kept).map(|letter| format!("{}: {}", letter.to().as_str(), letter.subject())).collect();
        assert!(unread.is_empty(), "the test left mail unread: {unread:#?}");
    }
}
