//! A booking under way that has ended or never was, with the way to begin anew.

use crate::booking::words;
use crate::clinic::{Clinic, path as clinic_path};
use crate::ui::{Link, Page, apology};
use crate::web::Cx;
use maud::html;

/// The page. It says the same of what was left, of what has ended and of somebody else's.
pub fn show(cx: &Cx, clinic: &Clinic) -> Page {
    let words = &words::of(cx.lang).ended;
    let ways = [Link::new(words.to_menus, clinic_path::of_clinic(clinic_path::MENUS, &clinic.id))];
    Page::new(words.title, apology(cx.lang, html! { p { (words.why) } }, &ways, None))
}
