//! Where in a longer procedure a page stands.
//!
//! All labels are shown, because "2 of 4" alone does not say what is to come. A screen of at most 18rem, such as a phone with text at twice
//! its size, has room for one: there the present step stands with its number, and the others are only read out.

use super::{Icon, words};
use crate::lang::Lang;
use maud::{Markup, html};

/// The steps of a procedure; `current` counts from 0.
pub fn steps(lang: Lang, labels: &[&str], current: usize) -> Markup {
    let words = words::of(lang);
    html! {
        ol .steps aria-label=(words.steps) {
            @for (at, label) in labels.iter().enumerate() {
                li .steps-done[at < current] aria-current=[(at == current).then_some("step")]
                    data-of=[(at == current).then(|| format!("{}/{}", at + 1, labels.len()))] {
                    span .steps-mark aria-hidden="true" {
                        @if at < current { (Icon::Check) } @else { (at + 1) }
                    }
                    span .steps-label {
                        (label)
                        @if at < current { span .unseen { "(" (words.done) ")" } }
                    }
                }
            }
        }
    }
}
