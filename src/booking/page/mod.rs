//! The screens of booking: menus, calendar, 受診者, 確認, 予約確定.

pub mod booked;
pub mod calendar;
pub mod confirmation;
pub mod course;
pub mod ended;
mod figures;
mod guardian;
pub mod guest_party;
pub mod limited;
pub mod member;
pub mod menus;
mod month;
pub mod not_moved;
pub mod party;
pub mod party_confirmation;
pub mod person;
pub mod proof;
pub mod relative;
mod slots;
pub mod to_confirm;
pub mod unit;

pub use slots::value as slot_value;

use super::words;
use crate::clinic::{Clinic, Menu, Visit, as_written, call, sign};
use crate::clock::Moment;
use crate::lang::Lang;
use crate::person::{Identity, name_on};
use crate::slots::words as slot_words;
use crate::ui::{self, Kind, actions, button_saying, form_named};
use crate::web::Cx;
use maud::{Markup, html};

/// Where in the booking a page stands, from 0; `moving` when a reservation gets another time.
fn steps(cx: &Cx, moving: bool, current: usize) -> Markup {
    let words = &words::of(cx.lang).course;
    let labels: &[&str] = if moving { &words.moving_steps } else { &words.steps };
    ui::steps(cx.lang, labels, current)
}

/// What is being booked, in a line: `さくら内科クリニック / 一般内科 (初診)`.
fn subject(lang: Lang, clinic: &Clinic, menu: &Menu, visit: Visit) -> Markup {
    html! {
        p .subject {
            span .subject-menu { (as_written(lang, menu.own_name())) " (" ((slot_words::of(lang).visit)(visit)) ")" }
            span .subject-clinic { (sign(clinic)) (as_written(lang, clinic.own_name())) }
        }
    }
}

/// At which clinic it is, for a patient of several.
fn place(lang: Lang, clinic: &Clinic) -> Markup {
    html! { p .subject-clinic { (sign(clinic)) (as_written(lang, clinic.own_name())) } }
}

/// A person's name with the age of today.
pub fn name_today(cx: &Cx, person: Identity<'_>) -> String {
    name_on(cx.lang, person, cx.now.jst_date())
}

/// How to reach the clinic where the page is of no help.
fn or_call(cx: &Cx, clinic: &Clinic) -> Markup {
    html! { p .quiet { (words::of(cx.lang).course.call) " " (call(&clinic.phone)) } }
}

/// Until when the chosen time is kept from others, or that it is not.
fn kept(cx: &Cx, until: Option<Moment>) -> Markup {
    let words = &words::of(cx.lang).course;
    html! {
        p .quiet {
            @match until {
                Some(until) => ((words.kept_until)(until)),
                None => (words.not_kept),
            }
        }
    }
}

/// The form that leaves a booking under way.
fn leave(cx: &Cx, action: &str, label: &str) -> Markup {
    form_named(label, action, &cx.csrf(), actions(button_saying(Kind::Secondary, label, "then", "leave")))
}
