//! What the operator can act on, or should know: one matter each, the worst first.

use crate::clock::Moment;
use crate::work::UncleanStop;

/// Whether somebody has to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Somebody has to.
    Act,
    /// It is over, or mends itself.
    Know,
}

/// A matter. The order of the variants is the order in which they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// What is shown here could not be read.
    Unreadable(String),
    /// The data file is damaged.
    Damaged {
        /// What was found, in the words of the store.
        what: String,
        /// When it was found after this start.
        since: Option<Moment>,
    },
    /// No changes are taken; pages are shown.
    ReadOnly {
        /// The state of the disk.
        disk: DiskState,
        /// The same in the words of the store.
        why: String,
        /// Since when.
        since: Option<Moment>,
    },
    /// A write has been under way for so many seconds.
    WriterHangs(u64),
    /// Nobody has said yet how mails are sent, and they wait.
    MailNotSet,
    /// The last test mail did not go out.
    TestMailFailed {
        /// When.
        at: Moment,
        /// What the mail server, or the way to it, said.
        why: String,
    },
    /// The worker that sends mails does not come back.
    MailStops,
    /// Mails that wait cannot be read.
    OutboxUnreadable {
        /// Why.
        why: String,
        /// When that was seen last.
        at: Moment,
    },
    /// Mails wait for long.
    MailLate {
        /// How many wait, and since when.
        waiting: WaitingMails,
        /// What the mail server, or the way to it, said last.
        why: String,
    },
    /// Mails were given up in the last day.
    MailGivenUp {
        /// They, the newest first.
        mails: Vec<GivenUpMail>,
        /// Whether there are more of them.
        or_more: bool,
    },
    /// The disk is nearly full: so many bytes are free.
    DiskLow(u64),
    /// Limits on everybody together are reached.
    LimitReached(Vec<Ceiling>),
    /// What is done every minute or so fails.
    TimerFails {
        /// What it is.
        timer: Timer,
        /// Why it failed last.
        why: String,
        /// When it failed last.
        at: Moment,
    },
    /// Mails go out whose links lead to this machine or its own network only.
    LocalLinks,
    /// No reverse proxy is trusted, and so all visitors look like one.
    NoTrustedProxy,
    /// The machine's clock was set by so many seconds.
    ClockJumped {
        /// By how many; less than zero when it was set back.
        seconds: i64,
        /// When it was noticed.
        at: Moment,
    },
    /// The product did not end in order before it was started last.
    StoppedUncleanly(UncleanStop),
    /// No changes were taken for a while; it is over.
    WasReadOnly {
        /// Why.
        disk: DiskState,
        /// When it began.
        at: Moment,
    },
    /// A limit on everybody together was reached; it is over.
    LimitWasReached {
        /// Which.
        ceiling: Ceiling,
        /// When.
        at: Moment,
    },
}

/// How many mails wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingMails {
    /// So many.
    pub many: usize,
    /// Or more: they are not all counted.
    pub or_more: bool,
    /// When the oldest of them was written.
    pub oldest: Moment,
}

/// A mail that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUpMail {
    /// When.
    pub at: Moment,
    /// What the last attempt ran into. It names no address.
    pub why: String,
    /// The masked address, for the machine's own screen: the page does not show it.
    pub to: String,
}

/// Why a disk takes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskState {
    /// There is no room.
    Full,
    /// It fails, or is mounted read-only.
    Failing,
}

/// What a limit on everybody together bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ceiling {
    /// Mails that visitors ask for.
    Mails,
    /// Bookings that are begun.
    Choices,
    /// Forms that are kept while somebody is elsewhere.
    Forms,
}

/// What is done again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// Reminding patients of their visits.
    Reminders,
    /// Deleting what has ended.
    Sweeping,
}

impl Matter {
    /// Whether somebody has to do something.
    pub const fn urgency(&self) -> Urgency {
        match self {
            Self::ClockJumped { .. }
            | Self::StoppedUncleanly(_)
            | Self::WasReadOnly { .. }
            | Self::LimitWasReached { .. } => Urgency::Know,
            _ => Urgency::Act,
        }
    }

    /// When it began or was seen, where that is known.
    pub const fn at(&self) -> Option<Moment> {
        match self {
            Self::Damaged { since, .. } | Self::ReadOnly { since, .. } => *since,
            Self::OutboxUnreadable { at, .. }
            | Self::TestMailFailed { at, .. }
            | Self::TimerFails { at, .. }
            | Self::ClockJumped { at, .. }
            | Self::WasReadOnly { at, .. }
            | Self::LimitWasReached { at, .. } => Some(*at),
            Self::MailLate { waiting, .. } => Some(waiting.oldest),
            Self::StoppedUncleanly(stop) => Some(stop.noticed),
            _ => None,
        }
    }

    /// The cause in the words of the machine, for whoever is asked for help.
    pub fn causes(&self) -> Vec<&str> {
        match self {
            Self::Damaged { what: why, .. }
            | Self::Unreadable(why)
            | Self::ReadOnly { why, .. }
            | Self::OutboxUnreadable { why, .. }
            | Self::TestMailFailed { why, .. }
            | Self::MailLate { why, .. }
            | Self::TimerFails { why, .. } => vec![why.as_str()],
            Self::MailGivenUp { mails, .. } => mails.iter().map(|mail| mail.why.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// The commands that are typed about it, in this order.
    pub const fn commands(&self) -> &'static [&'static str] {
        match self {
            Self::Damaged { .. } | Self::Unreadable(_) => &["mypage check"],
            Self::ReadOnly { .. } | Self::DiskLow(_) => &["df -h"],
            Self::WriterHangs(_) | Self::MailStops | Self::OutboxUnreadable { .. } => &["mypage status"],
            Self::ClockJumped { .. } => &["timedatectl"],
            _ => &[],
        }
    }
}

impl DiskState {
    /// By the words of the store.
    pub fn of(why: &str) -> Self {
        let full = ["the disk is full", "may not grow any further", "No space left"];
        if full.iter().any(|words| why.contains(words)) { Self::Full } else { Self::Failing }
    }
}
