//! Gathers how the installation is, from the store, the running server, its disk and what the log said last.

use super::ceiling::{self, CEILINGS};
use super::matter::{Ceiling, DiskState, GivenUpMail, Matter, Timer, Urgency, WaitingMails};
use crate::clock::Moment;
use crate::config::Delivery;
use crate::log::ToldEvent;
use crate::mail::trial::{self, FailedTrial};
use crate::mail::{failed, outbox};
use crate::store::{DATA_FILE, Health, Reader, Result};
use crate::web::{Floor, LONGEST_WRITE};
use crate::work::{UncleanStop, is_spent, last_unclean_stop};
use std::time::Instant;

/// How many letters that wait are counted, and how many that were given up are told.
const WAITING: usize = 200;
const GIVEN_UP: usize = 20;
/// A letter that has waited for so many minutes has met trouble more than once.
const LONG: i64 = 15;
/// For how many hours something is news that is over.
const NEWS: i64 = 24;
/// The same of a stop that was not in order.
const NEWS_OF_STOP: i64 = 7 * 24;
/// For how many minutes after it has failed a timer counts as failing: each tries again within a minute.
const FAILS: i64 = 5;
/// Less room than this on the disk is little: patients book for weeks in as much, and the disk holds more than these data.
const LITTLE_ROOM: u64 = 512 << 20;

/// How the installation is.
#[derive(Clone, Debug)]
pub struct Facts {
    /// At which moment.
    pub now: Moment,
    /// What to act on and to know, the worst first.
    pub matters: Vec<Matter>,
    /// The mails that wait, if any do.
    pub waiting: Option<WaitingMails>,
    /// Whether mails are sent rather than kept for a demonstration.
    pub sends_mail: bool,
    /// The data file.
    pub data_file: DataFile,
    /// The version that runs.
    pub version: &'static str,
    /// Since when it runs.
    pub started: Option<Moment>,
    /// Where it listens.
    pub listen: String,
    /// Where patients reach it.
    pub base_url: String,
    /// The last stop that was not in order.
    pub unclean_stop: Option<UncleanStop>,
}

/// The data file and its disk.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// The folder that holds it.
    pub folder: String,
    /// Its bytes.
    pub size: Option<u64>,
    /// The bytes that are free on its disk.
    pub free: Option<u64>,
    /// When all of it was last verified after this start, if that was due.
    pub verified: Option<Moment>,
}

impl Facts {
    /// How the installation is at the moment of a reader, with the data file as it was measured.
    pub fn gather(floor: &Floor, r: &dyn Reader, data_file: DataFile) -> Self {
        let mut matters = Vec::new();
        let waiting = or_matter(&mut matters, waiting(r)).flatten();
        let given_up = or_matter(&mut matters, given_up(r)).flatten();
        let reached = or_matter(&mut matters, reached(r)).unwrap_or_default();
        let unclean_stop = or_matter(&mut matters, last_unclean_stop(r)).flatten();
        let test_failed = or_matter(&mut matters, test_failed(floor, r)).flatten();
        matters.extend(of_store(floor));
        matters.extend(of_mail(floor, r.now(), waiting));
        matters.extend(test_failed);
        matters.extend(given_up);
        matters.extend(data_file.free.filter(|free| *free < LITTLE_ROOM).map(Matter::DiskLow));
        matters.extend((!reached.is_empty()).then(|| Matter::LimitReached(reached.clone())));
        matters.extend(of_timers(floor, r.now()));
        matters.extend(floor.config.sends_local_links().then_some(Matter::LocalLinks));
        matters.extend((floor.https() && floor.trusted().is_empty()).then_some(Matter::NoTrustedProxy));
        matters.extend(past(floor, r.now(), &reached));
        let stop_is_news = |stop: &UncleanStop| r.now().plus_hours(-NEWS_OF_STOP) < stop.noticed;
        matters.extend(unclean_stop.filter(stop_is_news).map(Matter::StoppedUncleanly));
        let started = floor.log.told("started");
        Self {
            now: r.now(),
            matters,
            waiting,
            sends_mail: !matches!(floor.config.mail.delivery, Delivery::Kept),
            data_file,
            version: env!("CARGO_PKG_VERSION"),
            listen: started.as_ref().map_or_else(String::new, |started| started.detail("listen").to_owned()),
            started: started.map(|started| started.last),
            base_url: floor.config.base_url().to_owned(),
            unclean_stop,
        }
    }

    /// Whether somebody has to do something.
    pub fn is_trouble(&self) -> bool {
        self.matters.iter().any(|matter| matter.urgency() == Urgency::Act)
    }
}

/// A part that cannot be read is a matter, and the others are told all the same.
fn or_matter<T>(matters: &mut Vec<Matter>, read: Result<T>) -> Option<T> {
    read.map_err(|error| matters.push(Matter::Unreadable(error.to_string()))).ok()
}

fn of_store(floor: &Floor) -> Vec<Matter> {
    let since = |event| floor.log.told(event).map(|told: ToldEvent| told.last);
    let damaged = floor.store.damage().map(|what| Matter::Damaged { what, since: since("damaged") });
    let refused = match floor.store.health() {
        Health::Writable => {
            let writing = floor.store.writer_busy_for();
            (writing > LONGEST_WRITE).then_some(Matter::WriterHangs(writing.as_secs()))
        }
        Health::ReadOnly { why } => {
            Some(Matter::ReadOnly { disk: DiskState::of(&why), why, since: since("read_only") })
        }
    };
    damaged.into_iter().chain(refused).collect()
}

fn of_mail(floor: &Floor, now: Moment, waiting: Option<WaitingMails>) -> Vec<Matter> {
    let not_set = (!floor.config.mail.is_ready()).then_some(Matter::MailNotSet);
    // Those that wait for it are not late.
    let waiting = waiting.filter(|_| not_set.is_none());
    let stops = floor.mail_progress.stalls(Instant::now()).then_some(Matter::MailStops);
    let unreadable =
        failing(floor, now, "mail_outbox_unreadable").map(|(why, at)| Matter::OutboxUnreadable { why, at });
    let late = waiting.filter(|waiting| waiting.oldest.plus_minutes(LONG) < now).map(|waiting| {
        let why = floor.log.told("mail_later").map(|told| told.detail("why").to_owned()).unwrap_or_default();
        Matter::MailLate { waiting, why }
    });
    not_set.into_iter().chain(stops).chain(unreadable).chain(late).collect()
}

fn of_timers(floor: &Floor, now: Moment) -> Vec<Matter> {
    // As long as nothing can be written, that is the cause and is told.
    if matches!(floor.store.health(), Health::ReadOnly { .. }) {
        return Vec::new();
    }
    let timers = [("reminders_failed", Timer::Reminders), ("sweep_failed", Timer::Sweeping)];
    let fails = |(event, timer)| failing(floor, now, event).map(|(why, at)| Matter::TimerFails { timer, why, at });
    timers.into_iter().filter_map(fails).collect()
}

/// Why something failed last that is tried again and again, and when, as long as it fails.
fn failing(floor: &Floor, now: Moment, event: &str) -> Option<(String, Moment)> {
    let told = floor.log.told(event).filter(|told| now.plus_minutes(-FAILS) < told.last)?;
    Some((told.detail("why").to_owned(), told.last))
}

/// What is over.
fn past(floor: &Floor, now: Moment, reached: &[Ceiling]) -> Vec<Matter> {
    let news = |event| floor.log.told(event).filter(|told: &ToldEvent| now.plus_hours(-NEWS) < told.last);
    let jumped = news("clock_jumped").and_then(|told| {
        let seconds = told.detail("seconds").parse().ok()?;
        Some(Matter::ClockJumped { seconds, at: told.last })
    });
    let read_only = news("read_only").filter(|_| floor.store.health() == Health::Writable);
    let read_only =
        read_only.map(|told| Matter::WasReadOnly { disk: DiskState::of(told.detail("why")), at: told.last });
    let limit = news("limit_reached").and_then(|told| {
        let ceiling = ceiling::named(told.detail("what")).filter(|ceiling| !reached.contains(ceiling))?;
        Some(Matter::LimitWasReached { ceiling, at: told.last })
    });
    jumped.into_iter().chain(read_only).chain(limit).collect()
}

fn waiting(r: &dyn Reader) -> Result<Option<WaitingMails>> {
    let waiting = outbox::list(r, WAITING)?;
    let oldest = waiting.iter().map(|(_, letter)| letter.written).min();
    Ok(oldest.map(|oldest| WaitingMails { many: waiting.len(), or_more: waiting.len() == WAITING, oldest }))
}

fn given_up(r: &dyn Reader) -> Result<Option<Matter>> {
    let news = r.now().plus_hours(-NEWS);
    let mails = failed::list(r, GIVEN_UP)?.into_iter().filter(|letter| letter.at > news);
    let mails: Vec<_> = mails.map(|letter| GivenUpMail { at: letter.at, why: letter.why, to: letter.to }).collect();
    let or_more = mails.len() == GIVEN_UP;
    Ok((!mails.is_empty()).then_some(Matter::MailGivenUp { mails, or_more }))
}

/// Without an account there is nothing to try out.
fn test_failed(floor: &Floor, r: &dyn Reader) -> Result<Option<Matter>> {
    let failed = trial::failed(r)?.filter(|_| floor.config.mail.is_ready());
    Ok(failed.map(|FailedTrial { at, why }| Matter::TestMailFailed { at, why }))
}

fn reached(r: &dyn Reader) -> Result<Vec<Ceiling>> {
    let mut reached = Vec::new();
    for (limit, ceiling) in CEILINGS {
        if is_spent(r, &limit.in_all())? && !reached.contains(&ceiling) {
            reached.push(ceiling);
        }
    }
    Ok(reached)
}

impl DataFile {
    /// Asks the disk, which may take its time: not on the threads that answer requests.
    pub fn measure(floor: &Floor) -> Self {
        let folder = &floor.config.data;
        Self {
            folder: std::path::absolute(folder).unwrap_or_else(|_| folder.clone()).display().to_string(),
            size: std::fs::metadata(folder.join(DATA_FILE)).ok().map(|file| file.len()),
            free: fs4::available_space(folder).ok(),
            verified: floor.log.told("verified").map(|told| told.last),
        }
    }
}
