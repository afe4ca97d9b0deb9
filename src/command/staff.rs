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
use crate::staff::support::{self, MemberChange};
use crate::staff::{self, Role, Staff, path};
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
    /// Print a link by which somebody becomes an operator, who sees how the service is and no patient
    InviteOperator {
        /// The mail address with which they sign in
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
    },
    /// List everybody with their clinics and roles
    List,
    /// Print a link to a new password and a new second factor
    Reset {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
    },
    /// Withdraw an invitation
    Withdraw {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
        /// The id of the clinic
        #[arg(value_parser = clinic_id)]
        clinic: ClinicId,
    },
    /// Give somebody of a clinic another role there
    Role {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
        /// The id of the clinic
        #[arg(value_parser = clinic_id)]
        clinic: ClinicId,
        /// What they may do: owner, reception or doctor
        #[arg(value_parser = role)]
        role: Role,
    },
    /// Let somebody open clinics, or with --no not any more
    Opener {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
        /// Take it back
        #[arg(long)]
        no: bool,
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
    /// Have somebody be an operator no more
    RemoveOperator {
        /// The mail address
        #[arg(value_parser = mail_address)]
        address: EmailAddress,
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
    let opens = token.clone();
    let invited = store.write_blocking(now, move |tx| match clinics::find(tx, &id)? {
        Some(_) => support::invite(tx, &opens, address.clone(), &id, role).map(Some),
        None => Ok(None),
    });
    match found(invited, clinic) {
        Ok(ends) => Output::done(written(base_url, &token, ends)),
        Err(outcome) => outcome,
    }
}

/// Invites somebody to be an operator and prints the link.
pub fn invite_operator(store: &Store, base_url: &BaseUrl, now: Moment, address: EmailAddress) -> Output {
    let token = Token::mint();
    let opens = token.clone();
    match store.write_blocking(now, move |tx| support::invite_operator(tx, &opens, address.clone())) {
        Ok(ends) => Output::done(written(base_url, &token, ends)),
        Err(error) => Output::failed(error.to_string()),
    }
}

/// Prints the link by which somebody chooses a new password and a new second factor.
pub fn reset(store: &Store, base_url: &BaseUrl, now: Moment, address: &EmailAddress) -> Output {
    let (token, whose) = (Token::mint(), address.clone());
    let opens = token.clone();
    match store.write_blocking(now, move |tx| support::reset(tx, &opens, &whose)) {
        Ok(Some(ends)) => Output::done(written(base_url, &token, ends)),
        Ok(None) => unknown(address),
        Err(error) => Output::failed(error.to_string()),
    }
}

fn written(base_url: &BaseUrl, token: &Token, ends: Moment) -> String {
    format!("{}\nworks once, until {}\n", base_url.url(&path::of_invitation(token)), moment(Lang::En, ends))
}

/// Withdraws the invitation of an address.
pub fn withdraw(store: &Store, now: Moment, address: &EmailAddress, clinic: &ClinicId) -> Output {
    let (whose, at) = (address.clone(), clinic.clone());
    match store.write_blocking(now, move |tx| support::withdraw(tx, &whose, &at)) {
        Ok(true) => Output::done(format!("the invitation of {} to {clinic} is withdrawn\n", address.as_str())),
        Ok(false) => Output::failed(format!("{clinic} has no invitation for the address {}", address.as_str())),
        Err(error) => Output::failed(error.to_string()),
    }
}

/// Gives somebody of a clinic another role there.
pub fn set_role(store: &Store, now: Moment, address: &EmailAddress, clinic: &ClinicId, role: Role) -> Output {
    let (whose, at) = (address.clone(), clinic.clone());
    let changed = store.write_blocking(now, move |tx| support::set_role(tx, &whose, &at, role));
    told(changed, address, clinic, format!("{} is {} of {clinic}\n", address.as_str(), role.value()))
}

/// Lets somebody open clinics, or not any more.
pub fn set_opens_clinics(store: &Store, now: Moment, address: &EmailAddress, opens_clinics: bool) -> Output {
    let whose = address.clone();
    match store.write_blocking(now, move |tx| support::set_opens_clinics(tx, &whose, opens_clinics)) {
        Ok(true) if opens_clinics => Output::done(format!("{} can open clinics\n", address.as_str())),
        Ok(true) => Output::done(format!("{} cannot open clinics any more\n", address.as_str())),
        Ok(false) => unknown(address),
        Err(error) => Output::failed(error.to_string()),
    }
}

/// Takes somebody's role at a clinic away.
pub fn remove(store: &Store, now: Moment, address: &EmailAddress, clinic: &ClinicId) -> Output {
    let (whose, at) = (address.clone(), clinic.clone());
    let removed = store.write_blocking(now, move |tx| support::remove(tx, &whose, &at));
    told(removed, address, clinic, format!("{} does not work at {clinic} any more\n", address.as_str()))
}

/// What became of a change to somebody of a clinic; `done` when it was done.
fn told(changed: store::Result<MemberChange>, address: &EmailAddress, clinic: &ClinicId, done: String) -> Output {
    match changed {
        Ok(MemberChange::Done) => Output::done(done),
        Ok(MemberChange::Nobody) => Output::failed(format!(
            "nobody of the staff of {clinic} has the address {}; see mypage staff list",
            address.as_str()
        )),
        Ok(MemberChange::LastOwner) => Output::failed(format!(
            "{} is the last owner of {clinic}; invite another one first, with mypage staff invite ADDRESS {clinic} owner",
            address.as_str()
        )),
        Err(error) => Output::failed(error.to_string()),
    }
}

/// Takes it away that somebody is an operator.
pub fn remove_operator(store: &Store, now: Moment, address: &EmailAddress) -> Output {
    let whose = address.clone();
    match store.write_blocking(now, move |tx| support::remove_operator(tx, &whose)) {
        Ok(true) => Output::done(format!("{} is no operator any more\n", address.as_str())),
        Ok(false) => Output::failed(format!(
            "nobody of the staff who is an operator has the address {}; see mypage staff list",
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
    let operator = staff.operator.then(|| "operator".to_owned());
    let roles = clinics.iter().map(|(clinic, role)| format!("{clinic} {}", role.value())).chain(operator);
    let roles: Vec<String> = roles.collect();
    let state = match (staff.disabled.is_some(), staff.opens_clinics) {
        (true, _) => "  disabled",
        (false, true) => "  opens clinics",
        (false, false) => "",
    };
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
