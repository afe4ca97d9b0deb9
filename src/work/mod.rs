//! A unit of work: one write, by somebody, for one purpose, with all that its verb may use.
//!
//! A verb is a function of a feature, such as `account::withdraw(work, …)`. It is free of HTTP: the page, the command
//! line, the timer and a test call the same one. It ends in one of three ways: it is done, and everything that it wrote
//! stays; it is refused, and only what it had [kept](Work::keep) by then stays, such as an attempt that was counted; or
//! the store fails, and nothing stays.

mod caller;
mod event;
mod last_run;
mod limit;
mod network;
mod remedy;
mod stop;
mod unclean_stop;

pub use caller::{Actor, Caller, StaffId};
pub use event::Event;
pub use last_run::{last_run, note_run};
pub use limit::{Counter, Limit, Uncounted, Until, attempts_left, forget, is_spent, spent_until};
pub use network::Networks;
pub use remedy::Remedy;
pub use stop::{Denied, Ended, Outcome, Refuse, Settled, Stop};
pub use unclean_stop::{UncleanStop, last_unclean_stop, note_unclean_stop};

use crate::clock::Moment;
use crate::config::Config;
use crate::lang::Lang;
use crate::mail::{Letter, Letterhead, outbox};
use crate::secret::TokenHash;
use crate::store::{self, Order, Reader, RowFn, Rows, Tx};
use network::Allowance;
use std::ops::{Deref, DerefMut, Range};

/// The names of this room's tables, for `mypage check`.
pub const TABLES: [&str; 2] = [last_run::TABLE, unclean_stop::TABLE];
/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 1] = [limit::TABLE];

/// The most of so many places that one client may keep for itself: a quarter, and one at least.
pub fn share(places: u32) -> u32 {
    (places / 4).max(1)
}

/// A write in progress with its moment, and who does it. It reads and writes as its transaction does.
pub struct Work<'a> {
    tx: Tx<'a>,
    config: &'a Config,
    caller: &'a Caller,
    /// The お客様ID of the patient who does it.
    who: Option<String>,
    events: Vec<Event>,
}

/// What a unit of work gave.
pub struct Ran<T, R> {
    /// How it ended.
    pub settled: Settled<T, R>,
    /// What is to be told of it once it is stored.
    pub events: Vec<Event>,
}

impl<'a> Work<'a> {
    /// Does a unit of work inside a write, and settles what stays of it.
    ///
    /// # Errors
    /// What the store says; then nothing stays.
    pub fn run<'t: 'a, T, R>(
        tx: &mut Tx<'t>,
        config: &'a Config,
        caller: &'a Caller,
        verb: impl FnOnce(&mut Self) -> Outcome<T, R>,
    ) -> store::Result<Ran<T, R>> {
        let mut work = Self { tx: tx.take(), config, caller, who: None, events: Vec::new() };
        let settled = match verb(&mut work) {
            Ok(done) => Settled::Done(done),
            Err(Stop::Store(error)) => return Err(error),
            Err(Stop::Denied(denied)) => {
                work.tx.roll_back();
                if let Denied::TooMany(until) = denied {
                    work.record(Event::of("throttled").with("limit", until.limit));
                }
                Settled::Denied(denied)
            }
            Err(Stop::Refused(refusal)) => {
                work.tx.roll_back();
                Settled::Refused(refusal)
            }
        };
        tx.put_back(work.tx);
        Ok(Ran { settled, events: work.events })
    }

    /// Says by their お客様ID who does it.
    pub fn identify(&mut self, who: Option<String>) {
        self.who = who;
    }

    /// Has an event told once the work is stored.
    pub fn record(&mut self, event: Event) {
        self.events.push(event.or_about(self.who.as_ref()));
    }

    /// Who does it, and from where.
    pub fn caller(&self) -> &'a Caller {
        self.caller
    }

    /// The key under which rows of the visitor's browser are kept.
    pub fn visitor(&self) -> TokenHash {
        self.caller.visitor.hash()
    }

    /// The language of the person who does it.
    pub fn lang(&self) -> Lang {
        self.caller.lang
    }

    /// Does a part of the work as if it were another moment: how a demonstration writes the history that its data need. Events
    /// of that part are not told.
    pub fn at<T>(&mut self, then: Moment, part: impl FnOnce(&mut Self) -> T) -> T {
        let (config, caller) = (self.config, self.caller);
        self.tx.at(then, |tx| {
            let mut work = Self { tx: tx.take(), config, caller, who: None, events: Vec::new() };
            let done = part(&mut work);
            tx.put_back(work.tx);
            done
        })
    }

    /// Keeps what was written so far, even if the rest is refused.
    pub fn keep(&mut self) {
        self.tx.keep();
    }

    /// Counts an attempt on each of the counters and keeps that; or on none, when one of them has none left.
    ///
    /// # Errors
    /// When a counter has no attempt left, until it ends.
    pub fn count(&mut self, counters: &[Counter]) -> Result<(), Uncounted> {
        limit::count(&mut self.tx, counters)?;
        self.tx.keep();
        Ok(())
    }

    /// Counts as [`Work::count`] does, but only if the rest is done: a refusal takes it back.
    ///
    /// # Errors
    /// When a counter has none left, until it ends.
    pub fn count_undoably(&mut self, counters: &[Counter]) -> Result<(), Uncounted> {
        limit::count(&mut self.tx, counters)
    }

    /// Gives an attempt on each of the counters back, because it turned out to be right.
    ///
    /// # Errors
    /// What the store says.
    pub fn give_back(&mut self, counters: &[Counter]) -> store::Result<()> {
        limit::give_back(&mut self.tx, counters)?;
        self.tx.keep();
        Ok(())
    }

    /// The counter of the client's networks for a limit on guesses: everybody behind one IPv4 address is one client.
    pub fn from_client(&self, limit: &Limit) -> Counter {
        if self.caller.network == Networks::default() {
            return limit.of("");
        }
        self.caller.network.counted(Counter::default(), limit, "", Allowance::Client)
    }

    /// The counter of [`Caller::from_visitor`].
    pub fn from_visitor(&self, limit: &Limit) -> Counter {
        self.caller.from_visitor(limit)
    }

    /// The counter of what one client keeps of something, such as the places of a menu. No network of it keeps more, however
    /// wide it is; see [`share`].
    pub fn kept_by_client(&self, limit: &Limit, of: &str) -> Counter {
        self.caller.network.counted(Counter::default(), limit, of, Allowance::Share)
    }

    /// Writes a letter, which is sent once the work is done.
    ///
    /// # Errors
    /// What the store says.
    pub fn send(&mut self, letter: &Letter) -> store::Result<()> {
        outbox::add(&mut self.tx, letter)
    }

    /// What all letters in a language have in common.
    pub fn letterhead(&self, lang: Lang) -> Letterhead {
        Letterhead::of(self.config, lang)
    }

    /// An absolute link, for mails.
    pub fn link(&self, path: &str) -> String {
        self.config.url(path)
    }
}

impl<'a> Deref for Work<'a> {
    type Target = Tx<'a>;

    fn deref(&self) -> &Tx<'a> {
        &self.tx
    }
}

impl<'a> DerefMut for Work<'a> {
    fn deref_mut(&mut self) -> &mut Tx<'a> {
        &mut self.tx
    }
}

impl Rows for Work<'_> {
    fn get(&self, key: &[u8]) -> store::Result<Option<Vec<u8>>> {
        self.tx.get(key)
    }

    fn scan(&self, span: &Range<Vec<u8>>, order: Order, visit: &mut RowFn<'_>) -> store::Result<()> {
        self.tx.scan(span, order, visit)
    }
}

impl Reader for Work<'_> {
    fn now(&self) -> Moment {
        self.tx.now()
    }
}
