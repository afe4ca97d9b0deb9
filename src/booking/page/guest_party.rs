//! まとめて予約する for a guest: how many people come, for what, and one after another or at the same time.

use super::party::{nothing, options, orders};
use super::{or_call, place, steps};
use crate::account;
use crate::booking::guest_party_form::{GuestPartyField, GuestPartyForm, GuestPartyProblems};
use crate::booking::party::{MOST, VisitOrder};
use crate::booking::{path, words};
use crate::clinic::{Clinic, Menu};
use crate::ui::field::{radios, radios_with_notes, select};
use crate::ui::{FormField, Page, action_bar, button, fold, form_input};
use crate::web::Cx;
use maud::html;

/// The form, with these menus.
pub fn show(cx: &Cx, clinic: &Clinic, menus: &[&Menu], form: &GuestPartyForm, wrong: &GuestPartyProblems) -> Page {
    if menus.is_empty() {
        return nothing(cx, clinic, false);
    }
    let words = &words::of(cx.lang).party;
    let wrong = wrong.sentences(|_, problem| (words.guest_problem)(*problem).to_owned());
    let menus = options(cx, menus);
    let menus: Vec<(&str, &str)> = menus.iter().map(|(value, label)| (value.as_str(), label.as_str())).collect();
    let counts: Vec<(String, String)> = (2..=MOST).map(|many| (many.to_string(), (words.people)(many))).collect();
    let counts: Vec<(&str, &str)> = counts.iter().map(|(value, label)| (value.as_str(), label.as_str())).collect();
    let own_menus = html! {
        @for (at, own) in form.own_menus.iter().enumerate() {
            @let field = GuestPartyField::MenuOf(at);
            (select(field.name(), &(words.menu_of_nth)(1 + at), &menus).value(own).problem(wrong.beside(field)).render(cx.lang))
        }
    };
    let differ = form.own_menus.iter().any(|own| !own.is_empty());
    let here = path::party(&clinic.id);
    let body = html! {
        (place(cx.lang, clinic))
        p .quiet {
            (words.sign_in_hint) " "
            a href=(account::path::sign_in_then(&here)) { (words::of(cx.lang).menus.sign_in) }
        }
        (form_input(&here, &cx.csrf(), html! {
            (radios(GuestPartyField::People.name(), words.how_many, &counts).value(&form.people).required(true)
                .problem(wrong.beside(GuestPartyField::People)).render(cx.lang))
            (select(GuestPartyField::Menu.name(), words.menu, &menus).value(&form.menu).required(true)
                .problem(wrong.beside(GuestPartyField::Menu)).render(cx.lang))
            (fold(words.menus_differ, differ, own_menus))
            (radios_with_notes(GuestPartyField::Order.name(), words.order, orders(cx, clinic))
                .value(if form.order.is_empty() { VisitOrder::InTurn.value() } else { &form.order }).required(true)
                .problem(wrong.beside(GuestPartyField::Order)).render(cx.lang))
            (action_bar(button(words.to_slots)))
        }))
        (or_call(cx, clinic))
    };
    Page::new(words.title, body)
        .with_input()
        .lead(words.guest_lead)
        .steps(steps(cx, false, 0))
        .back(words::of(cx.lang).calendar.back, path::menus(&clinic.id, None))
        .problems(wrong.summary(cx.lang))
}
