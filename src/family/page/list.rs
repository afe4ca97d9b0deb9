//! ご家族: everybody for whom the account books.

use crate::account::{Member, Relation, path as account_path, words as account_words};
use crate::family::{path, words};
use crate::lang;
use crate::person::age;
use crate::ui::{Kind, Page, Tone, WholeParts, actions, alert, link_button};
use crate::web::Cx;
use maud::{Markup, html};

/// The page.
pub fn show(cx: &Cx, members: &[Member]) -> Page {
    let words = &words::of(cx.lang).list;
    let done = match cx.query("done").as_str() {
        "added" => Some((Tone::Success, words.added)),
        "changed" => Some((Tone::Success, words.changed)),
        "removed" => Some((Tone::Success, words.removed)),
        "known" => Some((Tone::Info, words.known)),
        _ => None,
    };
    let alone = members.iter().all(|member| member.relation == Relation::Own);
    Page::new(
        words.title,
        html! {
            @if let Some((tone, said)) = done { (alert(tone, said)) }
            ul .people {
                @for member in members { li { (person(cx, member)) } }
            }
            @if alone { p { (words.alone) } }
            (actions(link_button(words.add, path::NEW, Kind::Primary)))
        },
    )
    .lead(words.lead)
    .back(account_words::of(cx.lang).form.back_to_dashboard, account_path::DASHBOARD)
}

/// A person as an object: who, how old, and what can be done.
fn person(cx: &Cx, member: &Member) -> Markup {
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
            }
            p .quiet {
                ((words.relation)(member.relation)) " · " (WholeParts(&lang::date_with_era(cx.lang, of.birth_date)))
            }
            p .person-ways {
                a href=(change) { (words.change) span .unseen { ": " (name) } }
                @if member.relation != Relation::Own {
                    a href=(path::of_member(path::REMOVAL, member.id)) { (words.remove) span .unseen { ": " (name) } }
                }
            }
        }
    }
}
