//! Setting up the second factor.

use super::{code_input, sentences};
use crate::staff::form::{CodeField, StaffProblems};
use crate::staff::under_way::{Enrolment, EnrolmentOrigin};
use crate::staff::{path, words};
use crate::ui::{Page, actions, button, fold, form_whole_input, steps};
use crate::web::Cx;
use maud::html;

/// The QR code, the secret as text, and the field for the first code.
pub fn show(cx: &Cx, enrolment: &Enrolment, address: &str, problems: &StaffProblems<CodeField>) -> Page {
    let words = words::of(cx.lang);
    let wrong = sentences(cx, problems);
    // On a phone this address opens the authenticator app that is on it.
    let url = enrolment.authenticator.url(&cx.floor.config.service.name, address).unwrap_or_default();
    let page = Page::new(
        words.authenticator.title,
        html! {
            ol .numbered { @for sentence in words.authenticator.steps { li { (sentence) } } }
            img .authenticator-qr src=(path::AUTHENTICATOR_QR) width="240" height="240"
                alt=(words.authenticator.qr);
            p { a href=(url) { (words.authenticator.on_this_device) } }
            (fold(words.authenticator.by_hand, false, html! {
                p { (words.authenticator.by_hand_help) }
                p { code .secret translate="no" { (enrolment.authenticator.text()) } }
            }))
            (form_whole_input(path::AUTHENTICATOR, &cx.csrf(), html! {
                (code_input(words.code.label, "numeric", wrong.beside(CodeField::Code)).render(cx.lang))
                (actions(button(words.authenticator.button)))
            }))
        },
    )
    .lead(words.authenticator.lead)
    .steps(steps(cx.lang, &words.invitation.steps, 1))
    .with_input()
    .problems(wrong.summary(cx.lang));
    match enrolment.origin {
        EnrolmentOrigin::FirstStart(_) => page.back(words.authenticator.back, path::SETUP_OWNER),
        EnrolmentOrigin::Invitation(_) => page,
    }
}
