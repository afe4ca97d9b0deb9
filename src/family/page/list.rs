//! ご家族: everybody for whom the account books.

use super::sharing::TAKES;
use crate::account::{Member, Relation, path as account_path, words as account_words};
use crate::family::{path, words};
use crate::lang;
use crate::person::age;
use crate::ui::{Kind, Page, Tone, WholeParts, actions, alert, button_saying, form_named, link_button};
use crate::web::Cx;
use maud::{Markup, html};

/// Somebody for whom the account books.
pub struct FamilyRow {
    /// Who.
    pub member: Member,
    /// Who has offered the account to decide about them, by name.
    pub offer: Option<String>,
}

/// The page.
pub fn show(cx: &Cx, listed: &[FamilyRow]) -> Page {
    let words = &words::of(cx.lang).list;
    let done = match cx.query("done").as_str() {
        "added" => Some((Tone::Success, words.added)),
        "changed" => Some((Tone::Success, words.changed)),
        "removed" => Some((Tone::Success, words.removed)),
        "known" => Some((Tone::Info, words.known)),
        "shared" => Some((Tone::Success, words.shared_now)),
        "shared-already" => Some((Tone::Info, words.shared_already)),
        "declined" => Some((Tone::Success, words.declined)),
        "share-ended" => Some((Tone::Success, words.share_ended)),
        "along" => Some((Tone::Success, words::of(cx.lang).own_account.taken)),
        "not-along" => Some((Tone::Success, words::of(cx.lang).own_account.declined)),
        "taken" => Some((Tone::Success, words.taken)),
        "not-taken" => Some((Tone::Success, words.not_taken)),
        _ => None,
    };
    let alone = listed.iter().all(|one| one.member.relation == Relation::Own);
    Page::new(
        words.title,
        html! {
            @if let Some((tone, said)) = done { (alert(tone, said)) }
            ul .people {
                @for one in listed { li { (person(cx, one)) } }
            }
            @if alone { p { (words.alone) } }
            (actions(link_button(words.add, path::NEW, Kind::Primary)))
        },
    )
    .lead(words.lead)
    .back(account_words::of(cx.lang).form.back_to_dashboard, account_path::DASHBOARD)
}

/// A person as an object: who, how old, and what can be done.
fn person(cx: &Cx, listed: &FamilyRow) -> Markup {
    let FamilyRow { member, offer } = listed;
    let words = &words::of(cx.lang).list;
    let (of, name) = (&member.person, member.person.name.full());
    let change = match member.relation {
        Relation::Own => account_path::PERSON.to_owned(),
        _ => path::of_member(path::MEMBER, member.id),
    };
    html! {
        section .card .person aria-label=(name) {
            p .person-name {
                strong { (name) } " "
                span .person-age { (age(cx.lang, of.birth_date, cx.now.jst_date())) }
                @if member.sharing.is_some() { " " span .ahead { (words.shared) } }
            }
            p .quiet {
                ((words.relation)(member.relation)) " · " (WholeParts(&lang::date_with_era(cx.lang, of.birth_date)))
            }
            p .person-ways {
                a href=(change) { (words.change) span .unseen { ": " (name) } }
                @let share = if member.sharing.is_some() { words.sharing } else { words.share };
                a href=(path::of_member(path::SHARING, member.id)) { (share) span .unseen { ": " (name) } }
                @if member.relation != Relation::Own && member.is_held() {
                    a href=(path::of_member(path::REMOVAL, member.id)) { (words.remove) span .unseen { ": " (name) } }
                }
            }
            (super::own_word::reminder(cx, member))
            @if let Some(from) = offer { (answer(cx, member, from)) }
        }
    }
}

/// That another account offers this one to decide, with the buttons that answer.
fn answer(cx: &Cx, member: &Member, from: &str) -> Markup {
    let words = &words::of(cx.lang).list;
    alert(
        Tone::Info,
        html! {
            p { ((words.offer)(from)) }
            (form_named(&(words.offer_form)(&member.person.name.full()), &path::of_member(path::ANSWER, member.id), &cx.csrf(), actions(html! {
                (button_saying(Kind::Primary, words.take, TAKES, "1"))
                (button_saying(Kind::Secondary, words.do_not_take, TAKES, "0"))
            })))
        },
    )
}
