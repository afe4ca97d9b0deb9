//! The files that settings point to, read once at the start so that a missing one is found before the first patient.
//!
//! It does not know what the texts say.

use super::problem::Problem;
use super::secret::Secret;
use super::settings::Value;
use std::fs::File;
use std::io::Read;

/// A text document, such as the terms of use. `None` when the setting is empty.
pub(super) fn document(value: &Value<'_>) -> Result<Option<String>, Problem> {
    match value.text() {
        "" => Ok(None),
        path => {
            let text = read(value, &mut open(value, path)?)?;
            if text.trim().is_empty() {
                return Err(value.problem(&format!("{path} is empty")));
            }
            Ok(Some(text))
        }
    }
}

/// Extra root certificates in PEM. `None` when the setting is empty.
pub(super) fn certificates(value: &Value<'_>) -> Result<Option<String>, Problem> {
    match document(value)? {
        Some(text) if !text.contains("-----BEGIN CERTIFICATE-----") => {
            Err(value.problem(&format!("{} holds no PEM certificate", value.text())))
        }
        text => Ok(text),
    }
}

/// A password: the first line break at the end is not part of it. `None` when the setting is empty.
///
/// A file that every user of the machine may read is refused rather than warned about, since nobody reads warnings of
/// a service that works. Its group may read it: that is how a file of root is lent to a service.
pub(super) fn password(value: &Value<'_>) -> Result<Option<Secret>, Problem> {
    if value.text().is_empty() {
        return Ok(None);
    }
    let path = value.text();
    let mut file = open(value, path)?;
    refuse_a_public_file(value, &file)?;
    let text = read(value, &mut file)?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.is_empty() || line.contains(char::is_control) {
        return Err(value.problem(&format!("{path} must hold one line, the password")));
    }
    Ok(Some(Secret::new(line)))
}

fn open(value: &Value<'_>, path: &str) -> Result<File, Problem> {
    File::open(path).map_err(|error| value.problem(&format!("cannot open {path}: {error}")))
}

fn read(value: &Value<'_>, file: &mut File) -> Result<String, Problem> {
    let mut text = String::new();
    match file.read_to_string(&mut text) {
        Ok(_) => Ok(text),
        Err(error) => Err(value.problem(&format!("cannot read {} as UTF-8 text: {error}", value.text()))),
    }
}

#[cfg(unix)]
fn refuse_a_public_file(value: &Value<'_>, file: &File) -> Result<(), Problem> {
    use std::os::unix::fs::PermissionsExt;
    let path = value.text();
    let mode = match file.metadata() {
        Ok(metadata) => metadata.permissions().mode(),
        Err(error) => return Err(value.problem(&format!("cannot look at {path}: {error}"))),
    };
    if mode & 0o007 != 0 {
        let mode = mode & 0o777;
        return Err(value.problem(&format!("{path} is open to every user (mode {mode:04o}): chmod o= {path}")));
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_a_public_file(_: &Value<'_>, _: &File) -> Result<(), Problem> {
    Ok(())
}
