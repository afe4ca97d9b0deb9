//! A visit in one line, above what is about to become of it: when, for what, and with whom.

use super::unit;
use crate::lang;
use crate::reservation::Reservation;
use crate::slots::Slot;
use crate::ui::WholeParts;
use crate::web::Cx;
use maud::{Markup, html};

/// The visit as it is booked.
pub fn as_booked(cx: &Cx, visit: &Reservation) -> Markup {
    in_slot(cx, &visit.slot, visit.service.own_name().text(cx.lang))
}

/// A slot of a menu of that name.
pub fn in_slot(cx: &Cx, slot: &Slot, menu: &str) -> Markup {
    html! {
        (WholeParts(&lang::moment(cx.lang, slot.starts()))) " " (menu)
        @if let Some(unit) = unit::of_slot(cx, slot) { " " (unit) }
    }
}
