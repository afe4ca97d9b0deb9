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
use maud::{Markup, html};

/// A text as the clinic wrote it, line by line.
pub fn own(lang: Lang, text: &str) -> Markup {
    html! { span .own lang=[(lang != Lang::Ja).then_some(Lang::Ja.tag())] { (PlainText(text)) } }
}

/// A phone number to press.
pub fn call(phone: &Phone) -> Markup {
    html! { a href={ "tel:" (phone.digits()) } { (phone.hyphenated()) } }
}
