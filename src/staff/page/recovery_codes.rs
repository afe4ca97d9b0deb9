//! The recovery codes, which are shown until they are noted down.

use crate::secret::typed_code;
use crate::staff::{path, words};
use crate::ui::{Page, actions, button, form_whole, print_way, steps};
use crate::web::Cx;
use maud::html;

/// The codes.
pub fn show(cx: &Cx, codes: &[String]) -> Page {
    let words = words::of(cx.lang);
    Page::new(
        words.recovery.title,
        html! {
            ol .recovery-codes translate="no" { @for code in codes { li { code { (typed_code::grouped(code, "-")) } } } }
            @for sentence in words.recovery.help { p { (sentence) } }
            (print_way(cx.lang))
            (form_whole(path::RECOVERY_CODES, &cx.csrf(), html! { (actions(button(words.recovery.noted))) }))
        },
    )
    .lead(words.recovery.lead)
    .steps(steps(cx.lang, &words.invitation.steps, 2))
}
