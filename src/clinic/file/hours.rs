//! `[[hours]]` of the clinic and `hours` of a menu: bands of a day on some weekdays.

use super::value::{over_midnight, time, weekdays};
use crate::clinic::{Band, Opening};
use crate::toml::Section;

/// The most bands.
const BANDS: usize = 40;

/// Reads the hours of a clinic.
pub(super) fn read(root: &Section<'_>) -> Vec<Opening> {
    let opening = |section: Section<'_>| {
        let (band, last) = (band(&section), section.optional("last", time));
        let outside = |band: &Band| last.is_some_and(|last| !(band.from..band.until).contains(&last));
        if band.as_ref().is_some_and(outside) {
            section.problem("last", "must lie in the band: from its beginning, before its end");
        }
        Some(Opening { band: band?, last_reception: last })
    };
    root.sections("hours", BANDS).into_iter().filter_map(opening).collect()
}

/// Reads the hours of a menu; `None` where it has those of the clinic.
pub(super) fn of_menu(menu: &Section<'_>) -> Option<Vec<Band>> {
    menu.has("hours").then(|| menu.sections("hours", BANDS).iter().filter_map(band).collect())
}

fn band(section: &Section<'_>) -> Option<Band> {
    let days = section.required("days", weekdays);
    let (from, until) = (section.required("from", time), section.required("until", time));
    if let Some((from, until)) = from.zip(until).filter(|(from, until)| until <= from) {
        section.problem("until", &format!("must be after from{}", over_midnight(from, until)));
    }
    Some(Band { days: days?, from: from?, until: until? })
}
