//! Who comes with a guardian: said on 確認, before anything is booked or moved.

use crate::clinic::{Clinic, Menu};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::person::{self, Person};
use crate::slots::words;

/// Below which age a guardian comes along, where somebody is younger when the visit starts.
pub fn rule(clinic: &Clinic, menu: &Menu, person: &Person, start: Moment) -> Option<u8> {
    let rule = menu.guardian_under(clinic);
    rule.filter(|years| !person::has_reached(person.birth_date, *years, start.jst_date()))
}

/// Each of these rules once, as a sentence.
pub fn said(lang: Lang, mut rules: Vec<u8>) -> Vec<String> {
    rules.sort_unstable();
    rules.dedup();
    rules.into_iter().map(|years| (words::of(lang).guardian)(years)).collect()
}
