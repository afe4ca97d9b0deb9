//! What 退会 says of the reservations that are still to come, and the box that cancels them.
//!
//! It stands inside the form of that page; what is done about it is decided when the form is sent.

use crate::account::CANCEL_COMING;
use crate::clinic::{Clinic, call, own};
use crate::lang;
use crate::reservation::model::Reservation;
use crate::reservation::words::leaving as words;
use crate::ui::{Tone, alert, field};
use crate::web::Cx;
use maud::{Markup, html};

/// The coming reservations of an account that is about to be removed; nothing when there are none.
pub fn show(cx: &Cx, coming: &[(Clinic, Reservation)]) -> Markup {
    let may_cancel = |(_, of): &(Clinic, Reservation)| of.may_cancel(cx.now).is_ok();
    html! {
        @if !coming.is_empty() {
            (alert(Tone::Warning, html! {
                p { strong { (cx.say(words::COMING)) } }
                ul {
                    @for entry @ (clinic, of) in coming {
                        li {
                            (lang::moment(cx.lang, of.slot.starts())) " " (own(cx.lang, &clinic.name))
                            @if !may_cancel(entry) {
                                br; (cx.say(words::TOO_LATE)) " " (call(&clinic.phone))
                            }
                        }
                    }
                }
                p { (cx.say(words::STAY)) }
            }))
            @if coming.iter().any(may_cancel) {
                (field::checkbox(CANCEL_COMING, html! { (cx.say(words::CANCEL_ALL)) }, cx.form().has(CANCEL_COMING))
                    .render(cx.lang))
            }
        }
    }
}
