//! From words to a command. Nothing is done here.

use lexopt::prelude::*;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Asks for something new in the place of what there is.
pub(super) const NEW: &str = "--new";

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
    new: bool,
    from: Option<String>,
    until: Option<String>,
    lang: Option<String>,
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
                Long("new") => read.new = true,
                Long("from") => read.from = Some(parser.value()?.string()?),
                Long("until") => read.until = Some(parser.value()?.string()?),
                Long("lang") => read.lang = Some(parser.value()?.string()?),
                Short('h') | Long("help") => read.help = true,
                Short('V') | Long("version") => read.version = true,
                Value(word) => read.words.push(word.string()?),
                other => return Err(other.unexpected()),
            }
        }
        // Wherever it stood: to the commands it is the last word.
        read.words.extend(read.new.then(|| NEW.to_owned()));
        Ok(read)
    }

    fn command(self) -> Result<Command, String> {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let config = self.config;
        if self.listen.is_some() && words != ["demo"] {
            return Err("--listen goes with demo only; set listen in mypage.toml".to_owned());
        }
        let dated = self.from.is_some() || self.until.is_some() || self.lang.is_some();
        if dated && !matches!(words.as_slice(), ["notice", "publish", _]) {
            return Err("--from, --until and --lang go with notice publish FILE only".to_owned());
        }
        match words.as_slice() {
            [] | ["help"] => Ok(Command::Help),
            ["demo"] if config.is_some() => Err("demo takes no --config; it has settings of its own".to_owned()),
            ["demo"] => Ok(Command::Demo { listen: self.listen }),
            ["serve"] => Ok(Command::Serve { config }),
            ["check"] => Ok(Command::Check { config, file: None }),
            ["check", file] => Ok(Command::Check { config, file: Some(file.into()) }),
            ["compact"] => Ok(Command::Compact { config }),
            ["backup", file] => Ok(Command::OnStore { config, words: vec!["backup".to_owned(), absolute(file)?] }),
            ["clinic", "import", files @ ..] if !files.is_empty() => {
                let files = files.iter().map(|file| absolute(file)).collect::<Result<Vec<_>, _>>()?;
                let words = [vec!["clinic".to_owned(), "import".to_owned()], files].concat();
                Ok(Command::OnStore { config, words })
            }
            ["notice", "publish", file] => {
                let lang = self.lang.unwrap_or_else(|| "ja".to_owned());
                let given = [absolute(file)?, lang, self.from.unwrap_or_default(), self.until.unwrap_or_default()];
                Ok(Command::OnStore { config, words: [&self.words[..2], &given].concat() })
            }
            ["clinic", "export", _]
            | ["clinic", "list"]
            | ["clinic", "day", _]
            | ["clinic", "day", _, _]
            | ["clinic", "token", _]
            | ["clinic", "token", _, NEW]
            | ["notice", "list"]
            | ["notice", "withdraw", _]
            | ["account", "list"]
            | ["account", "find" | "show" | "disable" | "enable", _] => {
                Ok(Command::OnStore { config, words: self.words })
            }
            ["backup", ..] => Err("backup takes one file; see mypage --help".to_owned()),
            ["clinic", ..] => {
                Err("clinic takes import FILE, export ID, list, day ID [DATE] or token ID [--new]; see mypage --help"
                    .to_owned())
            }
            ["notice", ..] => Err("notice takes publish FILE, list or withdraw ID; see mypage --help".to_owned()),
            ["account", ..] => {
                Err("account takes list, find TEXT, show ID, disable ID or enable ID; see mypage --help".to_owned())
            }
            [first, ..] => Err(format!("unknown command \"{first}\" or too many words; see mypage --help")),
        }
    }
}

/// A path as the server understands it, which may run in another folder.
fn absolute(file: &str) -> Result<String, String> {
    let path = std::path::absolute(file).map_err(|error| format!("{file}: {error}"))?;
    Ok(path.display().to_string())
}
