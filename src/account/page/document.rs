//! 利用規約, プライバシーポリシー, and agreeing to new versions of them.

use super::{agreement as agreement_box, going_on, sentences};
use crate::account::form::{AccountProblems, AgreementField, AgreementForm};
use crate::account::{path, words};
use crate::document::Document;
use crate::lang::Words;
use crate::ui::{Page, actions, button, form_whole};
use crate::web::Cx;
use maud::html;

/// A document to read.
pub fn show(cx: &Cx, title: Words, document: &Document) -> Page {
    Page::new(
        cx.say(title),
        html! {
            div .prose { (document.html(cx.lang)) }
            p .quiet { (cx.say(words::VERSION)) " " (document.version) }
        },
    )
}

/// Asks to agree to the documents as they are now.
pub fn agreement(cx: &Cx, typed: &AgreementForm, problems: &AccountProblems<AgreementField>) -> Page {
    let wrong = sentences(cx, problems);
    Page::new(
        cx.say(words::AGREEMENT),
        html! {
            (form_whole(path::AGREEMENT, &cx.csrf(), html! {
                (going_on(cx))
                (agreement_box(cx, AgreementField::Agree, words::AGREE, &typed.agree, &wrong))
                (actions(button(cx.say(words::AGREEMENT_BUTTON))))
            }))
            p { a href=(path::WITHDRAWAL) { (cx.say(words::LEAVING)) } }
        },
    )
    .lead(cx.say(words::AGREEMENT_LEAD))
    .problems(wrong.summary(cx.lang))
}
