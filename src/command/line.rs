//! The words after `mypage` as one typed value, and the help about them.
//!
//! A command on the data is a value that the running server can be sent. Its files are read here, where their names mean
//! what the operator means and with the operator's rights.

use super::outcome::Output;
use super::staff::StaffCommand;
use super::value::{
    Argument, ClinicFile, TextFile, absolute, clinic_file, clinic_id, customer_id, day, lang, mail_address, moment,
    notice_id, text_file,
};
use crate::account::CustomerId;
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::notice::ServiceId;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;
use time::Date;

/// What was typed.
#[derive(Clone, Debug, Parser)]
#[command(name = "mypage", bin_name = "mypage", version, about = "A patient's My Page for small clinics")]
pub struct CommandLine {
    /// The file with the settings, instead of mypage.toml in the current folder
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
    /// The command
    #[command(subcommand)]
    pub command: Command,
}

/// A command.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Serve the pages
    Serve,
    /// Try it out: fresh data, kept mails
    Demo {
        /// Where to listen, such as 127.0.0.1:8081; port 0 takes a free one
        #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
    },
    /// Examine the data of a stopped server, or a backup
    Check {
        /// A backup, instead of the data
        file: Option<PathBuf>,
    },
    /// Rewrite the data file of a stopped server without deleted data
    Compact,
    #[command(flatten)]
    OnData(DataCommand),
}

/// A command on the data, carried out by the server when one uses the data.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum DataCommand {
    /// Copy the data, also while serving
    Backup {
        /// The file to make; it must not exist
        #[arg(value_parser = absolute)]
        file: PathBuf,
    },
    /// Say how the running server is; exit code 1 when there is something to do
    Status,
    /// Clinics and their menus
    #[command(subcommand, arg_required_else_help = false)]
    Clinic(ClinicCommand),
    /// Notices of the service to everybody
    #[command(subcommand, arg_required_else_help = false)]
    Notice(NoticeCommand),
    /// The clinics' staff, who sign in to the console
    #[command(subcommand, arg_required_else_help = false)]
    Staff(StaffCommand),
    /// Accounts, for support by phone
    #[command(subcommand, arg_required_else_help = false)]
    Account(AccountCommand),
}

impl DataCommand {
    /// Whether it may be the first one: a clinic can be taken in before the server has run.
    pub(super) const fn makes_data(&self) -> bool {
        matches!(self, Self::Clinic(ClinicCommand::Import { .. }))
    }
}

/// A command on clinics.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum ClinicCommand {
    /// Take clinics from their files, all or none
    Import {
        /// A clinic's file, such as sakura.toml
        #[arg(value_name = "FILE", required = true, value_parser = clinic_file)]
        files: Vec<ClinicFile>,
    },
    /// Print a clinic's file
    Export {
        /// The id of the clinic
        #[arg(value_parser = clinic_id)]
        id: ClinicId,
    },
    /// List all clinics
    List,
    /// List a clinic's reservations of a day
    Day {
        /// The id of the clinic
        #[arg(value_parser = clinic_id)]
        id: ClinicId,
        /// The day, such as 2026-12-01; today when it is left out
        #[arg(value_name = "DATE", value_parser = day)]
        day: Option<Date>,
    },
    /// Print where patients register a clinic, its poster and QR code
    Token {
        /// The id of the clinic
        #[arg(value_parser = clinic_id)]
        id: ClinicId,
        /// Make a new code and retire the present one
        #[arg(long)]
        new: bool,
    },
}

/// A command on notices.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum NoticeCommand {
    /// Show a notice to everybody; TIME is in Japan: 2026-12-01T09:00
    Publish(Publication),
    /// List all notices
    List,
    /// Withdraw a notice, in all its languages
    Withdraw {
        /// The id of the notice
        #[arg(value_parser = notice_id)]
        id: ServiceId,
    },
}

/// A notice's file, and when it is shown to whom. Its problems are told together.
#[derive(Clone, Debug, PartialEq, Eq, Args, Serialize, Deserialize)]
pub struct Publication {
    /// The notice in Markdown; its name without .md is the id
    #[arg(value_name = "FILE.md", value_parser = text_file)]
    pub file: TextFile,
    /// When it is shown first; at once when it is left out
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub from: Option<Argument<Moment>>,
    /// When it is shown last; until it is withdrawn when it is left out
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub until: Option<Argument<Moment>>,
    /// The language of the file
    #[arg(long, value_name = "ja|en", default_value = "ja", value_parser = lang)]
    pub lang: Argument<Lang>,
}

/// A command on accounts.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum AccountCommand {
    /// List all accounts
    List,
    /// List those with a text in address, name, kana or phone
    Find {
        /// A part of the address, name, kana or phone number
        text: String,
    },
    /// Print an account and its owner
    Show {
        /// The owner's お客様ID
        #[arg(value_name = "CUSTOMER-ID", value_parser = customer_id)]
        id: CustomerId,
    },
    /// Close an account and end its sessions
    Disable {
        /// The owner's お客様ID
        #[arg(value_name = "CUSTOMER-ID", value_parser = customer_id)]
        id: CustomerId,
    },
    /// Open a closed account again
    Enable {
        /// The owner's お客様ID
        #[arg(value_name = "CUSTOMER-ID", value_parser = customer_id)]
        id: CustomerId,
    },
    /// Let an address try again after too many passwords or mails
    Unlock {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
    },
}

const AFTER_HELP: &str = "\
Settings are read from mypage.toml in the current folder, or from --config FILE, and from the environment.
mypage help COMMAND tells more about a command. Exit codes: 0 done, 1 failed or found something, 2 bad input.
";

/// Reads the words after the executable's name.
///
/// # Errors
/// How the command ends without being run: with the help or the version that was asked for, or with one line that says
/// what is wrong.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<CommandLine, Output> {
    let help = overview();
    let words = std::iter::once(OsString::from("mypage")).chain(words);
    let matches = CommandLine::command().override_help(help).try_get_matches_from(words);
    let line = matches.and_then(|matches| CommandLine::from_arg_matches(&matches)).map_err(|error| ended(&error))?;
    match line {
        CommandLine { config: Some(_), command: Command::Demo { .. } } => {
            Err(Output::refused("demo takes no --config; it has settings of its own"))
        }
        line => Ok(line),
    }
}

/// All commands on one page.
fn overview() -> String {
    let mut known = CommandLine::command();
    known.build();
    let mut text = "mypage: a patient's My Page for small clinics\n\n".to_owned();
    for (words, command) in leaves("mypage", &known) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let usage = std::iter::once(words).chain(arguments(command)).collect::<Vec<_>>().join(" ");
        let gap = if usage.len() < COLUMN - 2 {
            " ".repeat(COLUMN - usage.len())
        } else {
            format!("\n{:1$}", "", COLUMN + 2)
        };
        text += &format!("  {usage}{gap}{about}\n");
    }
    text + "\n" + AFTER_HELP
}

/// The column of the overview in which the commands are explained.
const COLUMN: usize = 40;

/// The commands that have none below them, each with the words that lead to it.
fn leaves<'a>(words: &str, command: &'a clap::Command) -> Vec<(String, &'a clap::Command)> {
    let below = command.get_subcommands().filter(|one| one.get_name() != "help");
    let below: Vec<_> = below.flat_map(|one| leaves(&format!("{words} {}", one.get_name()), one)).collect();
    if below.is_empty() { vec![(words.to_owned(), command)] } else { below }
}

/// The arguments of a command as they are typed, `<FILE>`, `[DATE]`, `[--new]`, but for those that every command takes.
fn arguments(command: &clap::Command) -> impl Iterator<Item = String> {
    let written = |arg: &clap::Arg| if arg.is_positional() { arg.to_string() } else { format!("[{arg}]") };
    let own = |arg: &&clap::Arg| !["help", "version", "config"].contains(&arg.get_id().as_str());
    command.get_arguments().filter(own).map(written)
}

/// Help and version are what was asked for. Everything else is a mistake: its first paragraph on one line, and how the
/// command is typed.
fn ended(error: &clap::Error) -> Output {
    let text = error.to_string();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Output::done(text)
        }
        _ => {
            let (said, usage) = text.split_once("\n\nUsage: ").unwrap_or((&text, ""));
            let said = said.split("\n\nFor more information").next().unwrap_or_default().replace("\n\n  tip: ", "; ");
            let words: Vec<&str> = said.trim_start_matches("error: ").split_whitespace().collect();
            let usage = usage.lines().next().map(|usage| format!("; usage: {usage}")).unwrap_or_default();
            Output::refused(format!("{}{usage}; see mypage --help", words.join(" ")))
        }
    }
}
