//! What the pages say on which owners look after the staff, one field a sentence.

use crate::staff::role::Role;

/// What the pages say on which owners look after the staff.
pub struct MembersWords {
    pub title: &'static str,
    pub invite: &'static str,
    pub members: &'static str,
    pub pending: &'static str,
    pub back: &'static str,
    pub you: &'static str,
    pub active: &'static str,
    pub suspended: &'static str,
    pub closed: &'static str,
    pub invited_until: fn(&str) -> String,
    pub state: &'static str,
    pub last_sign_in: &'static str,
    pub never: &'static str,
    pub last_sign_in_at: fn(&str) -> String,
    /// What was done, by the word in the address.
    pub done: fn(&str) -> Option<&'static str>,
    pub invitation: InviteWords,
    pub member: MemberWords,
    pub sheet: SheetWords,
    pub role_note: fn(Role) -> &'static str,
}

/// Inviting somebody, and an invitation that waits.
pub struct InviteWords {
    pub lead: &'static str,
    pub email_hint: &'static str,
    pub role: &'static str,
    pub way: &'static str,
    pub mail: &'static str,
    pub mail_note: &'static str,
    pub sheet: &'static str,
    pub sheet_note: &'static str,
    pub button: &'static str,
    pub waiting: &'static str,
    pub ends: &'static str,
    pub by: &'static str,
    pub withdraw: &'static str,
    pub withdraw_help: &'static str,
}

/// Somebody of a clinic.
pub struct MemberWords {
    pub back: fn(&str) -> String,
    pub change_role: &'static str,
    pub more: &'static str,
    pub suspend: &'static str,
    pub suspend_lead: fn(&str) -> String,
    pub suspend_help: &'static [&'static str],
    pub suspend_button: &'static str,
    pub resume: &'static str,
    pub resume_lead: fn(&str) -> String,
    pub resume_button: &'static str,
    pub reset: &'static str,
    pub reset_lead: fn(&str) -> String,
    pub reset_help: &'static [&'static str],
    pub reset_mail_only: &'static str,
    pub reset_closed: &'static str,
    pub reset_button: &'static str,
    pub remove: &'static str,
    pub remove_lead: fn(&str) -> String,
    pub remove_help: &'static [&'static str],
    pub remove_button: &'static str,
    pub last_owner: &'static str,
    pub last_owner_help: &'static [&'static str],
}

/// The sheet with a link, which is shown once.
pub struct SheetWords {
    pub title: fn(&str) -> String,
    pub once: &'static str,
    pub scan: &'static str,
    pub type_in: &'static str,
    pub works_once: fn(&str) -> String,
    pub qr: &'static str,
}
