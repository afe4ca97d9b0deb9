//! What the staff's own pages say in English.

use super::device::{self, SharedDeviceWords};
use super::sentences::{
    AgainWords, AuthenticatorWords, CodeWords, DemoStaffWords, RecoveryWords, SetupWords, StaffFormWords,
    StaffInvitationWords, StaffSignInWords, StaffWords,
};
use crate::credential;
use crate::lang::Lang;
use crate::mail;
use crate::staff::form::StaffProblem;
use crate::staff::role::Role;
use crate::staff::setup::SetupRefused;

/// What is said of shared devices.
const DEVICE: &SharedDeviceWords = device::of(Lang::En);

pub const WORDS: StaffWords = StaffWords {
    form: StaffFormWords {
        email: "E-mail address",
        password: "Password",
        password_rule: "At least 13 characters. A few words in a row are easy to remember and hard to guess.",
        name: "Name",
        name_hint: "Your colleagues see it. Example: Hana Sato",
    },
    sign_in: StaffSignInWords {
        title: "Staff sign-in",
        lead: "For people who work at the clinic.",
        button: "Sign in",
        signed_in_as: "Signed in as",
        signed_out: "You have signed out.",
        help: "If you have lost your password, ask an owner of the clinic.",
    },
    code: CodeWords {
        title: "Verification code",
        lead: "Enter the six digits that your authenticator app shows.",
        label: "Verification code",
        back: "Back to sign-in",
        recovery: "Recovery code",
        recovery_lead: "Enter one of your recovery codes. Each code works once.",
        use_recovery: "Enter a recovery code",
        lost: "If you don't have the app with you",
        lost_help: &[
            "You can sign in with one of your recovery codes.",
            "If you have none left, ask an owner of the clinic.",
        ],
    },
    again: AgainWords {
        title: "Please confirm that it is you",
        lead: "This is a sensitive change. Enter your password and a code again. What you have typed is kept.",
        button: "Confirm and go on",
    },
    setup: SetupWords {
        title: "First setup",
        lead: "For the clinic that starts to use this service.",
        where_it_is: &[
            "The setup code is on the screen where the service was started, and in the file \"setup\" of its data folder.",
        ],
        code: "Setup code (16 characters)",
        go_on: "Next",
        owner: "The first owner",
        owner_lead: "You make a sign-in for yourself as the clinic's owner. You can invite other staff later.",
        email_hint: "You sign in with it.",
    },
    invitation: StaffInvitationWords {
        title: "Join the staff",
        lead: "Choose your name and a password. Then you set up an authenticator app.",
        steps: ["Name and password", "Authenticator app", "Recovery codes"],
        clinic: "Clinic",
        role: "Role",
        operator: "Operator: looks after the service, sees no patient",
        go_on: "Set up the app",
        accept: "Join this clinic",
        accept_operator: "Become an operator",
        sign_in_first: "This e-mail address is registered already. Sign in to accept the invitation.",
        dead: "This invitation doesn't work",
        dead_help: &[
            "It has been used, or its 7 days are over. Please also check that the link is complete.",
            "If you have joined already, just sign in. If not, ask an owner of the clinic for a new invitation.",
        ],
    },
    authenticator: AuthenticatorWords {
        title: "Set up the authenticator app",
        lead: "To protect patients' data, you sign in with your password and with digits from an app.",
        steps: [
            "Install an authenticator app on your phone, such as Google Authenticator or Microsoft Authenticator.",
            "Choose \"Add\" in the app and scan the QR code below.",
            "Enter the six digits that the app shows.",
        ],
        qr: "QR code for the authenticator app",
        on_this_device: "Open in the authenticator app on this device",
        by_hand: "If you can't scan the QR code",
        by_hand_help: "Enter this key in the app (type: time-based).",
        button: "Check and join",
        back: "Back to name and e-mail address",
    },
    recovery: RecoveryWords {
        title: "Recovery codes",
        lead: "Use these if you lose the authenticator app. They are shown only now.",
        help: &[
            "Print them or write them down, and keep them where only you can get at them.",
            "Each code works once.",
        ],
        noted: "I have noted them: start",
    },
    demo: DemoStaffWords {
        title: "Demo staff",
        lead: "A button gives the password for you. Then you are asked for a code.",
        button: |name| format!("Sign in as {name}"),
        codes: "Demo codes",
        codes_lead: "In place of an authenticator app. The digits change every 30 seconds and work once.",
        codes_link: "See the demo codes",
    },
    role,
    problem,
};

const fn role(role: Role) -> &'static str {
    match role {
        Role::Owner => "Owner",
        Role::Reception => "Reception",
        Role::Doctor => "Doctor",
    }
}

fn problem(problem: StaffProblem) -> String {
    let sentence = match problem {
        StaffProblem::Address(problem) => return (mail::words::of(Lang::En).address)(problem).to_owned(),
        StaffProblem::DeviceName => DEVICE.name_missing,
        StaffProblem::LockMinutes => DEVICE.minutes_wrong,
        StaffProblem::WhoMissing => DEVICE.lock.who_missing,
        StaffProblem::PinMissing => DEVICE.lock.pin_missing,
        StaffProblem::PinWrong(left) => return (DEVICE.lock.pin_wrong)(left),
        StaffProblem::Pin(problem) => (DEVICE.pin_problem)(problem),
        StaffProblem::NewPassword(problem) => return (credential::words::of(Lang::En).broken)(problem),
        StaffProblem::SetupCode(SetupRefused::Wrong) => {
            "This is not the setup code. Look at the screen where the service was started"
        }
        StaffProblem::SetupCode(SetupRefused::Over) => {
            "This setup code has ended. Start the service again to get a new one"
        }
        StaffProblem::PasswordMissing => "Enter your password",
        StaffProblem::PasswordWrong => "The password is wrong",
        StaffProblem::SignInWrong => "The e-mail address or the password is wrong",
        StaffProblem::TooManySignIns => {
            "There were very many sign-ins within a short time, so new ones are refused for about an hour. Devices that are signed in stay so. To sign in now, ask another owner of the clinic for a link to a new sign-in. If there is no other owner, who runs this service can make one with the command “mypage staff reset”"
        }
        StaffProblem::Disabled => "This sign-in has been closed. Ask an owner of the clinic",
        StaffProblem::SetupCodeMissing => "Enter the setup code (16 characters)",
        StaffProblem::CodeMissing => "Enter the six digits from the authenticator app",
        StaffProblem::CodeWrong => {
            "The code is wrong. Enter the digits that the app shows now. If this happens again, check the clock of your phone"
        }
        StaffProblem::CodeUsed => "These digits have been used. Wait until the app shows new ones",
        StaffProblem::NameMissing => "Enter your name",
        StaffProblem::NameForbidden => "The name holds characters that cannot be shown. Type it again",
        StaffProblem::RoleMissing => "Choose a role",
        StaffProblem::WayMissing => "Choose how to hand over the link",
        StaffProblem::WorksHere => "Somebody with this e-mail address works at this clinic already",
        StaffProblem::LastOwner => "This is the only owner who can sign in. Make somebody else an owner first",
        StaffProblem::MailOnly => "This sign-in is used elsewhere as well. The link can only be mailed to the person",
        StaffProblem::NameTooLong => "Use up to 40 characters for the name",
    };
    sentence.to_owned()
}
