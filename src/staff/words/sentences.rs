//! What the staff's own pages say, one field a sentence.

use crate::staff::form::StaffProblem;
use crate::staff::role::Role;

/// What the staff's own pages say.
pub struct StaffWords {
    pub form: StaffFormWords,
    pub sign_in: StaffSignInWords,
    pub code: CodeWords,
    pub again: AgainWords,
    pub setup: SetupWords,
    pub invitation: StaffInvitationWords,
    pub authenticator: AuthenticatorWords,
    pub recovery: RecoveryWords,
    pub demo: DemoStaffWords,
    pub role: fn(Role) -> &'static str,
    pub problem: fn(StaffProblem) -> String,
}

/// The fields of forms.
pub struct StaffFormWords {
    pub email: &'static str,
    pub password: &'static str,
    pub password_rule: &'static str,
    pub name: &'static str,
    pub name_hint: &'static str,
}

/// Signing in: the password.
pub struct StaffSignInWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: &'static str,
    pub signed_in_as: &'static str,
    pub signed_out: &'static str,
    /// Whom to ask who cannot sign in.
    pub help: &'static str,
}

/// Signing in: the code.
pub struct CodeWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub label: &'static str,
    pub back: &'static str,
    pub recovery: &'static str,
    pub recovery_lead: &'static str,
    pub use_recovery: &'static str,
    pub lost: &'static str,
    pub lost_help: &'static [&'static str],
}

/// Password and code once more.
pub struct AgainWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: &'static str,
}

/// The first start.
pub struct SetupWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub where_it_is: &'static [&'static str],
    pub code: &'static str,
    pub go_on: &'static str,
    pub owner: &'static str,
    pub owner_lead: &'static str,
    pub email_hint: &'static str,
}

/// An invitation.
pub struct StaffInvitationWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub steps: [&'static str; 3],
    pub clinic: &'static str,
    pub role: &'static str,
    /// In the place of a role.
    pub operator: &'static str,
    pub go_on: &'static str,
    pub accept: &'static str,
    pub accept_operator: &'static str,
    pub sign_in_first: &'static str,
    pub dead: &'static str,
    pub dead_help: &'static [&'static str],
}

/// Setting up the second factor.
pub struct AuthenticatorWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub steps: [&'static str; 3],
    pub qr: &'static str,
    pub on_this_device: &'static str,
    pub by_hand: &'static str,
    pub by_hand_help: &'static str,
    pub button: &'static str,
    pub back: &'static str,
}

/// The recovery codes.
pub struct RecoveryWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub help: &'static [&'static str],
    pub noted: &'static str,
}

/// What a demonstration adds.
pub struct DemoStaffWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: fn(&str) -> String,
    pub codes: &'static str,
    pub codes_lead: &'static str,
    pub codes_link: &'static str,
}
