//! Where settings come from: the TOML file and the environment.
//!
//! Only the form is looked at here: does the key exist, is it a text, a number, a list or a truth value. What a value may be is checked
//! later.

use super::keys::{self, FILE, Form, Key, PREFIX};
use super::problem::Place;
use super::settings::{Purpose, Settings};
use crate::text_file::{self, Unreadable};
use crate::toml::{self, Read, Section, Value};
use std::path::Path;

/// The most entries of a list.
const ENTRIES: usize = 1000;

/// The variables of this process that [`super::Config::load`] looks at. Text that is not UTF-8 arrives with
/// replacement characters, to be refused by the check of its key.
pub fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()))
}

/// Reads the file, then the environment over it.
pub(super) fn all(purpose: Purpose, path: Option<&Path>, env: impl Iterator<Item = (String, String)>) -> Settings {
    let mut settings = Settings::new(purpose);
    file(path, &mut settings);
    variables(env, &mut settings);
    settings
}

/// Reads the environment alone.
pub(super) fn of_environment(purpose: Purpose, env: impl Iterator<Item = (String, String)>) -> Settings {
    let mut settings = Settings::new(purpose);
    variables(env, &mut settings);
    settings
}

/// Takes every variable that begins with `MYPAGE_`; an unknown one is a problem, so that a typing error is not a setting
/// that silently does nothing.
fn variables(env: impl Iterator<Item = (String, String)>, settings: &mut Settings) {
    for (name, text) in env.filter(|(name, _)| name.starts_with(PREFIX)) {
        match keys::ALL.into_iter().find(|key| key.variable() == name) {
            Some(key) => settings.set(key, Some(text), Place::Environment(name)),
            None => {
                let what = format!("unknown variable; did you mean \"{}\"?", keys::nearest_variable(&name));
                settings.problem(Place::Environment(name), what);
            }
        }
    }
}

/// Takes every key of the file. A missing file is a problem only when it was named.
fn file(path: Option<&Path>, settings: &mut Settings) {
    let path = path.unwrap_or(Path::new(FILE));
    let name = path.display().to_string();
    match text_file::read(path) {
        Ok(text) => take(&name, &text, settings),
        Err(Unreadable::Missing) if name == FILE => {}
        Err(why) => settings.problem(Place::Nowhere, format!("{name}: {why}")),
    }
}

fn take(file: &str, text: &str, settings: &mut Settings) {
    let place = |line| Place::File { name: file.to_owned(), line };
    let given = |root: &Section<'_>| {
        for key in keys::ALL {
            let (section, name) = key.name.rsplit_once('.').unwrap_or(("", key.name));
            let inner = (!section.is_empty()).then(|| root.section_or_empty(section));
            let section = inner.as_ref().unwrap_or(root);
            if section.has(name) {
                let text = section.optional(name, |value| written(key, value));
                settings.set(key, text, place(section.line(name)));
            }
        }
        Some(())
    };
    for problem in toml::read(text, given).err().unwrap_or_default() {
        let what = if problem.key.is_empty() { problem.what } else { format!("{}: {}", problem.key, problem.what) };
        settings.problem(place(problem.line), what);
    }
}

/// The value as text, if it has the form of its key.
fn written(key: &Key, value: &Value<'_>) -> Read<String> {
    let text = match key.form {
        Form::Text => value.as_str().map(str::to_owned),
        Form::Number => toml::number::<i64>(i64::MIN..=i64::MAX)(value).ok().map(|number| number.to_string()),
        Form::List => toml::list(ENTRIES, |entry| toml::text(entry).map(str::to_owned))(value)
            .ok()
            .map(|entries| entries.join(",")),
        Form::Truth => toml::truth(value).ok().map(|truth| truth.to_string()),
    };
    text.ok_or_else(|| {
        let form = match key.form {
            Form::Text => "a text in quotes",
            Form::Number => "a number without quotes",
            Form::List => "a list of texts, [\"…\", \"…\"]",
            Form::Truth => "a truth value without quotes",
        };
        format!("must be {form}: {}", key.allowed)
    })
}
