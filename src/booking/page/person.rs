//! 受診者 of a guest: who comes, and until when the slot is kept.

use super::{leave, place, steps};
use crate::account::{Relation, mail_waits};
use crate::booking::filled::Typed;
use crate::booking::filled::{DetailsField, DetailsProblem, DetailsProblems};
use crate::booking::party::Party;
use crate::booking::prefill::Prefilled;
use crate::booking::{path, words};
use crate::clinic::{Clinic, Menu, UnitName, Visit, as_written};
use crate::clock::Moment;
use crate::person::PersonField;
use crate::slots::{Slot, words as slot_words};
use crate::ui::{
    Field, FormField, Kind, Page, Problems, Tone, WholeParts, Width, action_bar, actions, alert, button,
    button_for_enter, button_saying, field, form_input,
};
use crate::web::Cx;
use crate::{lang, person};
use maud::{Markup, html};
use std::iter::once;

/// Where the form stands.
pub struct Desk<'a> {
    /// The clinic.
    pub clinic: &'a Clinic,
    /// The menu.
    pub menu: &'a Menu,
    /// 初診 or 再診.
    pub visit: Visit,
    /// The unit that is asked for, if one is.
    pub unit: Option<&'a UnitName>,
    /// Whom it is about of several people for whom a guest books, counted from 0.
    pub at: usize,
    /// Those people.
    pub party: Option<&'a Party>,
    /// Whether somebody else of them is who books.
    pub own_taken: bool,
    /// The time that was chosen, as the form sends it: see [`slot_value`](super::slot_value).
    pub slot: String,
    /// That time, while it is this visitor's to book; none when it may have to be chosen again.
    pub chosen: Option<&'a Slot>,
    /// Until when it is kept; none where clinics keep none, or when that is over.
    pub kept_until: Option<Moment>,
    /// Whether somebody books who is not signed in.
    pub guest: bool,
    /// Whether a guest has to prove the address.
    pub asks_code: bool,
    /// Where the form is posted.
    pub action: String,
    /// Where the one before is typed, of several people.
    pub before: Option<String>,
    /// Where the booking is left; none when it is not there any more.
    pub release: Option<String>,
}

impl Desk<'_> {
    /// The fields by which it goes on, should the booking be gone when the form is sent.
    pub(super) fn hidden(&self) -> Markup {
        html! {
            input type="hidden" name="menu" value=(self.menu.id);
            input type="hidden" name="visit" value=(self.visit.value());
            input type="hidden" name="slot" value=(self.slot);
            @if let Some(unit) = self.unit { input type="hidden" name=(path::UNIT) value=(unit); }
            @if let Some(party) = self.party {
                input type="hidden" name=(path::PEOPLE) value=(party.members_text());
                input type="hidden" name=(path::ORDER) value=(party.order.value());
            }
        }
    }

    /// How many people come.
    fn people(&self) -> usize {
        self.party.map_or(1, |party| party.members.len())
    }
}

/// The page.
pub fn show(cx: &Cx, desk: &Desk<'_>, typed: &Typed, prefilled: Option<Prefilled>, wrong: &DetailsProblems) -> Page {
    let words = words::of(cx.lang);
    let not_for = wrong.iter().any(|(_, problem)| matches!(problem, DetailsProblem::NotFor(_)));
    let wrong = wrong.sentences(|_, problem| (words.person.problem)(problem));
    let is_last = desk.at + 1 == desk.people();
    let go_on = if is_last { words.person.to_confirmation } else { words.party.next_person };
    let body = html! {
        (chosen(cx, desk))
        @if let Some(prefilled) = prefilled { (alert(Tone::Info, (words.person.prefilled)(prefilled))) }
        @if desk.guest { (mail_waits(cx)) }
        (form_input(&desk.action, &cx.csrf(), html! {
            (desk.hidden())
            @if not_for {
                (button_for_enter(go_on))
                div .aside-top {
                    p { (words.person.not_for) }
                    (actions(button_saying(Kind::Secondary, if desk.party.is_some() { words.party.change } else { words.limited.menus }, "go", "menus")))
                }
            }
            @if desk.guest && desk.party.is_none() && !not_for {
                (button_for_enter(go_on))
                div .aside-top {
                    p .quiet { (words.person.sign_in_hint) }
                    (actions(button_saying(Kind::Secondary, words.course.sign_in, "go", "sign-in")))
                }
            }
            @match desk.guest || desk.party.is_some() {
                true => (of_guest(cx, desk, typed, &wrong)),
                false => {
                    (person::page::fields(cx.lang, &typed.person, |field| wrong.beside(DetailsField::Person(field))))
                    (chart_number(cx, typed, &wrong))
                },
            }
            (action_bar(button(go_on)))
            (actions(html! {
                (button_saying(Kind::Secondary, words.course.another_time, "go", "slots"))
                @if desk.party.is_some() && !not_for { (button_saying(Kind::Secondary, words.party.change, "go", "menus")) }
            }))
        }))
        @if let Some(release) = &desk.release { div .aside { (leave(cx, release, words.course.leave)) } }
    };
    let title = match desk.party {
        Some(_) => (words.party.title_of_person)(words.person.title, 1 + desk.at, desk.people()),
        None => words.person.title.to_owned(),
    };
    let page = Page::new(title, body)
        .with_input()
        .lead(words.person.lead)
        .steps(steps(cx, false, 2))
        .problems(wrong.summary(cx.lang));
    match &desk.before {
        Some(before) => page.back(words.party.previous_person, before),
        None => page,
    }
}

/// What was chosen: the time and the menu, and where.
pub(super) fn chosen(cx: &Cx, desk: &Desk<'_>) -> Markup {
    let words = words::of(cx.lang);
    html! {
        div .chosen {
            @if let Some(slot) = desk.chosen {
                p .chosen-when {
                    span .unseen { (words.person.chosen) ": " }
                    (WholeParts(&lang::date_in_full(cx.lang, slot.day))) " " strong .chosen-clock { (slot.start) }
                }
            }
            p { (as_written(cx.lang, desk.menu.own_name())) }
            (place(cx.lang, desk.clinic))
            @if !desk.menu.ages.is_any() {
                p .quiet { (words.menus.ages) ": " ((slot_words::of(cx.lang).ages)(&desk.menu.ages)) }
            }
            @match desk.chosen {
                Some(_) => (super::kept(cx, desk.kept_until)),
                None => p .quiet { (words.person.choose_again) },
            }
        }
    }
}

/// Who is seen, and who books: often a mother or a son of theirs.
fn of_guest(cx: &Cx, desk: &Desk<'_>, typed: &Typed, wrong: &Problems<DetailsField, String>) -> Markup {
    let words = &words::of(cx.lang).person;
    let beside = |field| wrong.beside(DetailsField::Person(field));
    let relations = once(Relation::Own).filter(|_| !desk.own_taken).chain(Relation::OF_RELATIVES);
    let relations: Vec<_> = relations.map(|relation| (relation.value(), (words.relation)(relation))).collect();
    let usual = if desk.menu.ages.is_for_children() { Relation::Child } else { Relation::Own };
    let for_whom = if typed.for_whom.is_empty() { usual.value() } else { &typed.for_whom };
    html! {
        section .stack {
            h2 { (words.patient) }
            (field::radios(DetailsField::ForWhom.name(), words.for_whom, &relations).value(for_whom)
                .required(true).problem(wrong.beside(DetailsField::ForWhom)).render(cx.lang))
            (person::page::identity_fields(cx.lang, &typed.person, beside))
            @if desk.at == 0 { (person::page::address_fields(cx.lang, &typed.person, beside)) }
            (chart_number(cx, typed, wrong))
        }
        @if desk.at == 0 {
            section .stack {
                h2 { (words.booker) }
                p .hint { (words.booker_hint) }
                (person::page::phone_field(cx.lang, &typed.person, beside(PersonField::Phone)))
                @if desk.guest { (address(cx, desk, typed, wrong.beside(DetailsField::Email))) }
            }
        }
    }
}

fn chart_number(cx: &Cx, typed: &Typed, wrong: &Problems<DetailsField, String>) -> Markup {
    let words = &words::of(cx.lang).person;
    Field::text(DetailsField::ChartNumber.name(), words.chart_number)
        .value(&typed.chart_number)
        .hint(words.chart_number_hint)
        .max_width(Width::Medium)
        .problem(wrong.beside(DetailsField::ChartNumber))
        .render(cx.lang)
}

fn address(cx: &Cx, desk: &Desk<'_>, typed: &Typed, problem: Option<String>) -> Markup {
    let words = &words::of(cx.lang).person;
    let hint = if desk.asks_code { words.email_hint_code } else { words.email_hint };
    Field::email(DetailsField::Email.name(), words.email)
        .value(&typed.email)
        .required(true)
        .hint(hint)
        .problem(problem)
        .render(cx.lang)
}
