//! 受診する人を選ぶ: the people for whom the account books, and whom the menu is for.

use super::leave;
use super::person::{Desk, chosen};
use super::steps;
use crate::account::{BookingRight, Member};
use crate::booking::member_choice::{MemberChoice, MemberChoiceField, MemberChoiceProblem, MemberChoiceProblems};
use crate::booking::words;
use crate::family::path as family_path;
use crate::person::name_and_age;
use crate::slots::{self, words as slot_words};
use crate::ui::field::{Radio, checkbox, radios_with_notes};
use crate::ui::{
    Field, FormField, Kind, Page, Tone, Width, action_bar, actions, alert, button, button_saying, form_input,
};
use crate::web::Cx;
use maud::{Markup, html};

/// What is asked.
pub struct MemberQuestion<'a> {
    /// Where the form stands.
    pub desk: Desk<'a>,
    /// Everybody for whom the account books.
    pub members: &'a [Member],
    /// Where a member of the family is added.
    pub relative: String,
    /// The clinic's menus.
    pub menus: String,
    /// Where several of them are booked in one go, where that can be.
    pub together: Option<String>,
    /// Whether somebody was typed before signing in who is none of them.
    pub has_typed: bool,
}

/// The page.
pub fn show(cx: &Cx, asked: &MemberQuestion<'_>, choice: &MemberChoice, wrong: &MemberChoiceProblems) -> Page {
    let words = &words::of(cx.lang).member;
    let person = &words::of(cx.lang).person;
    // Once it has been said that the number stood there for somebody else, it is meant for who is chosen now.
    let was_told = wrong.iter().any(|(_, problem)| *problem == MemberChoiceProblem::NumberOfAnother);
    let number_of = if was_told || choice.number_of.is_empty() { &choice.who } else { &choice.number_of };
    let wrong = wrong.sentences(|_, problem| (words.problem)(problem));
    let options: Vec<Radio> = asked.members.iter().map(|member| option(cx, &asked.desk, member)).collect();
    let not_for = options.iter().all(|option| option.is_closed);
    let body = html! {
        (chosen(cx, &asked.desk))
        @if asked.has_typed {
            (alert(Tone::Info, html! {
                p { (words.typed) }
                p { a href=(asked.relative) { (words.add_typed) } }
            }))
        }
        (form_input(&asked.desk.action, &cx.csrf(), html! {
            (asked.desk.hidden())
            @if !choice.chart_number.is_empty() {
                input type="hidden" name=(MemberChoiceField::NumberOf.name()) value=(number_of);
            }
            (radios_with_notes(MemberChoiceField::Who.name(), words.who, options).value(&choice.who).required(true)
                .problem(wrong.beside(MemberChoiceField::Who)).render(cx.lang))
            p .add-relative {
                a href=(asked.relative) { (words.add) }
                a href=(family_path::FAMILY) { (words.stored) }
                @if let Some(together) = &asked.together { a href=(together) { (words::of(cx.lang).party.link) } }
                @if not_for { a href=(asked.menus) { (words::of(cx.lang).limited.menus) } }
            }
            (consent(cx, asked.members, choice, wrong.beside(MemberChoiceField::Consent)))
            (Field::text(MemberChoiceField::ChartNumber.name(), person.chart_number).value(&choice.chart_number)
                .hint(words.chart_number_hint).max_width(Width::Medium)
                .problem(wrong.beside(MemberChoiceField::ChartNumber)).render(cx.lang))
            (action_bar(button(person.to_confirmation)))
            (actions(button_saying(Kind::Secondary, words::of(cx.lang).course.another_time, "go", "slots")))
        }))
        @if let Some(release) = &asked.desk.release {
            div .aside { (leave(cx, release, words::of(cx.lang).course.leave)) }
        }
    };
    Page::new(words.title, body)
        .with_input()
        .lead(words.lead)
        .steps(steps(cx, false, 2))
        .problems(wrong.summary(cx.lang))
}

/// What is asked again of adults from time to time, where there are any of whom it is; it is needed of who is chosen.
fn consent(cx: &Cx, members: &[Member], choice: &MemberChoice, problem: Option<String>) -> Markup {
    let asked = adults_to_ask(members);
    let words = &words::of(cx.lang).member;
    html! {
        @if !asked.is_empty() {
            (checkbox(MemberChoiceField::Consent.name(), html! { ((words.consent)(&asked)) }, !choice.consent.is_empty())
                .hint(words.consent_hint).problem(problem).render(cx.lang))
        }
    }
}

/// The names of those of whom it has to be said again that they consent.
pub(super) fn adults_to_ask(members: &[Member]) -> Vec<String> {
    let asked = members.iter().filter(|member| member.right == BookingRight::Consent);
    asked.map(|member| member.person.name.full()).collect()
}

/// A person to choose, who cannot be chosen for a menu of other ages.
fn option(cx: &Cx, desk: &Desk<'_>, member: &Member) -> Radio {
    let (of, today) = (&member.person, cx.now.jst_date());
    let day = desk.chosen.map_or(today, |slot| slot.day);
    let too_old = !desk.menu.ages.hold(of.birth_date, day);
    let reason = slots::against(desk.menu, member.right).filter(|reason| !reason.can_be_answered());
    let ages = || (words::of(cx.lang).member.not_of_age)(&(slot_words::of(cx.lang).ages)(&desk.menu.ages));
    Radio {
        value: member.id.text(),
        label: name_and_age(cx.lang, &of.name.full(), of.birth_date, day),
        is_closed: too_old || reason.is_some(),
        note: if too_old { Some(ages()) } else { reason.map(|reason| (slot_words::of(cx.lang).sentence)(&reason)) },
    }
}
