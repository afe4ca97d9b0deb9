//! Where in a longer procedure a page stands.
//!
//! All labels stay on screen, because somebody who sees only "2 of 4" does not know what is to come; only with text at twice its size
//! the others make way for the present one and how many there are.

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
