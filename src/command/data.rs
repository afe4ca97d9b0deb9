//! Commands on the data: the server carries them out when one uses the data, this process otherwise.

use super::line::{AccountCommand, ClinicCommand, DataCommand, NoticeCommand};
use super::outcome::Output;
use super::staff::StaffCommand;
use super::{account, clinic, clinic_day, clinic_token, file, notice, staff, status};
use crate::clock::{Clock, Moment};
use crate::config::{BaseUrl, Installation};
use crate::control;
use crate::store::{Options, Store};
use crate::web::Floor;

/// Sends a command to the server that uses the data, or carries it out on the data itself.
pub(super) fn send(installation: &Installation, command: DataCommand) -> Output {
    let folder = &installation.data;
    match control::ask(folder, &command) {
        Ok(Some(outcome)) => outcome,
        Err(error) => Output::failed(error.to_string()),
        Ok(None) if command == DataCommand::Status => {
            Output::failed(format!("no server uses the data in {}; `mypage serve` starts one", folder.display()))
        }
        Ok(None) if !folder.exists() && !command.makes_data() => {
            Output::failed(format!("there is no data in {}; start the server once", folder.display()))
        }
        Ok(None) => match Store::open(folder, Options::default()) {
            Ok(store) => carry_out(command, &store, &installation.base_url, Clock::System.now()),
            Err(error) => Output::failed(error.to_string()),
        },
    }
}

/// Carries out a command inside the server. Only there is anything to say of how it is.
pub(super) fn carry_out_served(command: DataCommand, floor: &Floor) -> Output {
    match command {
        DataCommand::Status => status::show(floor),
        command => carry_out(command, &floor.store, &floor.config.base_url, floor.clock.now()),
    }
}

/// Carries out a command. Links begin with `base_url`.
fn carry_out(command: DataCommand, store: &Store, base_url: &BaseUrl, now: Moment) -> Output {
    match command {
        DataCommand::Backup { file } => file::backup(store, &file),
        DataCommand::Status => Output::failed("no server uses the data; `mypage serve` starts one"),
        DataCommand::Clinic(command) => match command {
            ClinicCommand::Import { files } => clinic::import(store, base_url, now, &files),
            ClinicCommand::Export { id } => clinic::export(store, now, &id),
            ClinicCommand::List => clinic::list(store, base_url, now),
            ClinicCommand::Day { id, day } => clinic_day::list(store, now, &id, day),
            ClinicCommand::Token { id, new: false } => clinic_token::show(store, base_url, now, &id),
            ClinicCommand::Token { id, new: true } => clinic_token::renew(store, base_url, now, &id),
        },
        DataCommand::Notice(command) => match command {
            NoticeCommand::Publish(publication) => notice::publish(store, now, publication),
            NoticeCommand::List => notice::list(store, now),
            NoticeCommand::Withdraw { id } => notice::withdraw(store, now, id),
        },
        DataCommand::Staff(command) => match command {
            StaffCommand::Invite { address, clinic, role } => {
                staff::invite(store, base_url, now, address, &clinic, role)
            }
            StaffCommand::InviteOperator { address } => staff::invite_operator(store, base_url, now, address),
            StaffCommand::RemoveOperator { address } => staff::remove_operator(store, now, &address),
            StaffCommand::List => staff::list(store, now),
            StaffCommand::Reset { address } => staff::reset(store, base_url, now, &address),
            StaffCommand::Withdraw { address, clinic } => staff::withdraw(store, now, &address, &clinic),
            StaffCommand::Role { address, clinic, role } => staff::set_role(store, now, &address, &clinic, role),
            StaffCommand::Opener { address, no } => staff::set_opens_clinics(store, now, &address, !no),
            StaffCommand::Remove { address, clinic } => staff::remove(store, now, &address, &clinic),
            StaffCommand::Disable { address } => staff::set_disabled(store, now, &address, true),
            StaffCommand::Enable { address } => staff::set_disabled(store, now, &address, false),
        },
        DataCommand::Account(command) => match command {
            AccountCommand::List => account::list(store, now, None),
            AccountCommand::Find { text } => account::list(store, now, Some(&text)),
            AccountCommand::Show { id } => account::show(store, now, id),
            AccountCommand::Disable { id } => account::disable(store, now, id),
            AccountCommand::Enable { id } => account::enable(store, now, id),
            AccountCommand::Unlock { address } => account::unlock(store, now, address),
        },
    }
}
