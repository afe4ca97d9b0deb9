//! The choice of somebody who works at several clinics, or at none.

use crate::clinic::Clinic;
use crate::clinic::path::of_clinic;
use crate::console::{path, words};
use crate::staff::{self, Role};
use crate::ui::{Page, link_row};
use crate::web::Cx;
use maud::html;
use std::sync::Arc;

/// The clinics with their roles.
pub fn show(cx: &Cx, clinics: &[(Arc<Clinic>, Role)]) -> Page {
    let words = &words::of(cx.lang).clinics;
    let roles = staff::words::of(cx.lang).role;
    if clinics.is_empty() {
        return Page::new(words.none, html! { p { (words.none_help) } });
    }
    Page::new(
        words.title,
        html! {
            ul .rows {
                @for (clinic, role) in clinics {
                    li { (link_row(&of_clinic(path::TODAY, &clinic.id), html! { (clinic.name) },
                        Some(html! { (roles(*role)) }))) }
                }
            }
        },
    )
}
