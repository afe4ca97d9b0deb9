//! 担当: the field by which the staff choose a unit, and how a line tells the unit that a visit has.

use crate::clinic::UnitName;
use crate::console::form::UNIT;
use crate::console::words::desk as words;
use crate::slots::{self, Offer, Slot, UnitState};
use crate::ui::field;
use crate::web::Cx;
use maud::{Markup, html};

/// The units of a menu at a time, and what becomes of each.
pub type Units<'a> = Vec<(&'a UnitName, UnitState)>;

/// The field; nothing where the menu has no units. It proposes `chosen`, or else the first that is free.
pub fn choice(cx: &Cx, offer: Offer<'_>, units: &Units<'_>, chosen: &str) -> Markup {
    if units.is_empty() {
        return html! {};
    }
    let words = &words::of(cx.lang).unit;
    let first = units.iter().find(|(_, state)| *state == UnitState::Free).map(|(unit, _)| unit.as_str());
    let labels: Vec<String> = units.iter().map(|(unit, state)| with_state(cx, unit, *state)).collect();
    let any = (words.any)(first);
    let named = units.iter().zip(&labels).map(|((unit, _), label)| (unit.as_str(), label.as_str()));
    let options: Vec<(&str, &str)> = std::iter::once(("", any.as_str())).chain(named).collect();
    let title = slots::words::unit_label(cx.lang, offer.clinic, offer.menu.pool.as_ref());
    field::select(UNIT, title, &options).value(chosen).decided().without_badge().render(cx.lang)
}

/// A unit with what it has at a time.
pub fn with_state(cx: &Cx, unit: &UnitName, state: UnitState) -> String {
    let words = &words::of(cx.lang).unit;
    match state {
        UnitState::Free => unit.to_string(),
        UnitState::Taken => (words.taken)(unit.as_str()),
        UnitState::Away => (words.away)(unit.as_str()),
    }
}

/// The unit of a visit, with what says that it was asked for.
pub fn of_slot(cx: &Cx, slot: &Slot) -> Option<String> {
    let words = &words::of(cx.lang).unit;
    let unit = slot.unit_name()?;
    Some(match slot.asked_unit() {
        Some(_) => (words.asked)(unit.as_str()),
        None => unit.to_string(),
    })
}
