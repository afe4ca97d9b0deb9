//! Where settings come from: the TOML file and the environment.
//!
//! Only the form is looked at here (does the key exist, is it a text, a number or a list), because only here the line
//! is known. What a value may be is checked later.

use super::keys::{self, Form, Key, PREFIX};
use super::problem::Problem;
use super::settings::{self, Settings};
use std::io::ErrorKind;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The file that is read when none is named.
pub(super) const FILE: &str = "mypage.toml";

/// The variables of this process that [`super::Config::load`] looks at. Text that is not UTF-8 arrives with
/// replacement characters, to be refused by the check of its key.
pub fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()))
}

/// Takes every variable that begins with `MYPAGE_`; an unknown one is an error, so that a slip of the pen is not
/// a setting that silently does nothing.
pub(super) fn variables(env: impl Iterator<Item = (String, String)>, settings: &mut Settings) -> Result<(), Problem> {
    for (name, text) in env.filter(|(name, _)| name.starts_with(PREFIX)) {
        match keys::ALL.into_iter().find(|key| key.variable() == name) {
            Some(key) => settings.set(key, text, format!("environment: {name}")),
            None => return Err(settings::unknown("environment", "variable", &name, Key::variable)),
        }
    }
    Ok(())
}

/// Takes every key of the file. A missing file is an error only when it was named.
pub(super) fn file(path: Option<&Path>, settings: &mut Settings) -> Result<(), Problem> {
    let name = path.unwrap_or(Path::new(FILE));
    let shown = name.display().to_string();
    match std::fs::read_to_string(name) {
        Ok(text) => File { name: &shown, text: &text }.read(settings),
        Err(error) if error.kind() == ErrorKind::NotFound && path.is_none() => Ok(()),
        Err(error) => Err(Problem::new(format!("{shown}: cannot be read: {error}"))),
    }
}

/// A file's text, with the name that problems call it by.
struct File<'a> {
    name: &'a str,
    text: &'a str,
}

impl File<'_> {
    fn read(&self, settings: &mut Settings) -> Result<(), Problem> {
        match DeTable::parse(self.text) {
            Ok(table) => self.table("", table.get_ref(), settings),
            Err(error) => {
                let place = self.place(error.span().map_or(0, |span| span.start));
                Err(Problem::new(format!("{place}: {}", error.message())))
            }
        }
    }

    fn table(&self, section: &str, table: &DeTable<'_>, settings: &mut Settings) -> Result<(), Problem> {
        for (name, value) in table {
            let place = self.place(name.span().start);
            let dotted =
                if section.is_empty() { name.get_ref().to_string() } else { format!("{section}.{}", name.get_ref()) };
            match (keys::find(&dotted), value.get_ref()) {
                (Some(key), value) => settings.set(key, written(key, value, &place)?, place),
                (None, DeValue::Table(inner)) if !inner.is_empty() || keys::is_section(&dotted) => {
                    self.table(&dotted, inner, settings)?;
                }
                (None, _) if keys::is_section(&dotted) => {
                    return Err(Problem::new(format!(
                        "{place}: {dotted}: is a section; write [{dotted}] above its keys"
                    )));
                }
                (None, _) => {
                    return Err(settings::unknown(&place, "key", &dotted, |key| key.name.to_owned()));
                }
            }
        }
        Ok(())
    }

    fn place(&self, offset: usize) -> String {
        let before = self.text.as_bytes().iter().take(offset);
        format!("{}: line {}", self.name, 1 + before.filter(|byte| **byte == b'\n').count())
    }
}

/// The value as text, if it has the form of its key.
fn written(key: &Key, value: &DeValue<'_>, place: &str) -> Result<String, Problem> {
    let text = match (key.form, value) {
        (Form::Text, DeValue::String(text)) => Some(text.to_string()),
        (Form::Number, DeValue::Integer(number)) if number.radix() == 10 => Some(number.as_str().to_owned()),
        (Form::List, DeValue::Array(parts)) => parts
            .iter()
            .map(|part: &Spanned<_>| part.get_ref().as_str())
            .collect::<Option<Vec<_>>>()
            .map(|parts| parts.join(",")),
        _ => None,
    };
    text.ok_or_else(|| {
        let form = match key.form {
            Form::Text => "a text in quotes",
            Form::Number => "a number without quotes",
            Form::List => "a list of texts, [\"…\", \"…\"]",
        };
        Problem::new(format!("{place}: {}: must be {form}: {}", key.name, key.allowed))
    })
}
