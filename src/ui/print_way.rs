//! How a page is printed: a button, which only a script can make work, and without one the sentence that names the browser's own way.

use super::words;
use crate::lang::Lang;
use maud::{Markup, html};

/// The button, and the sentence in its place.
pub fn print_way(lang: Lang) -> Markup {
    let words = words::of(lang);
    html! {
        p .print-way {
            button .button .button-secondary type="button" hidden { (words.print) }
            span { (words.print_hint) }
        }
    }
}
