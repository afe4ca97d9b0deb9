//! 利用規約, プライバシーポリシー, and agreeing to new versions of them.

use super::{agreement as agreement_box, going_on, sentences};
use crate::account::form::{AccountProblems, AgreementField, AgreementForm};
use crate::account::{path, words};
use crate::document::Document;
use crate::ui::{Page, actions, button, form_whole_input};
use crate::web::Cx;
use maud::html;

/// A document to read.
pub fn show(cx: &Cx, title: &str, document: &Document) -> Page {
    Page::new(
        title,
        html! {
            div .prose { (document.html(cx.lang)) }
            p .quiet { (words::of(cx.lang).agreement.version) " " (document.version) }
        },
    )
}

/// Asks to agree to the documents as they are now.
pub fn agreement(cx: &Cx, typed: &AgreementForm, problems: &AccountProblems<AgreementField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    Page::new(
        words.agreement.title,
        html! {
            (form_whole_input(path::AGREEMENT, &cx.csrf(), html! {
                (going_on(cx))
                (agreement_box(cx, AgreementField::Agree, words.agreement.agree, &typed.agree, &wrong))
                (actions(button(words.agreement.button)))
            }))
            p { a href=(path::WITHDRAWAL) { (words.withdrawal.leaving) } }
        },
    )
    .lead(words.agreement.lead)
    .with_input()
    .problems(wrong.summary(cx.lang))
}
