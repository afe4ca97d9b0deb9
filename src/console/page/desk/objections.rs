//! What stands against a visit, line by line, and the fields for the reason to go on.

use super::reason;
use crate::console::desk_form::DeskField;
use crate::console::reason_form::{PRESETS, TypedReason};
use crate::console::words::desk as words;
use crate::reservation::desk::Insistence;
use crate::slots::{Objection, Offer};
use crate::ui::{FormField, Tone, alert, alert_first};
use crate::web::Cx;
use maud::{Markup, html};

/// The lines, with the fields for a reason where one is needed. `first` says who took the last place, if somebody was faster. Below a
/// long form, who `has_pressed` and is asked for a reason begins there.
pub fn show(
    cx: &Cx,
    offer: Offer<'_>,
    objections: &[Objection],
    typed: &TypedReason,
    first: Option<&str>,
    has_pressed: bool,
) -> Markup {
    let words = &words::of(cx.lang).objections;
    if objections.is_empty() {
        return html! {};
    }
    let needs_reason = objections.iter().any(Objection::needs_reason);
    let seen: Vec<String> = objections.iter().map(Insistence::mark).collect();
    let presets: Vec<(&str, &str)> = PRESETS.into_iter().zip(words.presets).collect();
    let tone = if needs_reason { Tone::Warning } else { Tone::Info };
    let lines = html! {
        strong { (words.title) }
        @if let Some(first) = first { p { (first) } }
        ul .objections { @for one in objections { li { ((words.of)(one, &menu_name(cx, offer, one))) } } }
    };
    html! {
        @if needs_reason && has_pressed { (alert_first(tone, lines)) } @else { (alert(tone, lines)) }
        input type="hidden" name=(DeskField::Seen.name()) value=(seen.join(" "));
        @if needs_reason {
            (reason::fields(cx, words.reason, &presets, false, typed))
        }
    }
}

/// The name of the menu of another visit that an objection speaks of.
fn menu_name(cx: &Cx, offer: Offer<'_>, of: &Objection) -> String {
    let Objection::SameDay { menu, .. } = of else { return String::new() };
    let found = offer.menus.iter().find(|known| known.id == *menu);
    found.map_or_else(String::new, |menu| menu.own_name().text(cx.lang).to_owned())
}
