//! What is under way until somebody is signed in: an invitation, a second factor that is set up, a password without its code.

use super::authenticator::Authenticator;
use super::model::Staff;
use super::role::Role;
use crate::clinic::ClinicId;
use crate::mail::EmailAddress;
use crate::secret::TokenHash;
use crate::work::StaffId;
use serde::{Deserialize, Serialize};

/// What an invitation is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvitationPurpose {
    /// Working at a clinic in a role.
    Role(ClinicId, Role),
    /// Being an operator of the installation, which is no role at a clinic.
    Operator,
    /// A new password and a new second factor for somebody who is one of the staff already.
    Reset(StaffId),
}

impl InvitationPurpose {
    /// For how many days an invitation counts. A reset stands in the place of both factors.
    pub const fn days(&self) -> i64 {
        match self {
            Self::Role(..) | Self::Operator => 7,
            Self::Reset(_) => 1,
        }
    }
}

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffInvitation {
    /// The address that signs in.
    pub address: EmailAddress,
    /// What it is for.
    pub purpose: InvitationPurpose,
    /// The name by which they were invited; empty where nobody gave one.
    #[serde(default)]
    pub name: String,
    /// Who of the staff made it; nobody where it was made at the machine that serves.
    #[serde(default)]
    pub by: Option<StaffId>,
    /// The clinic at which its link was printed, if it was: whoever holds the sheet can use it.
    #[serde(default)]
    pub printed_at: Option<ClinicId>,
    /// The epoch of who had the address when it was made, if anybody had. A new way in or a closed sign-in raises the epoch, which
    /// ends the invitation.
    pub(super) epoch: Option<u32>,
}

/// What lets somebody make a sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EnrolmentOrigin {
    /// An invitation, by the hash of its token.
    Invitation(TokenHash),
    /// The first start: the first owner, with this address.
    FirstStart(EmailAddress),
}

/// A sign-in that is being made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// What lets them make it.
    pub origin: EnrolmentOrigin,
    /// The name that was typed.
    pub name: String,
    /// The password's hash.
    pub password: String,
    /// The second factor to be.
    pub authenticator: Authenticator,
}

/// Somebody who has given the right password and has still to give a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfSignedIn {
    /// Who it is.
    pub staff: StaffId,
    /// The password that was right: another one ends it.
    password: TokenHash,
}

impl HalfSignedIn {
    pub(super) fn of(staff: &Staff) -> Self {
        Self { staff: staff.id, password: TokenHash::of_text(&staff.password) }
    }
}
