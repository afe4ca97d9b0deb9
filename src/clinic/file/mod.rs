//! The clinic's file: a clinic with its menus as TOML that its owner writes and reads.
//!
//! Reading collects every problem with its line; a file with one gives nothing. Writing has one form for every value, so
//! that a file in that form comes back byte for byte. `fixtures/sakura.toml` describes every key. Where a file lies and
//! what becomes of the clinic is not known here.

mod booking;
mod clinic;
mod closed;
mod difference;
mod hours;
mod menu;
mod problem;
mod rule;
mod section;
mod value;
mod warning;
mod write;

pub use difference::difference;
pub use problem::Problem;
pub use warning::warnings;
pub use write::write;

use super::store::MOST_MENUS;
use super::{Clinic, Menu};
use problem::Findings;
use section::Section;
use toml::de::DeTable;

/// The most bytes of a file. The largest clinic takes less.
const LONGEST: usize = 4 << 20;

/// Reads a file.
///
/// # Errors
/// Everything that is wrong with it, in the order of the lines.
pub fn read(text: &str) -> Result<(Clinic, Vec<Menu>), Vec<Problem>> {
    if text.len() > LONGEST {
        return Err(vec![Problem::new(1, "", "is too long for the file of a clinic")]);
    }
    let findings = Findings::of(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        findings.syntax(error.span().map_or(0, |span| span.start), error.message());
    }
    let root = Section::root(&findings, table.get_ref());
    let clinic = clinic::read(&root);
    let menus = menus(&root, clinic.as_ref());
    root.close();
    let problems = findings.sorted();
    match clinic {
        Some(clinic) if problems.is_empty() => Ok((clinic, menus)),
        _ => Err(problems),
    }
}

fn menus(root: &Section<'_>, clinic: Option<&Clinic>) -> Vec<Menu> {
    let sections = root.sections("menu", MOST_MENUS);
    let mut menus: Vec<Menu> = Vec::new();
    for (order, section) in (0..).zip(sections) {
        let Some(menu) = menu::read(&section, order) else {
            section.close();
            continue;
        };
        if menus.iter().any(|other| other.id == menu.id) {
            section.problem("id", "is the id of an earlier menu; give each its own");
        }
        let pools = clinic.map(|clinic| clinic.pools.as_slice());
        let unknown = |pool| pools.is_some_and(|pools| pools.iter().all(|known| known.id != pool));
        if menu.pool.clone().is_some_and(unknown) {
            section.problem("pool", "names no [[pool]] of this file");
        }
        section.close();
        menus.push(menu);
    }
    menus
}
