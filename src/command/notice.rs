//! `mypage notice …`: what the service tells everybody.
//!
//! Dates are those of the clock in Japan. What a file may hold is decided in `notice::Draft`.

use super::Outcome;
use crate::clock::{JST, Moment};
use crate::lang::{self, Lang};
use crate::notice::{self, Draft, Issue, Published, ServiceId};
use crate::store::{Error, Store};
use std::path::Path;
use time::PrimitiveDateTime;
use time::macros::format_description;

/// Publishes a file. `from` and `until` are empty when they were not given.
pub fn publish(store: &Store, now: Moment, file: &str, lang: &str, from: &str, until: &str) -> Outcome {
    let mut problems = Vec::new();
    let mut found = |what: &str, result: Result<Option<Moment>, String>| match result {
        Ok(moment) => moment,
        Err(problem) => {
            problems.push(format!("{what}: {problem}"));
            None
        }
    };
    let (from, until) = (found("--from", date(from)), found("--until", date(until)));
    if let Some(until) = until
        && until <= from.map_or(now, |from| from.max(now))
    {
        problems.push("--until: it would never be shown; until lies in the future and after from".to_owned());
    }
    let lang = Lang::from_tag(lang).filter(|known| known.tag() == lang);
    if lang.is_none() {
        problems.push("--lang: it is ja or en".to_owned());
    }
    let draft = read(Path::new(file)).map_err(|found| problems.extend(found));
    let (Some(lang), Ok(draft), true) = (lang, draft, problems.is_empty()) else {
        return Outcome::refused_for("nothing was published", &problems);
    };
    let id = draft.id.clone();
    match store.write_blocking(now, move |tx| notice::publish(tx, lang, &draft, (from, until))) {
        Ok(Published::New) => Outcome::done(format!("{id} ({}) is published\n", lang.tag())),
        Ok(Published::Changed) => Outcome::done(format!("{id} ({}) is published anew, and unread again\n", lang.tag())),
        Ok(Published::Rescheduled) => Outcome::done(format!("{id} ({}) has other dates\n", lang.tag())),
        Ok(Published::Unchanged) => Outcome::done(format!("{id} ({}) is unchanged\n", lang.tag())),
        Ok(Published::Full) => Outcome::failed("there are too many notices; withdraw some"),
        Err(error) => Outcome::failed(error.to_string()),
    }
}

fn read(file: &Path) -> Result<Draft, Vec<String>> {
    let shown = file.display();
    let text = std::fs::read_to_string(file)
        .map_err(|error| vec![format!("{shown}: it cannot be read as UTF-8 text: {error}")])?;
    let name = file.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".md"));
    let told = |problems: Vec<notice::Problem>| problems.iter().map(|problem| format!("{shown}: {problem}")).collect();
    Draft::read(name.unwrap_or_default(), &text).map_err(told)
}

/// A moment as it is typed: `2026-12-01T09:00`.
fn date(typed: &str) -> Result<Option<Moment>, String> {
    if typed.is_empty() {
        return Ok(None);
    }
    let format = format_description!("[year]-[month]-[day]T[hour]:[minute]");
    let read = PrimitiveDateTime::parse(typed, format)
        .map_err(|_| format!("\"{typed}\" is no date and time in Japan, such as 2026-12-01T09:00"))?;
    Ok(Some(Moment::from_millis(read.assume_offset(JST).unix_timestamp().saturating_mul(1000))))
}

/// All notices: id, language, state, dates, title.
pub fn list(store: &Store, now: Moment) -> Outcome {
    match store.read_blocking(now, |r| notice::list(r)) {
        Ok(listed) if listed.is_empty() => Outcome::done("no notices\n"),
        Ok(listed) => Outcome::done(
            listed.iter().map(|(id, lang, issue, title)| line(now, id, *lang, *issue, title)).collect::<String>(),
        ),
        Err(error) => Outcome::failed(error.to_string()),
    }
}

fn line(now: Moment, id: &ServiceId, lang: Lang, issue: Issue, title: &str) -> String {
    let state = match (issue.has_ended(now), issue.is_shown(now)) {
        (true, _) => "ended",
        (false, true) => "shown",
        (false, false) => "waiting",
    };
    let until = issue.until.map_or_else(|| "withdrawn".to_owned(), |until| lang::moment(Lang::En, until));
    format!("{id}  {}  {state}  {} until {until}  {title}\n", lang.tag(), lang::moment(Lang::En, issue.since))
}

/// Takes a notice back, in all its languages.
pub fn withdraw(store: &Store, now: Moment, id: &str) -> Outcome {
    let there = ServiceId::parse(id)
        .map_or(Ok::<_, Error>(false), |id| store.write_blocking(now, move |tx| notice::withdraw(tx, &id)));
    match there {
        Ok(true) => Outcome::done(format!("{id} is withdrawn\n")),
        Ok(false) => Outcome::failed(format!("there is no notice \"{}\"", id.replace(char::is_control, " "))),
        Err(error) => Outcome::failed(error.to_string()),
    }
}
