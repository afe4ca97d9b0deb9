//! ほかの方と共有する: with whom a member is shared, as the account that holds them sees it, or one that shares them.

use crate::account::share::PartnerId;
use crate::account::{AccountProblem, Member, Relation, words as account_words};
use crate::family::share_form::{ShareField, ShareForm, ShareProblem, ShareProblems};
use crate::family::{path, words};
use crate::lang::Lang;
use crate::mail::EmailAddress;
use crate::ui::{
    Field, FormField, Page, Problems, Tone, action_bar, actions, alert, button, button_secondary,
    button_secondary_named, card, field, form_input, form_named,
};
use crate::web::Cx;
use maud::{Markup, html};

/// The field that says that the mails about what others have booked are wanted.
pub const MAILS: &str = "mails";
/// The field that says whether such an offer is taken.
pub const TAKES: &str = "takes";

/// One of those with whom a member is shared.
pub struct OtherAccount {
    /// How the holder names it.
    pub id: PartnerId,
    /// The name of its owner.
    pub name: String,
    /// Whether it has been offered to decide.
    pub offered: bool,
}

/// Everything that the page shows.
pub struct SharingView {
    /// The member.
    pub member: Member,
    /// With whom they are shared, for the holder.
    pub others: Vec<OtherAccount>,
    /// Who holds them, by name, for the others.
    pub holder: Option<String>,
    /// To whom an invitation is on its way.
    pub pending: Option<EmailAddress>,
    /// Whether there are as many as may be.
    pub full: bool,
}

/// The page.
pub fn show(cx: &Cx, view: &SharingView, typed: &ShareForm, problems: &ShareProblems) -> Page {
    let words = &words::of(cx.lang).sharing;
    let wrong = sentences(cx.lang, problems);
    let done = match cx.query("done").as_str() {
        "invited" if view.pending.is_some() => Some(words.invited),
        "revoked" => Some(words.revoked),
        "ended" => Some(words.ended),
        "mails" => Some(words.mails_saved),
        "offered" => Some(words.offered),
        "offer-revoked" => Some(words.offer_revoked),
        _ => None,
    };
    let body = html! {
        @if let Some(done) = done { (alert(Tone::Success, done)) }
        @match &view.holder {
            Some(holder) => {
                p { ((words.held_by)(holder)) }
                (mails(cx, view))
                (leaving(cx, view, holder))
            },
            None => {
                @if !view.others.is_empty() { (others(cx, view)) (mails(cx, view)) }
                (inviting(cx, view, typed, &wrong))
            },
        }
    };
    let page = Page::new((words.title)(&view.member.person.name.full()), body)
        .problems(wrong.summary(cx.lang))
        .back(words::of(cx.lang).form.back, path::FAMILY);
    let lead = if view.member.relation == Relation::Own { words.lead_own } else { words.lead };
    if view.holder.is_some() { page } else { page.lead(lead).with_input() }
}

/// With whom the member is shared.
fn others(cx: &Cx, view: &SharingView) -> Markup {
    let words = &words::of(cx.lang).sharing;
    card(
        words.with,
        html! {
            ul .people {
                @for other in &view.others { li { (one(cx, view, other)) } }
            }
        },
    )
}

fn one(cx: &Cx, view: &SharingView, other: &OtherAccount) -> Markup {
    let (words, id) = (&words::of(cx.lang).sharing, view.member.id);
    let end = path::of_partner(path::PARTNER_REMOVAL, id, other.id);
    let (offer, label) = match other.offered {
        true => (path::OFFER_REMOVAL, words.offer_revoke),
        false => (path::OFFER, words.offer),
    };
    let (ending, offering) = ((words.end_named)(&other.name), [label, ": ", &other.name].concat());
    html! {
        div .stack {
            p { strong { (other.name) } @if other.offered { " " span .quiet { (words.offer_waits) } } }
            (form_named(&ending, &end, &cx.csrf(), actions(button_secondary_named(words.end, &ending))))
            p .quiet { (words.end_what) }
            @if view.member.relation != Relation::Own {
            (form_named(&offering, &path::of_partner(offer, id, other.id), &cx.csrf(), actions(button_secondary_named(label, &offering))))
            p .quiet { (words.offer_what) }
            }
        }
    }
}

/// Whom to invite, and who is invited.
fn inviting(cx: &Cx, view: &SharingView, typed: &ShareForm, wrong: &Problems<ShareField, String>) -> Markup {
    let words = &words::of(cx.lang).sharing;
    if view.full {
        return html! { p { (words.full) } };
    }
    let (id, csrf) = (view.member.id, cx.csrf());
    html! {
        @if let Some(address) = &view.pending {
            (card(words.pending, html! {
                p { strong { (address.as_str()) } }
                p .quiet { (words.pending_what) }
                (form_named(words.revoke, &path::of_member(path::REVOCATION, id), &csrf, actions(button_secondary(words.revoke))))
            }))
        }
        // In no frame: the button stays in sight at the bottom of the screen.
        h2 { (words.invite_title) }
        (form_input(&path::of_member(path::SHARING, id), &csrf, html! {
            p { (if view.member.relation == Relation::Own { words.what_own } else { words.what }) }
            (Field::email(ShareField::Email.name(), words.address).value(&typed.email).required(true)
                .hint(words.address_hint).problem(wrong.beside(ShareField::Email)).render(cx.lang))
            (action_bar(button(words.send)))
        }))
    }
}

/// Which mails come.
fn mails(cx: &Cx, view: &SharingView) -> Markup {
    let words = &words::of(cx.lang).sharing;
    let wanted = view.member.sharing.is_some_and(|sharing| sharing.mails);
    card(
        words.mails_title,
        form_named(
            words.mails_title,
            &path::of_member(path::MAILS, view.member.id),
            &cx.csrf(),
            html! {
                (field::checkbox(MAILS, html! { (words.mails) }, wanted).hint(words.mails_hint).render(cx.lang))
                (actions(button_secondary(words.mails_save)))
            },
        ),
    )
}

/// The way out of what another account shares.
fn leaving(cx: &Cx, view: &SharingView, holder: &str) -> Markup {
    let words = &words::of(cx.lang).sharing;
    card(
        words.end,
        html! {
            p { ((words.leave_what)(holder)) }
            (form_named(words.end, &path::of_member(path::LEAVING, view.member.id), &cx.csrf(), actions(button_secondary(words.end))))
        },
    )
}

/// Each problem as a sentence.
fn sentences(lang: Lang, problems: &ShareProblems) -> Problems<ShareField, String> {
    address_sentences(lang, problems, words::of(lang).sharing.oneself)
}

/// The same, with what is said of an address of somebody else than is meant.
pub fn address_sentences(lang: Lang, problems: &ShareProblems, oneself: &str) -> Problems<ShareField, String> {
    problems.sentences(|_, problem| address_sentence(lang, *problem, oneself))
}

/// One of them.
pub fn address_sentence(lang: Lang, problem: ShareProblem, oneself: &str) -> String {
    match problem {
        ShareProblem::Address(problem) => (account_words::of(lang).form.problem)(AccountProblem::Address(problem)),
        ShareProblem::Oneself => oneself.to_owned(),
    }
}
