//! From words to a command. Nothing is done here.

use lexopt::prelude::*;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

/// A command, well formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// `help`
    Help,
    /// `--version`
    Version,
    /// `serve`
    Serve {
        /// The configuration file, if one was named.
        config: Option<PathBuf>,
    },
    /// `demo`
    Demo {
        /// Where to listen, if not at the usual place.
        listen: Option<SocketAddr>,
    },
    /// `check`
    Check {
        /// The configuration file, if one was named.
        config: Option<PathBuf>,
        /// The file to examine instead of the data.
        file: Option<PathBuf>,
    },
    /// `compact`
    Compact {
        /// The configuration file, if one was named.
        config: Option<PathBuf>,
    },
    /// A command on the store, by its words.
    OnStore {
        /// The configuration file, if one was named.
        config: Option<PathBuf>,
        /// The words, paths made absolute.
        words: Vec<String>,
    },
}

/// Reads the words after the executable's name.
///
/// # Errors
/// One line that says what is wrong.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let read = Read::all(words).map_err(|error| format!("{error}; see mypage --help"))?;
    if read.help {
        return Ok(Command::Help);
    }
    if read.version {
        return Ok(Command::Version);
    }
    read.command()
}

#[derive(Default)]
struct Read {
    words: Vec<String>,
    config: Option<PathBuf>,
    listen: Option<SocketAddr>,
    help: bool,
    version: bool,
}

impl Read {
    fn all(words: impl IntoIterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        let mut parser = lexopt::Parser::from_args(words);
        let mut read = Self::default();
        while let Some(word) = parser.next()? {
            match word {
                Long("config") => read.config = Some(parser.value()?.into()),
                Long("listen") => read.listen = Some(parser.value()?.parse()?),
                Short('h') | Long("help") => read.help = true,
                Short('V') | Long("version") => read.version = true,
                Value(word) => read.words.push(word.string()?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(read)
    }

    fn command(self) -> Result<Command, String> {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let config = self.config;
        if self.listen.is_some() && words != ["demo"] {
            return Err("--listen goes with demo only; set listen in mypage.toml".to_owned());
        }
        match words.as_slice() {
            [] | ["help"] => Ok(Command::Help),
            ["demo"] if config.is_some() => Err("demo takes no --config; it has settings of its own".to_owned()),
            ["demo"] => Ok(Command::Demo { listen: self.listen }),
            ["serve"] => Ok(Command::Serve { config }),
            ["check"] => Ok(Command::Check { config, file: None }),
            ["check", file] => Ok(Command::Check { config, file: Some(file.into()) }),
            ["compact"] => Ok(Command::Compact { config }),
            ["backup", file] => {
                // The server may run in another folder.
                let file = std::path::absolute(file).map_err(|error| format!("{file}: {error}"))?;
                Ok(Command::OnStore { config, words: vec!["backup".to_owned(), file.display().to_string()] })
            }
            ["account", "list"] | ["account", "find" | "show" | "disable" | "enable", _] => {
                Ok(Command::OnStore { config, words: self.words })
            }
            ["backup", ..] => Err("backup takes one file; see mypage --help".to_owned()),
            ["account", ..] => {
                Err("account takes list, find TEXT, show ID, disable ID or enable ID; see mypage --help".to_owned())
            }
            [first, ..] => Err(format!("unknown command \"{first}\" or too many words; see mypage --help")),
        }
    }
}
