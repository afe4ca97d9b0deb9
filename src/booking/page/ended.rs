//! A booking under way that has ended or never was, and one whose reservation this browser does not show any more.

use crate::account;
use crate::booking::words;
use crate::clinic::{Clinic, path as clinic_path};
use crate::ui::{Link, Page, apology};
use crate::web::Cx;
use maud::html;

/// The page. It says the same of what was left, of what has ended and of somebody else's; and first of all how to reach what
/// may have been booked, so that nobody books twice.
pub fn show(cx: &Cx, clinic: &Clinic) -> Page {
    let words = &words::of(cx.lang).ended;
    let body = html! {
        p { (words.why) }
        p { (words.booked_perhaps) }
    };
    let menus = Link::new(words.to_menus, clinic_path::of_clinic(clinic_path::MENUS, &clinic.id));
    Page::new(words.title, apology(cx.lang, body, &[dashboard(cx), menus], None))
}

/// The page of a booking that was completed, and whose reservation came under an account or was parted from one since.
pub fn booked(cx: &Cx) -> Page {
    let words = &words::of(cx.lang).ended;
    Page::new(words.booked_title, apology(cx.lang, html! { p { (words.booked) } }, &[dashboard(cx)], None))
}

fn dashboard(cx: &Cx) -> Link {
    Link::new(words::of(cx.lang).ended.to_dashboard, account::path::DASHBOARD)
}
