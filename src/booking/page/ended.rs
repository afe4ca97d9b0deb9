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
        p { strong { (words.booked_perhaps) } " " (reached(cx)) }
        p { (words.why) }
    };
    let menus = Link::new(words.to_menus, clinic_path::of_clinic(clinic_path::MENUS, &clinic.id));
    Page::new(words.title, apology(cx.lang, body, &[dashboard(cx), menus], None))
}

/// The page of a booking that was completed, and whose reservation came under an account or was parted from one since.
pub fn booked(cx: &Cx) -> Page {
    let words = &words::of(cx.lang).ended;
    let body = html! { p { (words.booked) " " (reached(cx)) } };
    Page::new(words.booked_title, apology(cx.lang, body, &[dashboard(cx)], None))
}

/// Where what was booked can be seen: a guest has the mail only.
fn reached(cx: &Cx) -> &'static str {
    let words = &words::of(cx.lang).ended;
    if cx.session().is_some() { words.on_dashboard } else { words.by_mail }
}

fn dashboard(cx: &Cx) -> Link {
    let words = &words::of(cx.lang).ended;
    let label = if cx.session().is_some() { words.to_dashboard } else { words.sign_in };
    Link::new(label, account::path::DASHBOARD)
}
