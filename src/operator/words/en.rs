//! What the operator's page says in English.

use super::sentences::{Advice, FactWords, OperatorWords};
use super::size::size;
use crate::lang::{Lang, moment};
use crate::operator::matter::{Ceiling, DiskState, Matter, Timer, WaitingMails};
use crate::work::UncleanStop;

pub const WORDS: OperatorWords = OperatorWords {
    title: "Service status",
    as_of: |time| format!("As of {time}"),
    reload: "Refresh",
    clear: "Nothing needs your attention",
    clear_help: "Bookings are being taken and e-mails are being sent as usual.",
    to_do: |many| {
        if many == 1 { "1 thing needs your attention".to_owned() } else { format!("{many} things need your attention") }
    },
    advice,
    since: |time| format!("Since {time}"),
    commands: "Commands to type on the server",
    cause: "The cause as the machine recorded it (pass it on if you ask for help)",
    facts: FactWords {
        data: "Data",
        checked: "Data file",
        sound: "No damage found",
        damaged: "Damaged",
        verified: |time| format!("Verified in full at {time}: no damage"),
        size: "Size of the data file",
        free: "Free disk space",
        folder: "Where the data are",
        mail: "E-mail",
        waiting: "Waiting to be sent",
        none_waits: "None",
        waits: |many, or_more, oldest| {
            format!("{many}{} (the oldest written {oldest})", if or_more { " or more" } else { "" })
        },
        kept: "This is a demo: e-mails are kept, not sent",
        service: "Service",
        version: "Version",
        started: "Running since",
        base_url: "Address for patients",
        listen: "Listening at",
        last_stop: "Last unclean stop",
        in_order: "None on record",
        unclean,
        clock: "Clock of the server",
        clock_of: |time| format!("{time} in Japan (check that it agrees with yours)"),
        unknown: "Unknown",
    },
};

fn advice(matter: &Matter) -> Advice {
    let (title, what) = said(matter);
    Advice { title, what, steps: steps(matter) }
}

fn said(matter: &Matter) -> (&'static str, String) {
    match matter {
        Matter::Unreadable(_) => {
            ("Some records cannot be read", "What this page should show could not be read.".to_owned())
        }
        Matter::Damaged { .. } => (
            "The data file is damaged",
            "What can be read is still shown, and bookings are still taken, but damaged bookings and personal details cannot be shown."
                .to_owned(),
        ),
        Matter::ReadOnly { disk, .. } => (
            "Bookings and changes are refused",
            format!("{}. Pages can still be read. It recovers by itself once that is mended.", disk_words(*disk)),
        ),
        Matter::WriterHangs(seconds) => (
            "Writing has stopped",
            format!("A write has not ended for {seconds} seconds. The disk seems not to respond."),
        ),
        Matter::MailNotSet => (
            "E-mail is not set up yet",
            "Bookings are taken, but e-mails to patients, such as those for signing up, wait until it is.".to_owned(),
        ),
        Matter::TestMailFailed { .. } => test_mail_failed(),
        Matter::MailStops => {
            ("E-mail has stopped", "The part that sends e-mails does not respond. Bookings are still taken.".to_owned())
        }
        Matter::OutboxUnreadable { .. } => {
            ("Waiting e-mails cannot be read", "New e-mails may not be going out.".to_owned())
        }
        Matter::MailLate { waiting, .. } => mail_late(*waiting),
        Matter::MailGivenUp { mails, or_more } => mail_given_up(mails.len(), *or_more),
        Matter::DiskLow(free) => (
            "The disk is nearly full",
            format!("{} left. Without any, bookings and changes are refused.", size(*free)),
        ),
        Matter::LimitReached(ceilings) => (
            "A limit for all visitors together is reached",
            format!("Further ones are refused for now: {}.", all_ceilings(ceilings)),
        ),
        Matter::TimerFails { timer, .. } => timer_fails(*timer),
        Matter::LocalLinks => local_links(),
        Matter::NoTrustedProxy => (
            "Visitors cannot be told apart",
            "All patients seem to come from one place, so limits meant for one of them may stop everybody.".to_owned(),
        ),
        Matter::ClockJumped { seconds, .. } => clock_jumped(*seconds),
        Matter::StoppedUncleanly(stop) => {
            ("The service was not shut down properly", format!("{}. No booking was lost.", unclean(*stop)))
        }
        Matter::WasReadOnly { disk, .. } => (
            "Bookings and changes were refused for a while",
            format!("{}. They are being taken again.", disk_words(*disk)),
        ),
        Matter::LimitWasReached { ceiling, .. } => limit_was_reached(*ceiling),
    }
}

const fn steps(matter: &Matter) -> &'static [&'static str] {
    match matter {
        Matter::Unreadable(_) | Matter::Damaged { .. } => &[
            "Stop the server.",
            "Run the command below. It names the damaged tables.",
            "Put the latest sound backup in the place of the data file, and start the server.",
        ],
        Matter::ReadOnly { disk: DiskState::Full, .. } | Matter::DiskLow(_) => &[
            "See how much is free with the command below, and move what is not needed to another place.",
            "Delete nothing in the folder of the data.",
        ],
        Matter::ReadOnly { disk: DiskState::Failing, .. } | Matter::WriterHangs(_) => {
            &["Report a failing disk to whoever maintains the server.", "Find out now where your backups are."]
        }
        Matter::MailNotSet => &[
            "Open E-mail settings on this page and type what your mail provider has sent you about its outgoing server.",
            "Send a test e-mail and see that it arrives.",
        ],
        Matter::TestMailFailed { .. } => &[
            "Open E-mail settings on this page and compare them with what your mail provider has sent you.",
            "Send another test e-mail. Once it goes out, this is shown no more.",
        ],
        Matter::MailStops | Matter::OutboxUnreadable { .. } => {
            &["Restart the server.", "If that doesn't help, ask for help with what the command below prints."]
        }
        Matter::MailLate { .. } => &[
            "See whether your mail provider reports an outage.",
            "If not, send a test e-mail from E-mail settings, and check the settings and the password.",
        ],
        Matter::MailGivenUp { .. } => &[
            "If a cause below says 5.7 or speaks of a password, check the settings of e-mail.",
            "The others are wrong addresses. Nothing needs to be done about them.",
        ],
        Matter::LimitReached(_) => &[
            "It may be an attack. If it goes on, ask whoever maintains the server.",
            "Serve urgent patients by phone.",
        ],
        Matter::TimerFails { .. } => &["Ask whoever maintains the server, with the cause below."],
        Matter::LocalLinks => &["Set base_url in the settings to the address that patients open, and restart."],
        Matter::NoTrustedProxy => {
            &["Set trusted under [proxy] in the settings to the address of your proxy, and restart."]
        }
        Matter::ClockJumped { .. } => &["See with the command below whether the clock is set automatically (NTP)."],
        Matter::StoppedUncleanly(_) => &["If you know of no power cut or restart, tell whoever maintains the server."],
        Matter::WasReadOnly { .. } | Matter::LimitWasReached { .. } => &[],
    }
}

fn test_mail_failed() -> (&'static str, String) {
    (
        "The test e-mail could not be sent",
        "The last test e-mail did not go out. E-mails to patients may not arrive either.".to_owned(),
    )
}

fn local_links() -> (&'static str, String) {
    (
        "Patients cannot open the links in e-mails",
        "The address in e-mails works on this server or its own network only.".to_owned(),
    )
}

fn mail_late(waiting: WaitingMails) -> (&'static str, String) {
    (
        "E-mails are not going out",
        format!(
            "{}{} waiting for more than 15 minutes. They are tried again, and given up after 3 days.",
            waiting.many,
            if waiting.or_more {
                " or more are"
            } else if waiting.many == 1 {
                " is"
            } else {
                " are"
            }
        ),
    )
}

fn mail_given_up(many: usize, or_more: bool) -> (&'static str, String) {
    (
        "Some e-mails could not be sent",
        format!(
            "{}{} given up in the last 24 hours: the address was wrong, or the mail server refused.",
            many,
            if or_more {
                " or more were"
            } else if many == 1 {
                " was"
            } else {
                " were"
            }
        ),
    )
}

fn clock_jumped(seconds: i64) -> (&'static str, String) {
    (
        "The clock of the server was changed",
        format!(
            "It went {} by about {}. Deadlines and sign-in codes depend on it.",
            if seconds < 0 { "back" } else { "forward" },
            span(seconds.unsigned_abs())
        ),
    )
}

fn limit_was_reached(ceiling: Ceiling) -> (&'static str, String) {
    ("A limit for all visitors together was reached", format!("It is over: {}.", ceiling_words(ceiling)))
}

fn timer_fails(timer: Timer) -> (&'static str, String) {
    match timer {
        Timer::Reminders => {
            ("Reminders are not being written", "Patients are not reminded of their visits.".to_owned())
        }
        Timer::Sweeping => {
            ("Expired records cannot be deleted", "Bookings are not affected, but the data keep growing.".to_owned())
        }
    }
}

const fn disk_words(disk: DiskState) -> &'static str {
    match disk {
        DiskState::Full => "The disk is full",
        DiskState::Failing => "The disk takes no data and may be failing",
    }
}

const fn ceiling_words(ceiling: Ceiling) -> &'static str {
    match ceiling {
        Ceiling::Mails => "e-mails asked for in an hour",
        Ceiling::Choices => "bookings begun in a day",
        Ceiling::Forms => "half-filled forms kept in half an hour",
    }
}

fn all_ceilings(ceilings: &[Ceiling]) -> String {
    ceilings.iter().map(|ceiling| ceiling_words(*ceiling)).collect::<Vec<_>>().join(", ")
}

fn unclean(stop: UncleanStop) -> String {
    let noticed = moment(Lang::En, stop.noticed);
    match stop.ran_until {
        Some(until) => {
            format!("It ran until about {}, stopped suddenly, and was started at {noticed}", moment(Lang::En, until))
        }
        None => format!("It stopped suddenly and was started at {noticed}"),
    }
}

fn span(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds} seconds"),
        60..3600 => format!("{} minutes", seconds / 60),
        3600..86_400 => format!("{} hours", seconds / 3600),
        _ => format!("{} days", seconds / 86_400),
    }
}
