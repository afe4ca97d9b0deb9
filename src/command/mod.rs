//! The words after `mypage`, and what each command does. A bad word ends with one clear line and exit code 2.

mod account;
mod clinic;
mod clinic_day;
mod clinic_token;
mod data;
mod demo;
mod file;
mod first_start;
mod line;
mod notice;
mod outcome;
mod serve;
mod staff;
mod status;
#[cfg(test)]
mod tests;
mod value;

pub use line::{CommandLine, parse};
pub use outcome::Output;

use crate::config::{Config, Installation, environment};
use line::Command;

/// Runs a command to its end.
pub fn run(CommandLine { config, command }: CommandLine) -> Output {
    let settings = config.as_deref();
    let done = match command {
        Command::Demo { listen } => Ok(demo::run(listen)),
        Command::Serve => Config::load(settings, environment()).map(serve::run),
        Command::Check { file: backup } => {
            Installation::load(settings, environment()).map(|here| file::check(&here, backup.as_deref()))
        }
        Command::Compact => Installation::load(settings, environment()).map(|here| file::compact(&here)),
        Command::OnData(command) => Installation::load(settings, environment()).map(|here| data::send(&here, command)),
    };
    done.unwrap_or_else(Output::from)
}
