//! マイクリニック登録: the way in for somebody who is signed out, the question on the dashboard, and why a code does not work.

use super::{call, own};
use crate::account::path::{DASHBOARD, TOP, sign_in_then, sign_up_then};
use crate::clinic::words::{info, registration as words};
use crate::clinic::{Clinic, RegistrationCode, path};
use crate::lang::Words;
use crate::ui::{Kind, Link, Page, Tone, actions, alert, apology, button, dialog, form, leave, link_button, overview};
use crate::web::Cx;
use maud::{Markup, html};

/// What the dashboard says or asks about a registration.
pub enum RegistrationPrompt {
    /// Whether to register the clinic of this code.
    Whether(RegistrationCode, Clinic),
    /// It is registered already.
    Already(Clinic),
    /// The code is an old one.
    Retired(Clinic),
    /// There is no such code.
    Unknown,
    /// It has just been registered.
    Done(Clinic),
}

/// Which clinic it is, and the two ways to go on; both come back here.
pub fn way_in(cx: &Cx, code: RegistrationCode, clinic: &Clinic) -> Page {
    // Without a query that somebody has added, and which might be too long to be come back to.
    let here = path::of_code(path::REGISTRATION, code);
    Page::new(
        cx.say(words::TITLE),
        html! {
            (who(cx, clinic))
            (actions(html! {
                (link_button(cx.say(words::SIGN_IN), &sign_in_then(&here), Kind::Primary))
                (link_button(cx.say(words::SIGN_UP), &sign_up_then(&here), Kind::Secondary))
            }))
        },
    )
    .lead(cx.say(words::WAY_IN))
}

/// That the code is an old one, and whom to ask for the new one.
pub fn retired(cx: &Cx, clinic: &Clinic) -> Page {
    Page::new(cx.say(words::RETIRED), apology(cx.lang, retired_why(cx, clinic), &[home(cx)], None))
}

/// That there is no such code, and what may be the matter.
pub fn unknown(cx: &Cx) -> Page {
    Page::new(cx.say(words::UNKNOWN), apology(cx.lang, unknown_why(cx), &[home(cx)], None))
}

/// The part of the dashboard.
pub fn on_dashboard(cx: &Cx, asked: &RegistrationPrompt) -> Markup {
    match asked {
        RegistrationPrompt::Whether(code, clinic) => dialog(
            cx.say(words::TITLE),
            html! {
                p { (cx.say(words::WHETHER)) }
                (who(cx, clinic))
                (form(&path::of_code(path::REGISTRATION, *code), &cx.csrf(), actions(html! {
                    (button(cx.say(words::REGISTER)))
                    (leave(cx.say(words::CANCEL), DASHBOARD))
                })))
            },
        ),
        RegistrationPrompt::Already(clinic) => {
            closing(cx, words::ALREADY, html! { p { (cx.say(words::ALREADY_WHY)) } (who(cx, clinic)) })
        }
        RegistrationPrompt::Retired(clinic) => closing(cx, words::RETIRED, retired_why(cx, clinic)),
        RegistrationPrompt::Unknown => closing(cx, words::UNKNOWN, unknown_why(cx)),
        RegistrationPrompt::Done(clinic) => {
            alert(Tone::Success, html! { (own(cx.lang, &clinic.name)) (cx.say(words::DONE)) })
        }
    }
}

fn closing(cx: &Cx, title: Words, body: Markup) -> Markup {
    dialog(cx.say(title), html! { (body) (actions(leave(cx.say(words::CLOSE), DASHBOARD))) })
}

fn home(cx: &Cx) -> Link {
    Link::new(cx.say(words::HOME), TOP)
}

/// The clinic, so that it can be told from one of the same name.
fn who(cx: &Cx, clinic: &Clinic) -> Markup {
    overview(&[
        (cx.say(words::CLINIC).to_owned(), html! { (own(cx.lang, &clinic.name)) }),
        (cx.say(info::ADDRESS).to_owned(), html! { (own(cx.lang, &clinic.site.address)) }),
        (cx.say(info::PHONE).to_owned(), call(&clinic.phone)),
    ])
}

fn retired_why(cx: &Cx, clinic: &Clinic) -> Markup {
    html! {
        p { (cx.say(words::RETIRED_WHY)) }
        p { (own(cx.lang, &clinic.name)) " " (call(&clinic.phone)) }
    }
}

fn unknown_why(cx: &Cx) -> Markup {
    html! {
        p { (cx.say(words::UNKNOWN_CUT)) }
        p { (cx.say(words::UNKNOWN_ASK)) }
    }
}
