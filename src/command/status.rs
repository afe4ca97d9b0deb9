//! `mypage status`: how the running server is, on one page for the operator: the facts of the operator's page, on lines.

use super::outcome::Output;
use crate::lang::{Lang, moment};
use crate::operator::{DataFile, Facts, Matter, Urgency, words};
use crate::store::DAMAGED;
use crate::web::Floor;

/// A line of the page.
struct Line {
    label: &'static str,
    text: String,
    is_trouble: bool,
}

fn fine(label: &'static str, text: impl Into<String>) -> Line {
    Line { label, text: text.into(), is_trouble: false }
}

fn trouble(label: &'static str, text: impl Into<String>) -> Line {
    Line { label, text: text.into(), is_trouble: true }
}

/// How the server is; a line with trouble begins with an exclamation mark. Exit code 1 when there is any.
pub fn show(floor: &Floor) -> Output {
    match floor.store.read_blocking(floor.clock.now(), |r| Ok(Facts::gather(floor, r, DataFile::measure(floor)))) {
        Ok(facts) => said(&facts),
        Err(error) => Output::failed(format!("the data cannot be read: {error}; {DAMAGED}")),
    }
}

fn said(facts: &Facts) -> Output {
    let text: String = lines(facts)
        .iter()
        .map(|Line { label, text, is_trouble }| {
            let mark = if *is_trouble { '!' } else { ' ' };
            format!("{mark} {label:<10}  {text}\n")
        })
        .collect();
    if facts.is_trouble() {
        Output::failed(format!("something needs looking after, see the lines with !\n{text}"))
    } else {
        Output::done(format!("all is well\n{text}"))
    }
}

/// What is always said, and then every other matter.
fn lines(facts: &Facts) -> Vec<Line> {
    let mut lines = vec![
        fine("clock", format!("{} in Japan", moment(Lang::En, facts.now))),
        fine("served", served(facts)),
        fine("changes", "taken"),
        fine("data file", "no damage found"),
        fine("disk", disk(facts)),
        fine("mails", waiting(facts)),
        fine("given up", "no mail in the last 24 hours"),
        fine("limits", "none on all visitors together is reached"),
    ];
    for matter in &facts.matters {
        let line = of_matter(matter);
        match lines.iter_mut().find(|known| known.label == line.label && !known.is_trouble) {
            Some(known) if line.is_trouble => *known = line,
            _ => lines.push(line),
        }
    }
    lines
}

fn of_matter(matter: &Matter) -> Line {
    match matter {
        Matter::Unreadable(why) => trouble("data", why.as_str()),
        Matter::Damaged { what, .. } => trouble("data file", format!("damaged: {what}; {DAMAGED}")),
        Matter::ReadOnly { why, .. } => {
            trouble("changes", format!("refused until the disk takes them again; pages are shown. The cause: {why}"))
        }
        Matter::MailLate { waiting, why } => {
            let since = moment(Lang::En, waiting.oldest);
            let why = if why.is_empty() { "the log says why at event=mail_later" } else { why };
            trouble("mails", format!("{}{} wait, the oldest since {since}; {why}", waiting.many, more(waiting.or_more)))
        }
        Matter::MailGivenUp { mails, or_more } => {
            let each = mails
                .iter()
                .map(|mail| format!("\n  {:<10}  {} to {}: {}", "", moment(Lang::En, mail.at), mail.to, mail.why));
            let each: String = each.collect();
            trouble("given up", format!("{}{} in the last 24 hours{each}", mails.len(), more(*or_more)))
        }
        Matter::LimitReached(_) => trouble("limits", format!("reached, probably a flood. {}", advice(matter))),
        Matter::DiskLow(_) => trouble("disk", advice(matter)),
        other if other.urgency() == Urgency::Act => trouble("attention", advice(other)),
        other => fine("to know", advice(other)),
    }
}

/// What the operator's page says of a matter, on one line.
fn advice(matter: &Matter) -> String {
    let said = (words::of(Lang::En).advice)(matter);
    let causes = matter.causes().join("; ");
    let cause = if causes.is_empty() { String::new() } else { format!(" The cause: {causes}") };
    format!("{}: {}{cause}", said.title, said.what)
}

fn served(facts: &Facts) -> String {
    let since = facts.started.map(|at| format!(" since {}", moment(Lang::En, at))).unwrap_or_default();
    format!("version {}{since}, at {} for {}", facts.version, facts.listen, facts.base_url)
}

fn disk(facts: &Facts) -> String {
    let size = |bytes: Option<u64>| bytes.map_or_else(|| "unknown".to_owned(), words::size);
    format!("{} free, {} taken by the data file", size(facts.data_file.free), size(facts.data_file.size))
}

fn waiting(facts: &Facts) -> String {
    facts.waiting.map_or_else(
        || "none waits".to_owned(),
        |waiting| {
            let since = moment(Lang::En, waiting.oldest);
            format!("{}{} wait, the oldest since {since}", waiting.many, more(waiting.or_more))
        },
    )
}

const fn more(or_more: bool) -> &'static str {
    if or_more { " or more" } else { "" }
}
