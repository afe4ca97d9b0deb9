//! What a file may say, and what its owner has probably not meant.

use crate::clinic::schedule::has_slots;
use crate::clinic::{Clinic, Menu};

/// What should be looked at again, each in a line.
pub fn warnings(clinic: &Clinic, menus: &[Menu]) -> Vec<String> {
    if menus.is_empty() {
        return vec!["there are no menus; nothing can be booked".to_owned()];
    }
    let idle = menus.iter().filter(|menu| !has_slots(clinic, menu));
    idle.map(|menu| format!("menu {} has no hours in which a visit fits; it cannot be booked", menu.id)).collect()
}
