//! What the pages say in English on which owners look after the staff.

use super::sentences::{InviteWords, MemberWords, MembersWords, SheetWords};
use crate::staff::role::Role;

pub const WORDS: MembersWords = MembersWords {
    title: "Staff",
    invite: "Invite somebody",
    members: "Members",
    pending: "Invitations",
    back: "Back to staff",
    you: "you",
    active: "Active",
    suspended: "Suspended",
    closed: "Closed by the operator",
    invited_until: |until| format!("Invited, until {until}"),
    state: "State",
    last_sign_in: "Last sign-in",
    never: "Not yet",
    last_sign_in_at: |at| format!("Last sign-in {at}"),
    done,
    invitation: InviteWords {
        lead: "They choose a password and set up an authenticator app by the link.",
        email_hint: "They sign in with it.",
        role: "Role",
        way: "How to hand over the link",
        mail: "Send it by mail",
        mail_note: "It goes to the address that you have entered.",
        sheet: "Print it and hand it over",
        sheet_note: "It is shown once, on the next page.",
        button: "Invite",
        waiting: "This invitation has not been accepted yet.",
        ends: "Valid until",
        by: "Invited by",
        withdraw: "Withdraw the invitation",
        withdraw_help: "The link stops working at once.",
    },
    member: MemberWords {
        back: |name| format!("Back to {name}"),
        change_role: "Change the role",
        more: "More",
        suspend: "Suspend",
        suspend_lead: |name| format!("{name} can no longer open this clinic's appointment book."),
        suspend_help: &[
            "This takes effect at once, also on pages that are open. You can undo it later.",
            "Somebody who works at another clinic as well can go on there.",
        ],
        suspend_button: "Suspend",
        resume: "End the suspension",
        resume_lead: |name| format!("{name} can sign in again with the same password and authenticator app."),
        resume_button: "End the suspension",
        reset: "Set up a new sign-in",
        reset_lead: |name| format!("{name} gets a link to a new password and a new authenticator app."),
        reset_help: &[
            "For somebody who has lost the password, or both the app and the recovery codes. The link is valid for one day.",
            "Until then the present password and app still work.",
        ],
        reset_mail_only: "This sign-in is used elsewhere as well. The link can only be mailed to the person.",
        reset_closed: "This person is suspended. End the suspension first.",
        reset_button: "Make the link",
        remove: "Remove from the staff",
        remove_lead: |name| format!("{name} will no longer belong to the staff of this clinic."),
        remove_help: &[
            "This takes effect at once. The name stays in earlier records.",
            "You can invite them again at any time.",
        ],
        remove_button: "Remove",
        last_owner: "No owner would be left",
        last_owner_help: &[
            "This is the clinic's only owner who can sign in. A clinic needs an owner, so nothing was changed.",
            "Make somebody else an owner first, or invite a new one.",
        ],
    },
    sheet: SheetWords {
        title: |name| format!("Link for {name}"),
        once: "This page is shown only once. Print it, or have the code scanned now.",
        scan: "Scan this with your phone.",
        type_in: "If you can't scan it, type this address into a browser.",
        works_once: |until| format!("It works once, until {until}. Give it to nobody else."),
        qr: "QR code of the link",
    },
    role_note,
};

const fn role_note(role: Role) -> &'static str {
    match role {
        Role::Owner => "Everything, including staff and devices.",
        Role::Reception => "The appointment book and the desk, but neither staff nor devices.",
        Role::Doctor => "Sees the appointment book and sets how far a visit has come.",
    }
}

fn done(what: &str) -> Option<&'static str> {
    match what {
        "invited" => Some("The invitation has been mailed."),
        "withdrawn" => Some("The invitation has been withdrawn."),
        "role" => Some("The role has been changed."),
        "suspended" => Some("The sign-in has been suspended here."),
        "resumed" => Some("The suspension has ended."),
        "reset" => Some("The link has been mailed."),
        "removed" => Some("They have been removed from the staff."),
        _ => None,
    }
}
