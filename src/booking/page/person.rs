//! 受診者: who comes, filled in with what is known, and until when the slot is kept.

use super::{leave, steps};
use crate::booking::filled::{DetailsField, DetailsProblems};
use crate::booking::model::Typed;
use crate::booking::words;
use crate::clinic::as_written;
use crate::clock::Moment;
use crate::slots::Slot;
use crate::ui::{
    Field, FormField, Kind, Page, Tone, Width, actions, alert, button, button_saying, form_input, form_named,
};
use crate::web::Cx;
use crate::{lang, person};
use maud::{Markup, html};

/// Where the form stands.
pub struct Desk<'a> {
    /// The menu's name.
    pub menu: &'a str,
    /// The chosen slot.
    pub slot: &'a Slot,
    /// Until when it is kept; none where clinics keep none, or when that is over.
    pub kept_until: Option<Moment>,
    /// Whether somebody books who is not signed in.
    pub guest: bool,
    /// Whether a guest has to prove the address.
    pub asks_code: bool,
    /// Where the form is posted.
    pub action: String,
    /// Where the booking is left.
    pub release: String,
}

/// The page.
pub fn show(cx: &Cx, desk: &Desk<'_>, typed: &Typed, filled: bool, wrong: &DetailsProblems) -> Page {
    let words = words::of(cx.lang);
    let wrong = wrong.sentences(|_, problem| (words.person.problem)(problem));
    let body = html! {
        (chosen(cx, desk))
        @if desk.guest { (sign_in(cx, desk)) }
        @if filled { (alert(Tone::Info, words.person.own)) }
        (form_input(&desk.action, &cx.csrf(), html! {
            (person::page::fields(cx.lang, &typed.person, |field| wrong.beside(DetailsField::Person(field))))
            @if desk.guest { (address(cx, desk, typed, wrong.beside(DetailsField::Email))) }
            (Field::text(DetailsField::ChartNumber.name(), words.person.chart_number).value(&typed.chart_number).autocomplete("off")
                .hint(words.person.chart_number_hint).max_width(Width::Medium).problem(wrong.beside(DetailsField::ChartNumber)).render(cx.lang))
            (actions(html! {
                (button(words.person.to_confirmation))
                (button_saying(Kind::Secondary, words.course.another_time, "go", "slots"))
            }))
        }))
        div .aside { (leave(cx, &desk.release, words.course.leave)) }
    };
    Page::new(words.person.title, body)
        .with_input()
        .lead(words.person.lead)
        .steps(steps(cx, false, 2))
        .problems(wrong.summary(cx.lang))
}

fn chosen(cx: &Cx, desk: &Desk<'_>) -> Markup {
    let words = words::of(cx.lang);
    html! {
        div .chosen {
            p .chosen-when {
                span .unseen { (words.person.chosen) ": " }
                (lang::date_in_full(cx.lang, desk.slot.day)) " " strong .chosen-clock { (desk.slot.start) }
            }
            p { (as_written(cx.lang, desk.menu)) }
            @if let Some(until) = desk.kept_until { p .quiet { ((words.course.kept_until)(until)) } }
        }
    }
}

/// What signing in is good for. The booking is left by it, since it begins anew under the account.
fn sign_in(cx: &Cx, desk: &Desk<'_>) -> Markup {
    let words = words::of(cx.lang);
    html! {
        div .aside-top {
            p .quiet { (words.person.sign_in_hint) }
            (form_named(words.course.sign_in, &desk.release, &cx.csrf(), actions(button_saying(Kind::Secondary, words.course.sign_in, "then", "sign-in"))))
        }
    }
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
