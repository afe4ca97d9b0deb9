//! `mypage status`: how the running server is, on one page for the operator.

use super::outcome::Output;
use crate::app;
use crate::clock::Moment;
use crate::lang::{Lang, moment};
use crate::mail::{failed, outbox};
use crate::store::{DAMAGED, Health, Reader, Result, Store};
use crate::work::is_spent;

/// How many letters that wait are counted.
const WAITING: usize = 1_000;
/// How many letters that were given up are looked at.
const GIVEN_UP: usize = 20;
/// A letter that has waited for so many minutes has met trouble more than once.
const LONG: i64 = 15;
/// For how many hours a letter that was given up is news.
const NEWS: i64 = 24;

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

/// The state of the data, the mails and the limits; a line with trouble begins with an exclamation mark. Exit code 1 when
/// there is any.
pub fn show(store: &Store, now: Moment) -> Output {
    let mut lines =
        vec![fine("clock", format!("{} in Japan", moment(Lang::En, now))), changes(store), data_file(store)];
    match store.read_blocking(now, |r| Ok([waiting(r)?, given_up(r)?, limits(r)?])) {
        Ok(read) => lines.extend(read),
        Err(error) => lines.push(trouble("data", error.to_string())),
    }
    let text = lines.iter().map(|Line { label, text, is_trouble }| {
        let mark = if *is_trouble { '!' } else { ' ' };
        format!("{mark} {label:<10}  {text}\n")
    });
    let text: String = text.collect();
    if lines.iter().any(|line| line.is_trouble) {
        Output::failed(format!("something needs looking after, see the lines with !\n{text}"))
    } else {
        Output::done(format!("all is well\n{text}"))
    }
}

fn changes(store: &Store) -> Line {
    match store.health() {
        Health::Writable => fine("changes", "taken"),
        Health::ReadOnly { why } => {
            trouble("changes", format!("refused until the disk takes them again; pages are shown. The cause: {why}"))
        }
    }
}

fn data_file(store: &Store) -> Line {
    store.damage().map_or_else(
        || fine("data file", "no damage found"),
        |what| trouble("data file", format!("damaged: {what}; {DAMAGED}")),
    )
}

fn waiting(r: &dyn Reader) -> Result<Line> {
    let waiting = outbox::list(r, WAITING)?;
    let Some(oldest) = waiting.iter().map(|(_, letter)| letter.written).min() else {
        return Ok(fine("mails", "none waits"));
    };
    let many = if waiting.len() == WAITING { " or more" } else { "" };
    let text = format!("{}{many} wait, the oldest since {}", waiting.len(), moment(Lang::En, oldest));
    Ok(if oldest.plus_minutes(LONG) < r.now() {
        trouble("mails", format!("{text}; the log says why at event=mail_later"))
    } else {
        fine("mails", text)
    })
}

fn given_up(r: &dyn Reader) -> Result<Line> {
    let news = r.now().plus_hours(-NEWS);
    let given_up = failed::list(r, GIVEN_UP)?;
    let new: Vec<_> = given_up.iter().filter(|letter| letter.at > news).collect();
    let said = new
        .iter()
        .map(|letter| format!("\n  {:<10}  {} to {}: {}", "", moment(Lang::En, letter.at), letter.to, letter.why));
    Ok(match new.len() {
        0 => fine("given up", format!("no mail in the last {NEWS} hours")),
        many => {
            let more = if many == GIVEN_UP { " or more" } else { "" };
            trouble("given up", format!("{many}{more} in the last {NEWS} hours{}", said.collect::<String>()))
        }
    })
}

fn limits(r: &dyn Reader) -> Result<Line> {
    let mut reached = Vec::new();
    for limit in app::CEILINGS {
        if is_spent(r, &limit.in_all())? {
            reached.push(limit.name);
        }
    }
    Ok(if reached.is_empty() {
        fine("limits", "none on all visitors together is reached")
    } else {
        trouble("limits", format!("reached by all visitors together, probably a flood: {}", reached.join(", ")))
    })
}
