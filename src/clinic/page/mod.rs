//! What a clinic says of itself, drawn for the pages of this room and of those after it.
//!
//! A clinic's own texts stay as they were typed: on a page in another language they are marked as Japanese.

mod hours;
mod info;
pub mod poster;
pub mod registration;

pub use info::{announcement, in_brief, info};

use crate::lang::Lang;
use crate::person::Phone;
use crate::ui::PlainText;
use maud::{Markup, Render, html};

/// A text as the clinic wrote it, line by line.
pub fn as_written(lang: Lang, text: &str) -> Markup {
    AsWritten(lang, text).render()
}

/// What [`as_written`] gives, written where it stands.
#[derive(Clone, Copy, Debug)]
pub struct AsWritten<'a>(pub Lang, pub &'a str);

impl Render for AsWritten<'_> {
    fn render_to(&self, html: &mut String) {
        html.push_str(match self.0 {
            Lang::Ja => r#"<span class="own">"#,
            Lang::En => r#"<span class="own" lang="ja">"#,
        });
        PlainText(self.1).render_to(html);
        html.push_str("</span>");
    }
}

/// A phone number to press.
pub fn call(phone: &Phone) -> Markup {
    html! { a href={ "tel:" (phone.digits()) } { (phone.hyphenated()) } }
}
