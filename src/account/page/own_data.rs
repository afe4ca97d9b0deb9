//! 登録されている情報: the page from which the file is taken, and the file: a page by itself that opens on any device.

use super::account::must_ask_password;
use super::{current_password, sentences};
use crate::account::form::{AccountProblems, OwnDataField};
use crate::account::own_data::DataSection;
use crate::account::{Account, Member, path, words};
use crate::lang;
use crate::person::page::rows;
use crate::ui::{Page, actions, button, form_file_input, overview};
use crate::web::Cx;
use maud::{DOCTYPE, Markup, html};

/// The page.
pub fn show(cx: &Cx, problems: &AccountProblems<OwnDataField>) -> Page {
    let own_data = words::own_data::of(cx.lang);
    let wrong = sentences(cx, problems);
    let body = html! {
        p { (own_data.care) }
        (form_file_input(path::OWN_DATA, &cx.csrf(), html! {
            @if must_ask_password(cx) {
                (current_password(cx, OwnDataField::CurrentPassword, Some(own_data.why_password), &wrong))
            }
            (actions(button(own_data.button)))
        }))
        p .quiet { (own_data.beyond) }
    };
    Page::new(own_data.title, body)
        .with_input()
        .lead(own_data.lead)
        .back(words::of(cx.lang).form.back_to_account, path::ACCOUNT)
        .problems(wrong.summary(cx.lang))
}

/// The file.
pub fn file(cx: &Cx, sections: &[DataSection]) -> Markup {
    let words = words::own_data::of(cx.lang);
    let service = &cx.floor.config.service.name;
    html! {
        (DOCTYPE)
        html lang=(cx.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (words.title) " | " (service) }
            }
            body { main {
                h1 { (words.title) " (" (service) ")" }
                p { ((words.made)(&lang::moment(cx.lang, cx.now))) }
                @for section in sections {
                    h2 { (section.title) }
                    (section.body)
                }
            } }
        }
    }
}

/// What is stored of the account.
pub fn account(cx: &Cx, account: &Account) -> DataSection {
    let words = words::own_data::of(cx.lang);
    let written = |moment| html! { (lang::moment(cx.lang, moment)) };
    let mut rows = vec![
        (words.customer_id.to_owned(), html! { (account.customer_id) }),
        (words.address.to_owned(), html! { (account.address.as_str()) }),
        (words.since.to_owned(), written(account.created)),
    ];
    rows.extend(account.agreements.iter().map(|agreed| {
        let versions = (words.versions)(&agreed.terms, &agreed.privacy);
        (words.agreed.to_owned(), html! { (written(agreed.at)) " (" (versions) ")" })
    }));
    DataSection { title: words.account, body: overview(&rows) }
}

/// What is stored of a person, in the order of the form; `more` is what later rooms know of them.
pub fn person(cx: &Cx, member: &Member, more: Vec<(String, Markup)>) -> Markup {
    let mut rows = rows(cx.lang, &member.person, cx.now.jst_date());
    rows.extend(more);
    html! { h3 { (member.person.name.full()) } (overview(&rows)) }
}
