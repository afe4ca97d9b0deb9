//! What a clinic says of itself, drawn for the pages of this room and of those after it.
//!
//! A clinic's own texts stay as they were typed. On a page in English they are the English ones, and those that have none are marked
//! as Japanese.

mod hours;
mod info;
pub mod poster;
pub mod registration;
mod sign;

pub use hours::{rule as closure_in_words, week as week_table};
pub use info::{announcement, departments, in_brief, info};
pub use sign::sign;

use crate::clinic::OwnText;
use crate::lang::Lang;
use crate::person::Phone;
use crate::ui::PlainText;
use maud::{Markup, Render, html};

/// A text as the clinic wrote it, line by line. No page draws one in another way, so that its language is never forgotten.
pub fn as_written(lang: Lang, text: OwnText<'_>) -> Markup {
    AsWritten(lang, text).render()
}

/// What [`as_written`] gives, written where it stands.
#[derive(Clone, Copy, Debug)]
pub struct AsWritten<'a>(pub Lang, pub OwnText<'a>);

impl Render for AsWritten<'_> {
    fn render_to(&self, html: &mut String) {
        let Self(lang, text) = *self;
        html.push_str(match (lang, text.lang(lang)) {
            (Lang::En, Lang::Ja) => r#"<span class="own" lang="ja">"#,
            _ => r#"<span class="own">"#,
        });
        PlainText(text.text(lang)).render_to(html);
        html.push_str("</span>");
    }
}

/// A phone number to press.
pub fn call(phone: &Phone) -> Markup {
    html! { a href={ "tel:" (phone.digits()) } { (phone.hyphenated()) } }
}
