//! 受診者: who comes, filled in with what is known, and until when the slot is kept.

use super::{leave, steps};
use crate::booking::filled::{DetailsField, DetailsProblems};
use crate::booking::model::Typed;
use crate::booking::words::{self as all, person as words};
use crate::clinic::own;
use crate::clock::Moment;
use crate::slots::Slot;
use crate::ui::{Field, FormField, Kind, Page, Tone, Width, actions, alert, button, button_saying, form, form_named};
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
    let wrong = wrong.sentences(|_, problem| words::problem(cx.lang, problem));
    let body = html! {
        (chosen(cx, desk))
        @if desk.guest { (sign_in(cx, desk)) }
        @if filled { (alert(Tone::Info, cx.say(words::OWN))) }
        (form(&desk.action, &cx.csrf(), html! {
            (person::page::fields(cx.lang, &typed.person, |field| wrong.beside(DetailsField::Person(field))))
            @if desk.guest { (address(cx, desk, typed, wrong.beside(DetailsField::Email))) }
            (Field::text(DetailsField::ChartNumber.name(), cx.say(words::CHART_NUMBER)).value(&typed.chart_number).autocomplete("off")
                .hint(cx.say(words::CHART_NUMBER_HINT)).max_width(Width::Medium).problem(wrong.beside(DetailsField::ChartNumber)).render(cx.lang))
            (actions(html! {
                (button(cx.say(words::TO_CONFIRMATION)))
                (button_saying(Kind::Secondary, cx.say(all::ANOTHER_TIME), "go", "slots"))
            }))
        }))
        div .aside { (leave(cx, &desk.release, all::LEAVE)) }
    };
    Page::new(cx.say(words::TITLE), body)
        .lead(cx.say(words::LEAD))
        .steps(steps(cx, false, 2))
        .problems(wrong.summary(cx.lang))
}

fn chosen(cx: &Cx, desk: &Desk<'_>) -> Markup {
    html! {
        div .chosen {
            p .chosen-when {
                span .unseen { (cx.say(words::CHOSEN)) ": " }
                (lang::date_in_full(cx.lang, desk.slot.day)) " " strong .chosen-clock { (desk.slot.start) }
            }
            p { (own(cx.lang, desk.menu)) }
            @if let Some(until) = desk.kept_until { p .quiet { (all::kept_until(cx.lang, until)) } }
        }
    }
}

/// What signing in is good for. The booking is left by it, since it begins anew under the account.
fn sign_in(cx: &Cx, desk: &Desk<'_>) -> Markup {
    html! {
        div .aside-top {
            p .quiet { (cx.say(words::SIGN_IN_HINT)) }
            (form_named(cx.say(all::SIGN_IN), &desk.release, &cx.csrf(), actions(button_saying(Kind::Secondary, cx.say(all::SIGN_IN), "then", "sign-in"))))
        }
    }
}

fn address(cx: &Cx, desk: &Desk<'_>, typed: &Typed, problem: Option<String>) -> Markup {
    let hint = if desk.asks_code { words::EMAIL_HINT_CODE } else { words::EMAIL_HINT };
    Field::email(DetailsField::Email.name(), cx.say(words::EMAIL))
        .value(&typed.email)
        .required(true)
        .hint(cx.say(hint))
        .problem(problem)
        .render(cx.lang)
}
