//! What 確認 of a changed 利用者情報 says of the reservations that are still to come, and the box that changes them too.
//!
//! It stands inside the form of that page; what is done about it is decided when the form is sent.

use crate::account::CHANGE_COMING;
use crate::clinic::as_written;
use crate::lang;
use crate::reservation::holdings::Held;
use crate::reservation::words;
use crate::ui::{Tone, alert, field};
use crate::web::Cx;
use maud::{Markup, html};

/// The coming reservations for those whose details are about to be changed; nothing when there are none. Of `several` people some
/// may be left as they are, with their reservations.
pub fn show(cx: &Cx, coming: &[Held], several: bool) -> Markup {
    let words = &words::of(cx.lang).changing;
    html! {
        @if !coming.is_empty() {
            (alert(Tone::Info, html! {
                p { strong { (words.coming) } }
                ul {
                    @for (clinic, of) in coming {
                        li { (lang::WrittenMoment(cx.lang, of.slot.starts())) " " (as_written(cx.lang, clinic.own_name())) " " (of.attendee.person.full_name()) }
                    }
                }
                p { (words.stay) @if several { " " (words.only_of_changed) } }
            }))
            (field::checkbox(CHANGE_COMING, html! { (words.change_all) }, true).render(cx.lang))
        }
    }
}
