//! 担当を変える: the visit as it is, and the other units with what they have at that time.

use super::as_booked::as_booked;
use super::moving::tell;
use super::unit::{self, Units};
use super::{objections, reason, sequence};
use crate::console::day_view::DayView;
use crate::console::form::{SEQUENCE, UNIT};
use crate::console::path;
use crate::console::reason_form::TypedReason;
use crate::console::words::desk as words;
use crate::reservation::Reservation;
use crate::reservation::desk::NotAtDesk;
use crate::slots::{self, Objection, Offer, UnitState};
use crate::ui::{FormField, Kind, Page, Problems, actions, button, field, form_input, link_button, overview};
use crate::web::Cx;
use maud::html;

/// The field of the form that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UnitField {
    /// 担当.
    Unit,
}

impl FormField for UnitField {
    fn name(self) -> &'static str {
        UNIT
    }
}

/// What stands in the form.
pub struct UnitForm {
    /// The name of the unit, where the form was sent.
    pub chosen: Option<String>,
    /// The reason as typed.
    pub typed: TypedReason,
    /// Whether the patient is told.
    pub tell: bool,
    /// Whether none was chosen that the visit can have.
    pub is_missing: bool,
}

/// A visit that gets another unit.
pub struct UnitView<'a> {
    /// The visit as it is.
    pub visit: &'a Reservation,
    /// Its menu.
    pub offer: Offer<'a>,
    /// The other units of the menu at that time.
    pub units: Units<'a>,
    /// What stands against the one that was chosen.
    pub objections: &'a [Objection],
    /// The form.
    pub form: &'a UnitForm,
}

/// The page. It proposes the first unit that is free.
pub fn show(cx: &Cx, view: &UnitView<'_>) -> Page {
    let words = words::of(cx.lang);
    let UnitView { visit, offer, units, form, .. } = view;
    let label = slots::words::unit_label(cx.lang, offer.clinic, offer.menu.pool.as_ref());
    let labels: Vec<String> = units.iter().map(|(unit, state)| unit::with_state(cx, unit, *state)).collect();
    let options: Vec<(&str, &str)> =
        units.iter().zip(&labels).map(|((unit, _), label)| (unit.as_str(), label.as_str())).collect();
    let free = units.iter().find(|(_, state)| *state == UnitState::Free);
    // Of one alone, whatever stands against it is said at once.
    let only = units.first().filter(|_| units.len() == 1);
    let proposed = free.or(only).map_or("", |(unit, _)| unit.as_str());
    let wrong = match form.is_missing {
        true => Problems::one(UnitField::Unit, (words.change.why)(&NotAtDesk::NoUnit).to_owned()),
        false => Problems::default(),
    };
    let back = DayView::of(cx).of_visit(path::VISIT, &visit.clinic, visit.id);
    // Nobody is told of a unit who had not asked for one, nor who is there already.
    let is_news = visit.is_expected() && visit.slot.asked_unit().is_some();
    Page::new(
        (words.unit.change)(label),
        html! {
            (overview(&[(words.change.from.to_owned(), as_booked(cx, visit))]))
            (form_input(&DayView::of(cx).of_visit(path::VISIT_UNIT, &visit.clinic, visit.id), &cx.csrf(), html! {
                input type="hidden" name=(SEQUENCE) value=(sequence(cx, visit));
                (field::radios(UNIT, label, &options).value(form.chosen.as_deref().unwrap_or(proposed)).problem(wrong.beside(UnitField::Unit))
                    .without_badge().render(cx.lang))
                (objections::show(cx, *offer, view.objections, &form.typed, None, false))
                @if is_news { (tell(cx, visit, form.tell)) }
                (actions(html! { (button(words.unit.change_button)) (link_button(words.change.stay, &back, Kind::Secondary)) }))
            }))
        },
    )
    .lead(visit.attendee.person.name_with_kana())
    .with_input()
    .problems(html! { (wrong.summary(cx.lang)) (reason::summary(cx, &form.typed)) })
}
