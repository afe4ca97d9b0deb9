//! A clinic as a page names it that a limit has stopped.

use crate::clinic::path::{MENUS, of_clinic};
use crate::clinic::{Clinic, as_written, call};
use crate::web::Cx;
use maud::{Markup, html};

/// Its name, and its phone number to press.
pub fn contact(cx: &Cx, clinic: &Clinic) -> Markup {
    html! { (as_written(cx.lang, clinic.own_name())) " " (call(&clinic.phone)) }
}

/// A link to its page, by its name.
pub fn booking_page(cx: &Cx, clinic: &Clinic) -> Markup {
    html! { a href=(of_clinic(MENUS, &clinic.id)) { (as_written(cx.lang, clinic.own_name())) } }
}
