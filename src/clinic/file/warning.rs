//! Warnings about a file that is correct, but probably not what its owner meant.

use crate::clinic::schedule::has_slots;
use crate::clinic::{Clinic, Colour, Menu, Scheme};

/// What the owner should check, a line each.
pub fn warnings(clinic: &Clinic, menus: &[Menu]) -> Vec<String> {
    let faint = clinic.colour.into_iter().flat_map(faint);
    if menus.is_empty() {
        return faint.chain(["there are no menus; nothing can be booked".to_owned()]).collect();
    }
    let idle = menus.iter().filter(|menu| !has_slots(clinic, menu));
    let idle = idle.map(|menu| format!("menu {} has no hours in which a visit fits; it cannot be booked", menu.id));
    let without_rule = |menu: &&Menu| menu.series.is_some() && menus.iter().all(|other| menu.interval_to(other) == 0);
    let without_rule = menus.iter().filter(without_rule);
    let without_rule = without_rule.map(|menu| {
        format!("menu {} is in a series in which no menu has minimum_interval_days; nothing follows", menu.id)
    });
    faint.chain(idle).chain(without_rule).collect()
}

/// In which schemes a colour cannot be seen.
fn faint(colour: Colour) -> impl Iterator<Item = String> {
    let faint = Scheme::ALL.into_iter().filter(move |scheme| !colour.is_seen_in(*scheme));
    faint.map(move |scheme| {
        let (scheme, other) = match scheme {
            Scheme::Light => ("light", "a darker"),
            Scheme::Dark => ("dark", "a lighter"),
        };
        format!("clinic.colour {colour} is hardly seen on {scheme} screens; ours is shown there, or choose {other} one")
    })
}
