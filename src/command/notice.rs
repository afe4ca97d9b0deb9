//! `mypage notice …`: notices of the service to everybody.
//!
//! Dates are those of the clock in Japan. `notice::NoticeDraft` checks a file.

use super::line::Publication;
use super::outcome::Output;
use super::value::{Argument, TextFile};
use crate::clock::Moment;
use crate::lang::{self, Lang};
use crate::notice::{self, Issue, NoticeDraft, Published, ServiceId};
use crate::store::Store;
use std::fmt::Display;

/// Publishes a file, unless there is any problem with it or with the other arguments.
pub fn publish(store: &Store, now: Moment, publication: Publication) -> Output {
    let Publication { file, from, until, lang } = publication;
    let mut problems = Vec::new();
    let from = value("--from", from, &mut problems);
    let until = value("--until", until, &mut problems);
    if let Some(until) = until
        && until <= from.map_or(now, |from| from.max(now))
    {
        problems
            .push("--until: the notice would never be shown; until must be in the future and after from".to_owned());
    }
    let lang = value("--lang", Some(lang), &mut problems);
    let draft = read(&file).map_err(|found| problems.extend(found));
    let (Some(lang), Ok(draft), true) = (lang, draft, problems.is_empty()) else {
        return Output::refused_for("nothing was published", &problems);
    };
    let id = draft.id.clone();
    match store.write_blocking(now, move |tx| notice::publish(tx, lang, &draft, (from, until))) {
        Ok(Published::New) => Output::done(format!("{id} ({}) is published\n", lang.tag())),
        Ok(Published::Changed) => Output::done(format!("{id} ({}) is published anew, and unread again\n", lang.tag())),
        Ok(Published::Rescheduled) => Output::done(format!("{id} ({}) has other dates\n", lang.tag())),
        Ok(Published::Unchanged) => Output::done(format!("{id} ({}) is unchanged\n", lang.tag())),
        Ok(Published::Full) => Output::failed("there are too many notices; withdraw some"),
        Err(error) => Output::failed(error.to_string()),
    }
}

fn value<T>(name: &str, argument: Option<Argument<T>>, problems: &mut Vec<String>) -> Option<T> {
    argument?.0.map_err(|what| problems.push(format!("{name}: {what}"))).ok()
}

fn read(TextFile { path, text }: &TextFile) -> Result<NoticeDraft, Vec<String>> {
    let told = |problem: &dyn Display| format!("{}: {problem}", path.display());
    let text = text.as_ref().map_err(|why| vec![told(why)])?;
    let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".md"));
    let all = |problems: Vec<notice::NoticeProblem>| problems.iter().map(|problem| told(problem)).collect();
    NoticeDraft::read(name.unwrap_or_default(), text).map_err(all)
}

/// All notices: id, language, state, dates, title.
pub fn list(store: &Store, now: Moment) -> Output {
    match store.read_blocking(now, |r| notice::list(r)) {
        Ok(listed) if listed.is_empty() => Output::done("no notices\n"),
        Ok(listed) => Output::done(
            listed.iter().map(|(id, lang, issue, title)| line(now, id, *lang, *issue, title)).collect::<String>(),
        ),
        Err(error) => Output::failed(error.to_string()),
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

/// Withdraws a notice, in all its languages.
pub fn withdraw(store: &Store, now: Moment, id: ServiceId) -> Output {
    let wanted = id.clone();
    match store.write_blocking(now, move |tx| notice::withdraw(tx, &wanted)) {
        Ok(true) => Output::done(format!("{id} is withdrawn\n")),
        Ok(false) => Output::failed(format!("there is no notice \"{id}\"")),
        Err(error) => Output::failed(error.to_string()),
    }
}
