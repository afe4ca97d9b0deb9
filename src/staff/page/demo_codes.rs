//! The present codes of a demonstration's staff.

use crate::staff::model::Staff;
use crate::staff::words;
use crate::ui::{Page, overview};
use crate::web::Cx;
use maud::html;

/// Each with the code that their app would show now.
pub fn show(cx: &Cx, all: &[Staff]) -> Page {
    let words = &words::of(cx.lang).demo;
    let rows: Vec<_> = all
        .iter()
        .map(|staff| {
            let code = staff.authenticator.code(cx.now);
            (staff.name.clone(), html! { strong .figures { (code) } br; (staff.address.as_str()) })
        })
        .collect();
    Page::new(words.codes, overview(&rows)).lead(words.codes_lead)
}
