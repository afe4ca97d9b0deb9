//! The words after `mypage`, and what each command does. A bad word ends with one clear line and exit code 2.
//!
//! Commands on the store run in the server when one is using the folder, and on the opened store otherwise.

mod account;
mod clinic;
mod clinic_day;
mod clinic_token;
mod demo;
mod file;
mod notice;
mod parse;
mod serve;

pub use parse::{Command, parse};

use parse::NEW;

use crate::clock::{Clock, Moment};
use crate::config::{Config, environment};
use crate::control;
use crate::store::{Options, Store};
use std::path::Path;

/// What the executable says when asked for help.
pub const HELP: &str = "\
mypage: a patient's My Page for small clinics

  mypage serve [--config FILE]             serve the pages
  mypage demo [--listen ADDRESS]           try it out: fresh data, kept mails
  mypage check [FILE]                      examine the data, or a backup
  mypage backup FILE                       copy the data, also while serving
  mypage compact                           rewrite the data file without deleted data
  mypage notice publish FILE.md [--from TIME] [--until TIME] [--lang ja|en]
                                           show a notice to everybody; TIME is in Japan: 2026-12-01T09:00
  mypage notice list                       all notices
  mypage notice withdraw ID                take a notice back
  mypage clinic import FILE...             take clinics from their files, all or none
  mypage clinic export ID                  a clinic's file
  mypage clinic list                       all clinics
  mypage clinic day ID [DATE]              a clinic's reservations of a day
  mypage clinic token ID [--new]           the URL, poster and QR code for registering it
  mypage account list                      all accounts
  mypage account find TEXT                 those with it in address, name, kana or phone
  mypage account show CUSTOMER-ID          one account
  mypage account disable CUSTOMER-ID       close an account and end its sessions
  mypage account enable CUSTOMER-ID        open it again

Settings are read from mypage.toml in the current folder, from --config FILE, and
from the environment. Exit codes: 0 done, 1 failed or found something, 2 bad input.
";

/// How a command ended: its exit code and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// 0 done, 1 failed or found something, 2 bad input.
    pub code: u8,
    /// For standard output when the code is 0, for standard error otherwise.
    pub text: String,
}

impl Outcome {
    /// It is done.
    pub fn done(text: impl Into<String>) -> Self {
        Self { code: 0, text: text.into() }
    }

    /// It failed, or something was found.
    pub fn failed(text: impl Into<String>) -> Self {
        Self { code: 1, text: text.into() }
    }

    /// What was asked for makes no sense. It may quote what was typed, and stays one line whatever that was.
    pub fn refused(text: impl Into<String>) -> Self {
        Self { code: 2, text: text.into().replace(char::is_control, " ") }
    }

    /// What was given is wrong in several ways, a line each after the first, none of which holds a line break.
    pub fn refused_for(first: &str, lines: &[String]) -> Self {
        let plain = lines.iter().map(|line| format!("\n{}", line.replace(char::is_control, " ")));
        Self { code: 2, text: plain.fold(first.to_owned(), |text, line| text + &line) }
    }
}

/// Runs a command to its end.
pub fn run(command: Command) -> Outcome {
    match command {
        Command::Help => Outcome::done(HELP),
        Command::Version => Outcome::done(concat!("mypage ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Demo { listen } => demo::run(listen),
        Command::Serve { config } => with_config(config.as_deref(), serve::run),
        Command::Check { config, file } => {
            with_config(config.as_deref(), |config| file::check(&config, file.as_deref()))
        }
        Command::Compact { config } => with_config(config.as_deref(), |config| file::compact(&config)),
        Command::OnStore { config, words } => with_config(config.as_deref(), |config| send(&config, &words)),
    }
}

fn with_config(path: Option<&Path>, then: impl FnOnce(Config) -> Outcome) -> Outcome {
    match Config::load(path, environment()) {
        Ok(config) => then(config),
        Err(problem) => Outcome::refused(problem.to_string()),
    }
}

/// To the server that uses the data, or to the data itself.
fn send(config: &Config, words: &[String]) -> Outcome {
    match control::ask(&config.data, words) {
        Ok(Some(outcome)) => outcome,
        Err(error) => Outcome::failed(format!("the running server did not answer: {error}")),
        Ok(None) if !config.data.exists() => {
            Outcome::failed(format!("there is no data in {}; start the server once", config.data.display()))
        }
        Ok(None) => match Store::open(&config.data, Options::default()) {
            Ok(store) => on_store(words, &store, config, Clock::System.now()),
            Err(error) => Outcome::failed(error.to_string()),
        },
    }
}

/// Runs a command that works on an opened store, under the configuration of whoever has opened it.
pub fn on_store(words: &[String], store: &Store, config: &Config, now: Moment) -> Outcome {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["backup", file] => file::backup(store, Path::new(file)),
        ["notice", "publish", file, lang, from, until] => notice::publish(store, now, file, lang, from, until),
        ["notice", "list"] => notice::list(store, now),
        ["notice", "withdraw", id] => notice::withdraw(store, now, id),
        ["clinic", "import", files @ ..] => clinic::import(store, config, now, files),
        ["clinic", "export", id] => clinic::export(store, now, id),
        ["clinic", "list"] => clinic::list(store, now, config),
        ["clinic", "day", id] => clinic_day::list(store, now, id, None),
        ["clinic", "day", id, day] => clinic_day::list(store, now, id, Some(day)),
        ["clinic", "token", id] => clinic_token::show(store, now, config, id),
        ["clinic", "token", id, NEW] => clinic_token::renew(store, now, config, id),
        ["account", "list"] => account::list(store, now, None),
        ["account", "find", word] => account::list(store, now, Some(word)),
        ["account", "show", id] => account::show(store, now, id),
        ["account", "disable", id] => account::disable(store, now, id),
        ["account", "enable", id] => account::enable(store, now, id),
        _ => Outcome::refused("unknown command; see mypage --help"),
    }
}
