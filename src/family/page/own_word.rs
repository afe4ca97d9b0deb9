//! 本人の確認: asking somebody who comes of age, what they are asked, and that they have answered.

use super::sharing::address_sentences;
use crate::account::{Member, WordRefused};
use crate::family::share_form::{ShareField, ShareForm, ShareProblems};
use crate::family::{path, words};
use crate::mail::EmailAddress;
use crate::ui::{
    Field, FormField, Kind, Page, Tone, WholeParts, actions, alert, button, button_secondary, card, form_input,
    form_named, link_button,
};
use crate::web::Cx;
use maud::{Markup, html};

/// Asks to which address the mail goes; `pending` is where one is on its way.
pub fn ask(
    cx: &Cx,
    member: &Member,
    pending: Option<&EmailAddress>,
    typed: &ShareForm,
    problems: &ShareProblems,
) -> Page {
    let words = &words::of(cx.lang).own_word;
    let wrong = address_sentences(cx.lang, problems, words.not_own);
    let sent = cx.query("done") == "sent" && pending.is_some();
    let body = html! {
        @if sent { (alert(Tone::Success, words.sent)) }
        @match said(cx, member) {
            None => p { (words.not_needed) },
            Some(said) => {
                @if let Some(refused) = refused(cx, member) { (alert(Tone::Warning, refused)) }
                p { (WholeParts(&said)) }
                p .quiet { (words.booked_stays) }
                @if let Some(address) = pending { (card(words.pending, html! { p { strong { (address.as_str()) } } })) }
                (form_input(&path::of_member(path::OWN_WORD, member.id), &cx.csrf(), html! {
                    (Field::email(ShareField::Email.name(), words.address).value(&typed.email).required(true)
                        .hint(words.address_hint).problem(wrong.beside(ShareField::Email)).render(cx.lang))
                    (actions(button(words.send)))
                }))
            },
        }
    };
    Page::new((words.title)(&member.person.name.full()), body)
        .with_input()
        .problems(wrong.summary(cx.lang))
        .back(super::super::words::of(cx.lang).form.back, path::FAMILY)
}

/// From when on the member's own word is needed, once that is near.
fn said(cx: &Cx, member: &Member) -> Option<String> {
    let (words, from) = (&words::of(cx.lang).own_word, member.own_word_from?);
    Some(if from <= cx.now.jst_date() { words.needed.to_owned() } else { (words.from)(from) })
}

/// What the member has answered instead.
fn refused(cx: &Cx, member: &Member) -> Option<&'static str> {
    let words = &words::of(cx.lang).own_word;
    Some(match member.word_refused? {
        WordRefused::Declined => words.has_declined,
        WordRefused::Withdrawn => words.has_withdrawn,
    })
}

/// The same with the way on, on the other pages of the member; nothing where it is not near.
pub fn reminder(cx: &Cx, member: &Member) -> Markup {
    html! {
        @if let Some(said) = said(cx, member) {
            (alert(Tone::Info, html! {
                @if let Some(refused) = refused(cx, member) { p { strong { (refused) } } }
                p { (WholeParts(&said)) }
                p { a href=(path::of_member(path::OWN_WORD, member.id)) {
                    (words::of(cx.lang).own_word.ask) span .unseen { ": " (member.person.name.full()) }
                } }
            }))
        }
    }
}

/// What somebody is asked, with who books for them.
pub fn question(cx: &Cx, from: &str) -> Page {
    let words = &words::of(cx.lang).own_word;
    let body = html! {
        p { ((words.who)(from)) }
        p { (words.what) }
        p .quiet { ((words.declining)(from)) }
        (form_named(words.give, &cx.here(), &cx.csrf(), actions(button(words.give))))
        (form_named(words.decline, &[&cx.here(), "/refusal"].concat(), &cx.csrf(), actions(button_secondary(words.decline))))
    };
    Page::new(words.question, body)
}

/// What is taken back, with who books for them.
pub fn withdrawal(cx: &Cx, from: &str) -> Page {
    let words = &words::of(cx.lang).own_word;
    let body = html! {
        p { ((words.withdrawing)(from)) }
        p .quiet { (words.booked_by_them) }
        (form_named(words.withdraw, &cx.here(), &cx.csrf(), actions(button(words.withdraw))))
    };
    Page::new(words.withdrawal, body)
}

/// What has arrived.
pub fn answered(cx: &Cx, said: &str) -> Page {
    Page::new(words::of(cx.lang).own_word.question, alert(Tone::Success, said))
}

/// That the link asks for nothing any more.
pub fn dead(cx: &Cx) -> Page {
    let words = &words::of(cx.lang).own_word;
    let home = crate::account::words::of(cx.lang).form.back_to_dashboard;
    let body = html! {
        p { (words.dead) }
        (actions(link_button(home, crate::account::path::DASHBOARD, Kind::Secondary)))
    };
    Page::new(words.closed, body)
}
