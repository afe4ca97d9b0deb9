//! The settings as an operator meets them: files, variables, and a clear line for each thing that is wrong.

mod files;
mod given;
mod mail;
mod refused;

use mypage::config::{Config, ConfigError};
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder for `mypage.toml` and the files it names.
pub struct Desk(TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Writes a file and gives its path.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn load(&self, text: &str, env: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let path = self.file("mypage.toml", text);
        Config::load(Some(&path), env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    /// What an operator reads about this file and these variables, without the folder's name.
    pub fn problem(&self, text: &str, env: &[(&str, &str)]) -> String {
        let line = self.load(text, env).unwrap_err().to_string();
        assert!(!line.contains('\n'), "{line}");
        line.replace(&format!("{}/", self.0.path().display()), "")
    }
}

/// The settings of a file that keeps its mails, so that only the rest matters.
pub fn kept(text: &str) -> Config {
    Desk::new().load(text, &[("MYPAGE_MAIL_MODE", "kept")]).unwrap()
}

/// The settings of a file beside a mail server, so that only the rest matters.
pub fn sending(text: &str) -> Config {
    let env = [("MYPAGE_MAIL_HOST", "smtp.example.jp"), ("MYPAGE_MAIL_FROM", "no-reply@example.jp")];
    Desk::new().load(text, &env).unwrap()
}
