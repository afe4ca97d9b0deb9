//! `mypage staff …`: who signs in to the console, invitations, and a way back in for somebody who has lost theirs.

use super::clinic::found;
use super::outcome::Output;
use super::value::{clinic_id, mail_address, role};
use crate::clinic::{ClinicId, rows as clinics};
use crate::clock::Moment;
use crate::config::BaseUrl;
use crate::lang::{Lang, moment};
use crate::mail::EmailAddress;
use crate::secret::Token;
use crate::staff::{self, InvitationPurpose, Role, Staff, path, support};
use crate::store::{self, Store};
use clap::Subcommand;
use serde::{Deserialize, Serialize};

/// A command on the staff.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum StaffCommand {
    /// Print a link by which somebody joins a clinic's staff
    Invite {
        /// The mail address with which they sign in
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
        /// The id of the clinic
        #[arg(value_parser = clinic_id)]
        clinic: ClinicId,
        /// What they may do: owner, reception or doctor
        #[arg(value_parser = role)]
        role: Role,
    },
    /// List everybody with their clinics and roles
    List,
    /// Print a link to a new password and a new second factor
    Reset {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
    },
    /// Take somebody's role at a clinic away
    Remove {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
        /// The id of the clinic
        #[arg(value_parser = clinic_id)]
        clinic: ClinicId,
    },
    /// Close a sign-in and end its sessions
    Disable {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
    },
    /// Open a closed sign-in again
    Enable {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
    },
}

/// The most people that are listed.
const MOST: usize = 10_000;

/// Invites somebody to a clinic and prints the link, which is handed over or mailed.
pub fn invite(
    store: &Store,
    base_url: &BaseUrl,
    now: Moment,
    address: EmailAddress,
    clinic: &ClinicId,
    role: Role,
) -> Output {
    let (token, id) = (Token::mint(), clinic.clone());
    let link = written(base_url, &token, now, &InvitationPurpose::Role(clinic.clone(), role));
    let invited = store.write_blocking(now, move |tx| match clinics::find(tx, &id)? {
        Some(_) => support::invite(tx, &token, address.clone(), &id, role).map(Some),
        None => Ok(None),
    });
    match found(invited, clinic) {
        Ok(()) => Output::done(link),
        Err(outcome) => outcome,
    }
}

/// Prints the link by which somebody chooses a new password and a new second factor.
pub fn reset(store: &Store, base_url: &BaseUrl, now: Moment, address: &EmailAddress) -> Output {
    let (token, whose) = (Token::mint(), address.clone());
    let opens = token.clone();
    match store.write_blocking(now, move |tx| support::reset(tx, &opens, &whose)) {
        Ok(Some(purpose)) => Output::done(written(base_url, &token, now, &purpose)),
        Ok(None) => unknown(address),
        Err(error) => Output::failed(error.to_string()),
    }
}

fn written(base_url: &BaseUrl, token: &Token, now: Moment, purpose: &InvitationPurpose) -> String {
    let ends = moment(Lang::En, now.plus_days(purpose.days()));
    format!("{}\nworks once, until {ends}\n", base_url.url(&path::of_invitation(token)))
}

/// Takes somebody's role at a clinic away.
pub fn remove(store: &Store, now: Moment, address: &EmailAddress, clinic: &ClinicId) -> Output {
    let (whose, at) = (address.clone(), clinic.clone());
    match store.write_blocking(now, move |tx| support::remove(tx, &whose, &at)) {
        Ok(true) => Output::done(format!("{} does not work at {clinic} any more\n", address.as_str())),
        Ok(false) => Output::failed(format!(
            "nobody of the staff of {clinic} has the address {}; see mypage staff list",
            address.as_str()
        )),
        Err(error) => Output::failed(error.to_string()),
    }
}

/// Lists everybody with their clinics.
pub fn list(store: &Store, now: Moment) -> Output {
    let read = store.read_blocking(now, |r| {
        let mut text = String::new();
        for staff in staff::rows::list(r, MOST)? {
            text.push_str(&line(&staff, &staff::rows::clinics(r, staff.id)?));
        }
        Ok(text)
    });
    match read {
        Ok(text) if text.is_empty() => {
            Output::done("no staff; invite somebody with mypage staff invite ADDRESS CLINIC owner\n")
        }
        Ok(text) => Output::done(text),
        Err(error) => Output::failed(error.to_string()),
    }
}

fn line(staff: &Staff, clinics: &[(ClinicId, Role)]) -> String {
    let roles: Vec<String> = clinics.iter().map(|(clinic, role)| format!("{clinic} {}", role.value())).collect();
    let state = if staff.disabled.is_some() { "  disabled" } else { "" };
    format!("{}  {}  {}{state}\n", staff.address.as_str(), staff.name, roles.join(", "))
}

/// Closes a sign-in, which ends its sessions, or opens it again.
pub fn set_disabled(store: &Store, now: Moment, address: &EmailAddress, disabled: bool) -> Output {
    let whose = address.clone();
    let set: store::Result<Option<Staff>> =
        store.write_blocking(now, move |tx| support::set_disabled(tx, &whose, disabled));
    match set {
        Ok(Some(staff)) if disabled => Output::done(format!("{} cannot sign in any more\n", staff.address.as_str())),
        Ok(Some(staff)) => Output::done(format!("{} can sign in\n", staff.address.as_str())),
        Ok(None) => unknown(address),
        Err(error) => Output::failed(error.to_string()),
    }
}

fn unknown(address: &EmailAddress) -> Output {
    Output::failed(format!("nobody of the staff has the address {}; see mypage staff list", address.as_str()))
}
