//! The clinic's file: a clinic with its menus as TOML that its owner writes and reads.
//!
//! A file with a problem gives no clinic. Writing has one form for every value, so that a file in that form comes back
//! byte for byte. `fixtures/sakura.toml` describes every key.

mod booking;
mod clinic;
mod closed;
mod difference;
mod english;
mod hours;
mod menu;
mod pool;
mod rule;
mod value;
mod warning;
mod write;

pub use closed::{REASON as LONGEST_REASON, REASON_IN_ENGLISH as LONGEST_REASON_IN_ENGLISH, RULES as MOST_CLOSURES};
pub use difference::difference;
pub use value::weekday_name;
pub use warning::warnings;
pub use write::write;

use super::rows::MOST_MENUS;
use super::{Clinic, Menu, Pool};
use crate::toml::{self, FileProblem, Section};

/// Reads a file.
///
/// # Errors
/// Everything that is wrong with it, in the order of the lines.
pub fn read(content: &str) -> Result<(Clinic, Vec<Menu>), Vec<FileProblem>> {
    toml::read(content, |root| {
        let clinic = clinic::read(root);
        let menus = menus(root, clinic.as_ref());
        Some((clinic?, menus))
    })
}

fn menus(root: &Section<'_>, clinic: Option<&Clinic>) -> Vec<Menu> {
    let mut menus: Vec<Menu> = Vec::new();
    for (order, section) in (0..).zip(root.sections("menu", MOST_MENUS)) {
        let Some(menu) = menu::read(&section, order) else { continue };
        if menus.iter().any(|other| other.id == menu.id) {
            section.problem("id", "is the id of an earlier menu; give each its own");
        }
        let pools = clinic.map(|clinic| clinic.pools.as_slice());
        let unknown = |pool| pools.is_some_and(|pools| pools.iter().all(|known| known.id != pool));
        if menu.pool.clone().is_some_and(unknown) {
            section.problem("pool", "names no [[pool]] of this file");
        }
        let is_choice =
            |pools: &[Pool]| pools.iter().any(|of| menu.pool.as_ref() == Some(&of.id) && !of.units.is_empty());
        if menu.choose_unit && pools.is_some_and(|pools| !is_choice(pools)) {
            section.problem("choose_unit", "needs a pool with units");
        }
        menus.push(menu);
    }
    menus
}
