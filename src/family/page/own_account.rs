//! An account of one's own: handing a member of the family over, and what who takes the record along is asked.

use super::closed;
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
/// The name of the field that says what was offered on the page.
pub const SHOWN: &str = "whom";

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

/// What stands above an offer that was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untaken {
    /// It is not what stood on the page.
    Changed,
    /// The own person of the account is another one.
    AnotherPerson,
}

/// From whom a record is offered, and the answer. Whether it is that of the account's own person is not said before they accept.
pub fn show(cx: &Cx, offer: &OwnAccountOffer, untaken: Option<Untaken>) -> Page {
    let words = &words::of(cx.lang).own_account;
    let (MailedOffer { from, from_address, .. }, person) = (&offer.offer, &offer.own.person);
    let name = name_and_age(cx.lang, &person.name.full(), person.birth_date, cx.now.jst_date());
    let body = html! {
        @match untaken {
            Some(Untaken::Changed) => (alert(Tone::Warning, words.changed)),
            Some(Untaken::AnotherPerson) => (alert(Tone::Problem, html! {
                p { (words.another) }
                p { a href=(account_path::PERSON) { (words.own_person) } }
            })),
            None => {},
        }
        p { ((words.who)(from, from_address.as_str())) }
        @if offer.can_give_way() {
            p { (words.as_whom) }
            p .chosen { strong { (name) } }
            p { (words.accepting) }
            (form_named(words.accept, &cx.here(), &cx.csrf(), html! {
                input type="hidden" name=(SHOWN) value=(offer.shown());
                @if offer.share == OfferedShare::Wanted {
                    (field::checkbox(SHARES, html! { ((words.let_share)(from)) }, false)
                        .hint(words.let_share_hint).render(cx.lang))
                }
                (actions(button(words.accept)))
            }))
        } @else {
            (alert(Tone::Info, html! {
                p { (words.shared) }
                p { a href=(path::of_member(path::SHARING, offer.own.id)) { (words::of(cx.lang).list.sharing) } }
            }))
        }
        (form_named(words.decline, &[&cx.here(), "/refusal"].concat(), &cx.csrf(), actions(button_secondary(words.decline))))
    };
    Page::new(words.offer_title, body)
}

/// That the link has ended, because it was tried too often by somebody else.
pub fn ended(cx: &Cx) -> Page {
    let words = &words::of(cx.lang).own_account;
    closed::show(cx, words.closed.title, words.ended)
}
