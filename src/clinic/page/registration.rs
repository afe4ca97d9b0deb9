//! マイクリニック登録: the way in for somebody who is signed out, the question on the dashboard, and why a code does not work.

use super::{as_written, call};
use crate::account::path::{DASHBOARD, TOP};
use crate::clinic::words;
use crate::clinic::{Clinic, RegistrationCode, path};
use crate::ui::{Link, Page, Tone, actions, alert, apology, button, dialog, form, leave, overview};
use crate::web::Cx;
use maud::{Markup, html};
use std::sync::Arc;

/// What the dashboard says or asks about a registration.
pub enum RegistrationPrompt {
    /// Whether to register the clinic of this code.
    Whether(RegistrationCode, Arc<Clinic>),
    /// It is registered already.
    Already(Arc<Clinic>),
    /// The code is an old one.
    Retired(Arc<Clinic>),
    /// There is no such code.
    Unknown,
    /// It has just been registered.
    Done(Arc<Clinic>),
}

/// Which clinic is to be registered, beside the form of アカウント認証.
pub fn way_in(cx: &Cx, clinic: &Clinic) -> Markup {
    let words = &words::of(cx.lang).registration;
    alert(
        Tone::Info,
        html! {
            p { strong { (words.title) ": " (as_written(cx.lang, clinic.own_name())) } }
            p .quiet { (as_written(cx.lang, clinic.own_address())) }
            p { (words.way_in) }
        },
    )
}

/// That the code is an old one, and whom to ask for the new one.
pub fn retired(cx: &Cx, clinic: &Clinic) -> Page {
    Page::new(words::of(cx.lang).registration.retired, apology(cx.lang, retired_why(cx, clinic), &[home(cx)], None))
}

/// That there is no such code, and what may be the matter.
pub fn unknown(cx: &Cx) -> Page {
    Page::new(words::of(cx.lang).registration.unknown, apology(cx.lang, unknown_why(cx), &[home(cx)], None))
}

/// The part of the dashboard.
pub fn on_dashboard(cx: &Cx, asked: &RegistrationPrompt) -> Markup {
    let words = &words::of(cx.lang).registration;
    match asked {
        RegistrationPrompt::Whether(code, clinic) => dialog(
            words.title,
            html! {
                p { (words.whether) }
                (who(cx, clinic))
                (form(&path::of_code(path::REGISTRATION, *code), &cx.csrf(), actions(html! {
                    (button(words.register))
                    (leave(words.cancel, DASHBOARD))
                })))
            },
        ),
        RegistrationPrompt::Already(clinic) => {
            closing(cx, words.already, html! { p { (words.already_why) } (who(cx, clinic)) })
        }
        RegistrationPrompt::Retired(clinic) => closing(cx, words.retired, retired_why(cx, clinic)),
        RegistrationPrompt::Unknown => closing(cx, words.unknown, unknown_why(cx)),
        RegistrationPrompt::Done(clinic) => {
            alert(Tone::Success, html! { (as_written(cx.lang, clinic.own_name())) (words.done) })
        }
    }
}

fn closing(cx: &Cx, title: &str, body: Markup) -> Markup {
    dialog(title, html! { (body) (actions(leave(words::of(cx.lang).registration.close, DASHBOARD))) })
}

fn home(cx: &Cx) -> Link {
    Link::new(words::of(cx.lang).registration.home, TOP)
}

/// The clinic, so that it can be told from one of the same name.
fn who(cx: &Cx, clinic: &Clinic) -> Markup {
    let words = words::of(cx.lang);
    overview(&[
        (words.registration.clinic.to_owned(), html! { (as_written(cx.lang, clinic.own_name())) }),
        (words.info.address.to_owned(), html! { (as_written(cx.lang, clinic.own_address())) }),
        (words.info.phone.to_owned(), call(&clinic.phone)),
    ])
}

fn retired_why(cx: &Cx, clinic: &Clinic) -> Markup {
    html! {
        p { (words::of(cx.lang).registration.retired_why) }
        p { (as_written(cx.lang, clinic.own_name())) " " (call(&clinic.phone)) }
    }
}

fn unknown_why(cx: &Cx) -> Markup {
    let words = &words::of(cx.lang).registration;
    html! {
        p { (words.unknown_cut) }
        p { (words.unknown_ask) }
    }
}
