//! ご家族を追加して予約する: the form of a new member of the family, inside a booking.

use super::person::{Desk, chosen};
use super::steps;
use crate::booking::words;
use crate::family::{self, MemberForm, MemberProblems, words as family_words};
use crate::ui::{Page, Tone, action_bar, alert, button, form_input};
use crate::web::Cx;
use maud::html;

/// The form, which is posted to `action`; `back` leads to everybody for whom the account books.
pub fn show(cx: &Cx, desk: &Desk<'_>, action: &str, back: &str, typed: &MemberForm, wrong: &MemberProblems) -> Page {
    let words = words::of(cx.lang);
    let wrong = family::sentences(cx.lang, wrong);
    let body = html! {
        (chosen(cx, desk))
        (form_input(action, &cx.csrf(), html! {
            (desk.hidden())
            (family::fields(cx.lang, typed, &wrong))
            (family::consent(cx.lang, typed, &wrong))
            (action_bar(button(words.member.add_and_go_on)))
        }))
    };
    Page::new(words.member.add, body)
        .with_input()
        .lead(family_words::of(cx.lang).form.lead)
        .steps(steps(cx, false, 2))
        .problems(wrong.summary(cx.lang))
        .back(words.member.back, back)
}

/// That nobody can be added.
pub fn full(cx: &Cx, back: &str) -> Page {
    let (words, full) = (words::of(cx.lang), family_words::of(cx.lang).form.full);
    Page::new(words.member.add, alert(Tone::Info, html! { p { (full) } })).back(words.member.back, back)
}
