//! 利用規約, プライバシーポリシー, and agreeing to new versions of them.

use super::{FieldProblem, agreement as agreement_box, going_on};
use crate::account::{path, words};
use crate::document::Document;
use crate::lang::Words;
use crate::ui::{Page, actions, button, form_whole, problem_summary};
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
pub fn agreement(cx: &Cx, refused: bool) -> Page {
    let problems: Vec<FieldProblem> =
        refused.then(|| ("agree", cx.say(words::AGREE_MISSING).to_owned())).into_iter().collect();
    Page::new(
        cx.say(words::AGREEMENT),
        html! {
            (form_whole(path::AGREEMENT, &cx.csrf(), html! {
                (going_on(cx))
                (agreement_box(cx, "agree", words::AGREE, super::of(&problems, "agree")))
                (actions(button(cx.say(words::AGREEMENT_BUTTON))))
            }))
            p { a href=(path::WITHDRAWAL) { (cx.say(words::LEAVING)) } }
        },
    )
    .lead(cx.say(words::AGREEMENT_LEAD))
    .problems(problem_summary(cx.lang, &problems))
}
