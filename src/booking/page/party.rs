//! まとめて予約する: who of the account's people come together, for what, and one after another or at the same time.

use super::course::StayingVisit;
use super::member::adults_to_ask;
use super::{name_today, or_call, place, steps};
use crate::account::Member;
use crate::booking::party::VisitOrder;
use crate::booking::party_form::{PartyField, PartyForm, PartyProblems, menu_text};
use crate::booking::{path, words};
use crate::clinic::{Clinic, Menu, Visit};
use crate::family::path as family_path;
use crate::lang;
use crate::slots::words as slot_words;
use crate::ui::field::{Radio, checkbox, group, radios_with_notes, select};
use crate::ui::{Field, FormField, Page, action_bar, button, fold, form_input};
use crate::web::Cx;
use maud::{Markup, html};

/// What is asked.
pub struct PartyQuestion<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// The menus that several people can book.
    pub menus: &'a [&'a Menu],
    /// Everybody for whom the account books.
    pub members: &'a [Member],
}

/// The form.
pub fn show(cx: &Cx, asked: &PartyQuestion<'_>, form: &PartyForm, wrong: &PartyProblems) -> Page {
    let words = &words::of(cx.lang).party;
    let name = |at: usize| asked.members.get(at).map(|member| member.person.name.full());
    let wrong = wrong.sentences(|field, problem| {
        let sentence = (words.problem)(problem);
        match field {
            PartyField::Who(at) | PartyField::MenuOf(at) => match name(at) {
                Some(name) => (words.of_one)(&name, &sentence),
                None => sentence,
            },
            _ => sentence,
        }
    });
    let menus = options(cx, asked.menus);
    let menus: Vec<(&str, &str)> = menus.iter().map(|(value, label)| (value.as_str(), label.as_str())).collect();
    let own_menus = html! {
        @for (at, member) in asked.members.iter().enumerate() {
            @let field = PartyField::MenuOf(at);
            (select(field.name(), &(words.menu_of)(&member.person.name.full()), &menus)
                .value(form.line_of(member.id).or(form.lines.get(at)).map_or("", |line| &line.menu))
                .problem(wrong.beside(field)).render(cx.lang))
        }
    };
    let differ = form.lines.iter().any(|line| !line.menu.is_empty());
    let body = form_input(
        &path::party(&asked.clinic.id),
        &cx.csrf(),
        html! {
            (group(words.who, html! {
                @if let Some(problem) = wrong.beside(PartyField::People) { p .wrong { (problem) } }
                @for (at, member) in asked.members.iter().enumerate() { (person(cx, at, member, form).problem(wrong.beside(PartyField::Who(at))).render(cx.lang)) }
                p .add-relative { a href=(family_path::NEW) { (words.add) } }
            }))
            (consent(cx, asked.members, form, wrong.beside(PartyField::Consent)))
            (select(PartyField::Menu.name(), words.menu, &menus).value(&form.menu).required(true)
                .problem(wrong.beside(PartyField::Menu)).render(cx.lang))
            (fold(words.menus_differ, differ, own_menus))
            (radios_with_notes(PartyField::Order.name(), words.order, orders(cx, asked.clinic))
                .value(if form.order.is_empty() { VisitOrder::InTurn.value() } else { &form.order }).required(true)
                .problem(wrong.beside(PartyField::Order)).render(cx.lang))
            (action_bar(button(words.to_slots)))
        },
    );
    Page::new(words.title, html! { (place(cx.lang, asked.clinic)) (body) (or_call(cx, asked.clinic)) })
        .with_input()
        .lead(words.lead)
        .steps(steps(cx, false, 0))
        .back(words::of(cx.lang).calendar.back, path::menus(&asked.clinic.id, None))
        .problems(wrong.summary(cx.lang))
}

/// What is asked again of adults from time to time, where there are any of whom it is; it is needed where one of them comes.
fn consent(cx: &Cx, members: &[Member], form: &PartyForm, problem: Option<String>) -> Markup {
    let asked = adults_to_ask(members);
    let words = &words::of(cx.lang).member;
    html! {
        @if !asked.is_empty() {
            (checkbox(PartyField::Consent.name(), html! { ((words.consent)(&asked)) }, !form.consent.is_empty())
                .hint(words.consent_hint).problem(problem).render(cx.lang))
        }
    }
}

fn person(cx: &Cx, at: usize, member: &Member, form: &PartyForm) -> Field {
    let name = name_today(cx, member.person.identity());
    checkbox(PartyField::Who(at).name(), html! { (name) }, form.line_of(member.id).is_some()).value(&member.id.text())
}

/// Each menu for each of its visits, which comes first: a narrow screen shows the beginning of what was chosen.
pub(super) fn options(cx: &Cx, menus: &[&Menu]) -> Vec<(String, String)> {
    let visits = |menu: &Menu| Visit::ALL.into_iter().filter(|visit| menu.visits.hold(*visit)).collect::<Vec<_>>();
    let option = |menu: &Menu, visit: Visit| {
        let slot_words = slot_words::of(cx.lang);
        let ages = (!menu.ages.is_any()).then(|| format!(" {}", (slot_words.ages)(&menu.ages)));
        let (name, visit_name) = (menu.own_name().text(cx.lang), (slot_words.visit)(visit));
        (menu_text(&menu.id, visit), format!("{visit_name}: {name}{}", ages.unwrap_or_default()))
    };
    menus.iter().flat_map(|menu| visits(menu).into_iter().map(|visit| option(menu, visit))).collect()
}

/// Both ways in which their visits can lie beside each other.
pub(super) fn orders(cx: &Cx, clinic: &Clinic) -> Vec<Radio> {
    let words = &words::of(cx.lang).party;
    let note = |order| match order {
        VisitOrder::InTurn => (words.in_turn_note)(clinic.booking.group_gap_minutes),
        VisitOrder::AtOnce => words.at_once_note.to_owned(),
    };
    let radio = |order: VisitOrder| Radio {
        value: order.value().to_owned(),
        label: (words.order_of)(order).to_owned(),
        note: Some(note(order)),
        is_closed: false,
    };
    VisitOrder::ALL.map(radio).to_vec()
}

/// That the account has nobody else yet for whom it books, or that the clinic has no menu for several people.
pub fn nothing(cx: &Cx, clinic: &Clinic, alone: bool) -> Page {
    let words = &words::of(cx.lang).party;
    let body = html! {
        (place(cx.lang, clinic))
        p { (if alone { words.alone } else { words.no_menu }) }
        @if alone { p { a href=(family_path::NEW) { (words.add) } } }
        (or_call(cx, clinic))
    };
    Page::new(words.title, body).back(words::of(cx.lang).calendar.back, path::menus(&clinic.id, None))
}

/// Who comes together, for what: `山田 さくら(4歳): 小児科の診察 (再診)`.
pub fn members(cx: &Cx, members: &[(String, &Menu, Visit)]) -> Markup {
    html! {
        ul .party {
            @for (name, menu, visit) in members {
                li { strong { (name) } " " (crate::clinic::as_written(cx.lang, menu.own_name())) " (" ((slot_words::of(cx.lang).visit)(*visit)) ")" }
            }
        }
    }
}

/// When those come who were booked together with who is moved, and stay where they are: a label and its value.
pub fn staying(cx: &Cx, visits: &[StayingVisit]) -> Option<(String, Markup)> {
    let words = &words::of(cx.lang).party;
    let value = html! {
        @for StayingVisit { name, starts } in visits {
            div { ((words.comes_at)(name)) " " (lang::WrittenMoment(cx.lang, *starts)) }
        }
    };
    (!visits.is_empty()).then(|| (words.staying.to_owned(), value))
}
