//! An account of one's own: handing a member of the family over, and what who takes the record along is asked.

use super::sharing::address_sentence;
use crate::account::link::OfferedShare;
use crate::account::{FULL_AGE, Member, path as account_path};
use crate::family::mailed_offer::MailedOffer;
use crate::family::own_account::{OwnAccountOffer, is_old_enough};
use crate::family::own_account_form::{OwnAccountField, OwnAccountForm, OwnAccountProblems};
use crate::family::{path, words};
use crate::mail::EmailAddress;
use crate::person::{has_reached, name_and_age};
use crate::ui::{
    Field, FormField, Page, Tone, actions, alert, button, button_secondary, card, field, form_input, form_named,
};
use crate::web::Cx;
use maud::{Markup, html};

/// The name of the box by which who accepts lets the former holder go on booking.
pub const SHARES: &str = "shares";

/// Asks to which address the mail goes; `pending` is where one is on its way.
pub fn offer(
    cx: &Cx,
    member: &Member,
    pending: Option<&EmailAddress>,
    typed: &OwnAccountForm,
    problems: &OwnAccountProblems,
) -> Page {
    let words = &words::of(cx.lang).own_account;
    let wrong = problems.sentences(|_, problem| address_sentence(cx.lang, *problem, words.oneself));
    let done = match cx.query("done").as_str() {
        "sent" if pending.is_some() => Some(words.sent),
        "revoked" => Some(words.revoked),
        _ => None,
    };
    let (id, csrf) = (member.id, cx.csrf());
    let body = html! {
        @if let Some(done) = done { (alert(Tone::Success, done)) }
        p { (words.what) }
        p .quiet { (words.same) }
        @if let Some(address) = pending {
            (card(words.pending, html! {
                p { strong { (address.as_str()) } }
                (form_named(words.revoke, &path::of_member(path::OWN_ACCOUNT_REVOCATION, id), &csrf, actions(button_secondary(words.revoke))))
            }))
        }
        (form_input(&path::of_member(path::OWN_ACCOUNT, id), &csrf, html! {
            (Field::email(OwnAccountField::Email.name(), words.address).value(&typed.email).required(true)
                .hint(words.address_hint).problem(wrong.beside(OwnAccountField::Email)).render(cx.lang))
            (field::checkbox(OwnAccountField::Shares.name(), html! { (words.shares) }, !typed.shares.is_empty())
                .hint(words.shares_hint).render(cx.lang))
            (actions(button(words.send)))
        }))
    };
    Page::new((words.title)(&member.person.name.full()), body)
        .with_input()
        .problems(wrong.summary(cx.lang))
        .back(super::super::words::of(cx.lang).form.back, path::FAMILY)
}

/// The way there, on the other pages of the member; nothing for who is too young, or held by another account.
pub fn way(cx: &Cx, member: &Member) -> Markup {
    let (words, today) = (&words::of(cx.lang).own_account, cx.now.jst_date());
    let is_minor = !has_reached(member.person.birth_date, FULL_AGE, today);
    let way = html! {
        p { a href=(path::of_member(path::OWN_ACCOUNT, member.id)) { (words.way) span .unseen { ": " (member.person.name.full()) } } }
    };
    html! {
        @if member.is_held() && is_old_enough(member, today) {
            @if is_minor { (alert(Tone::Info, html! { p { (words.from_15) } (way) })) } @else { (way) }
        }
    }
}

/// Who is offered by whom, and the answer.
pub fn show(cx: &Cx, offer: &OwnAccountOffer) -> Page {
    let words = &words::of(cx.lang).own_account;
    let MailedOffer { from, from_address, member, .. } = &offer.offer;
    let person = &member.person;
    let name = name_and_age(cx.lang, &person.name.full(), person.birth_date, cx.now.jst_date());
    let body = html! {
        p { ((words.who)(from, from_address.as_str())) }
        @if offer.own.is_some() {
            p .chosen { strong { (name) } }
            p { (words.accepting) }
            (form_named(words.accept, &cx.here(), &cx.csrf(), html! {
                @if offer.share == OfferedShare::Wanted {
                    (field::checkbox(SHARES, html! { ((words.let_share)(from)) }, false)
                        .hint(words.let_share_hint).render(cx.lang))
                }
                (actions(button(words.accept)))
            }))
        } @else {
            (alert(Tone::Problem, html! {
                p { (words.another) }
                p { a href=(account_path::PERSON) { (words.own_person) } }
            }))
        }
        (form_named(words.decline, &[&cx.here(), "/refusal"].concat(), &cx.csrf(), actions(button_secondary(words.decline))))
    };
    Page::new(words.offer_title, body)
}
