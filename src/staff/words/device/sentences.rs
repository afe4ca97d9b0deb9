//! What the pages of shared devices and PINs say, one field a sentence.

use crate::staff::pin::PinProblem;

/// What the pages of shared devices and PINs say.
pub struct SharedDeviceWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub none_help: &'static str,
    pub this_one: &'static str,
    pub used: fn(&str) -> String,
    pub locks_after: fn(i64) -> String,
    pub register: &'static str,
    pub register_help: &'static [&'static str],
    pub name: &'static str,
    pub name_hint: &'static str,
    pub minutes: &'static str,
    pub minutes_hint: &'static str,
    pub register_button: &'static str,
    pub revoke: &'static str,
    pub revoke_lead: fn(&str) -> String,
    pub revoke_help: &'static str,
    pub revoke_button: &'static str,
    pub back: &'static str,
    pub registered: &'static str,
    pub revoked: &'static str,
    pub lock: LockWords,
    pub pin: PinWords,
    pub name_missing: &'static str,
    pub minutes_wrong: &'static str,
    pub pin_problem: fn(PinProblem) -> &'static str,
}

/// The screen of a device that is locked.
pub struct LockWords {
    pub lead: &'static str,
    pub who: &'static str,
    pub pin: &'static str,
    pub button: &'static str,
    pub password: &'static str,
    pub who_missing: &'static str,
    pub pin_missing: &'static str,
    /// How many more may be wrong.
    pub pin_wrong: fn(u32) -> String,
    pub full: &'static str,
}

/// Setting a PIN.
pub struct PinWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub help: &'static [&'static str],
    pub field: &'static str,
    pub field_hint: &'static str,
    pub button: &'static str,
    pub later: &'static str,
}
