//! Whether who asks may book a menu anew for somebody at all, whatever is free: for one person as for several.

use super::reason::Reason;
use crate::account::BookingRight;
use crate::clinic::Menu;

/// What stands against booking a menu anew, whatever the time, because of what those who ask are to the person.
pub fn against(menu: &Menu, right: BookingRight) -> Option<Reason> {
    match right {
        BookingRight::Unasked | BookingRight::Own => None,
        _ if menu.self_only => Some(Reason::SelfOnly),
        BookingRight::Guest | BookingRight::Relative => None,
        BookingRight::Consent => Some(Reason::Consent),
        BookingRight::OwnWord => Some(Reason::OwnWord),
    }
}
