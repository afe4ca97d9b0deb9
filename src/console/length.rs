//! 所要時間: how long a visit takes where the staff give it more or less time than the menu.

use crate::clinic::Menu;
use crate::slots::Slot;

/// The lengths that are offered, in minutes, beside the menu's own.
const OFFERED: [u16; 10] = [5, 10, 15, 20, 30, 40, 45, 60, 90, 120];

/// The lengths that can be chosen for a visit of a menu that takes `now` minutes, in order.
pub fn lengths(menu: &Menu, now: u16) -> Vec<u16> {
    let mut all: Vec<u16> = OFFERED.into_iter().chain([menu.minutes, now]).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// How long a visit of a menu takes where nothing else is chosen. One of the same menu that was given more time keeps it.
pub fn usual(menu: &Menu, now: &Slot) -> u16 {
    if now.menu == menu.id { now.minutes } else { menu.minutes }
}

/// The length that was chosen; `usual` where none was, or none that can be.
pub fn chosen(menu: &Menu, usual: u16, typed: &str) -> u16 {
    let typed = typed.parse().ok().filter(|minutes| lengths(menu, usual).contains(minutes));
    typed.unwrap_or(usual)
}
