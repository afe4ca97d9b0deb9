//! The files that settings point to. They are read at the start, so that a missing one is found before the first patient
//! comes.

use super::secret::Secret;
use super::settings::Value;
use crate::text_file::{self, Unreadable};
use std::path::Path;

/// A text document, such as the terms of use. `None` when the setting is empty.
pub(super) fn document(value: &Value<'_>) -> Option<String> {
    let text = read(value, text_file::read)?;
    if text.trim().is_empty() {
        value.problem(&format!("{} is empty", value.text()?));
    }
    Some(text)
}

/// Extra root certificates in PEM. `None` when the setting is empty.
pub(super) fn certificates(value: &Value<'_>) -> Option<String> {
    let text = read(value, text_file::read)?;
    if !text.contains("-----BEGIN CERTIFICATE-----") {
        value.problem(&format!("{} holds no PEM certificate", value.text()?));
    }
    Some(text)
}

/// A password: a line end after it is not part of it. `None` when the setting is empty.
pub(super) fn password(value: &Value<'_>) -> Option<Secret> {
    let text = read(value, text_file::read_private)?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    if line.is_empty() || line.contains(char::is_control) {
        value.problem(&format!("{} must hold one line, the password", value.text()?));
    }
    Some(Secret::new(line))
}

fn read(value: &Value<'_>, how: impl FnOnce(&Path) -> Result<String, Unreadable>) -> Option<String> {
    let path = value.text().filter(|path| !path.is_empty())?;
    how(path.as_ref()).map_err(|why| value.problem(&format!("{path} {why}"))).ok()
}
