//! What the pages of shared devices and PINs say in English.

use super::sentences::{LockWords, PinWords, SharedDeviceWords};
use crate::staff::pin::PinProblem;

pub const WORDS: SharedDeviceWords = SharedDeviceWords {
    title: "Shared devices",
    lead: "Register a device that several people use, such as the tablet at the desk.",
    none: "No device is registered",
    none_help: "Open this page on the device that you want to register.",
    this_one: "this device",
    used: |at| format!("Last used {at}"),
    locks_after: |minutes| format!("Locks after {minutes} min"),
    register: "Register this device",
    register_help: &[
        "On a registered device, whoever has signed in with password and code comes back with a PIN of six digits for 12 hours.",
        "The screen locks when nobody uses it for a while. The registration ends after 90 days without use.",
    ],
    name: "Name of the device",
    name_hint: "Example: Tablet at the desk",
    minutes: "Lock after (minutes)",
    minutes_hint: "From 1 to 15.",
    register_button: "Register",
    revoke: "Revoke a device",
    revoke_lead: |name| format!("Nobody can come back with a PIN on \"{name}\" any more."),
    revoke_help: "Whoever is signed in on it is signed out at once. Revoke a device here when it is lost.",
    revoke_button: "Revoke",
    back: "Back to shared devices",
    registered: "This device is registered.",
    revoked: "The device has been revoked.",
    lock: LockWords {
        lead: "The screen is locked.",
        who: "Your name",
        pin: "PIN (6 digits)",
        button: "Unlock",
        password: "Somebody else, or no PIN: sign in with a password",
        who_missing: "Choose your name",
        pin_missing: "Enter your PIN",
        pin_wrong: |left| format!("The PIN is wrong. Tries left before password and code are needed: {left}"),
        full: "The PIN is not enough. Sign in with your password and a code.",
    },
    pin: PinWords {
        title: "Set your PIN",
        lead: "Choose six digits of your own that unlock this device.",
        help: &[
            "They do not replace your password. They work on registered devices, for 12 hours after you have signed in there.",
        ],
        field: "New PIN (6 digits)",
        field_hint: "Digits such as 000000 or 123456 are not accepted.",
        button: "Set the PIN",
        later: "Not now",
    },
    name_missing: "Enter a name of up to 40 characters",
    minutes_wrong: "Enter a number from 1 to 15",
    pin_problem,
};

const fn pin_problem(problem: PinProblem) -> &'static str {
    match problem {
        PinProblem::NotSixDigits => "Enter six digits",
        PinProblem::Trivial => "These digits are easy to guess. Choose others",
    }
}
