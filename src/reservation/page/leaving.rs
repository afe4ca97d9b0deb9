//! What 退会 says of the reservations that are still to come, and the box that cancels them.
//!
//! It stands inside the form of that page; what is done about it is decided when the form is sent.

use crate::account::CANCEL_COMING;
use crate::clinic::{as_written, call};
use crate::lang;
use crate::reservation::holdings::Held;
use crate::reservation::words;
use crate::ui::{Tone, alert, field};
use crate::web::Cx;
use maud::{Markup, html};

/// The coming reservations of an account, or of a member of a family, that is about to be removed; nothing when there are none.
/// `stay` says what becomes of them.
pub fn show(cx: &Cx, coming: &[Held], stay: &str) -> Markup {
    let words = &words::of(cx.lang).leaving;
    let may_cancel = |(_, of): &Held| of.may_cancel(cx.now).is_ok();
    html! {
        @if !coming.is_empty() {
            (alert(Tone::Warning, html! {
                p { strong { (words.coming) } }
                ul {
                    @for entry @ (clinic, of) in coming {
                        li {
                            (lang::WrittenMoment(cx.lang, of.slot.starts())) " " (as_written(cx.lang, clinic.own_name())) " " (of.attendee.person.full_name())
                            @if !may_cancel(entry) {
                                br; (words.too_late) " " (call(&clinic.phone))
                            }
                        }
                    }
                }
                p { (stay) }
            }))
            @if coming.iter().any(may_cancel) {
                (field::checkbox(CANCEL_COMING, html! { (words.cancel_all) }, cx.form().has(CANCEL_COMING))
                    .render(cx.lang))
            }
        }
    }
}
