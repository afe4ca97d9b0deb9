//! The field for the last four digits of the phone number.

use super::sheet::Viewer;
use crate::lang::Lang;
use crate::reservation::four_digits::DigitsProblem;
use crate::reservation::words;
use crate::ui::{Field, Width, problem_summary};
use maud::{Markup, html};

/// The field for the proof that somebody with the URL of a mail is the patient. A patient who is signed in needs none.
pub fn digits(lang: Lang, viewer: Viewer, problem: Option<DigitsProblem>) -> Markup {
    let words = &words::of(lang).digits;
    let problem = problem.map(words.problem);
    html! {
        @if viewer == Viewer::Holder {
            (Field::text(DIGITS, words.label).inputmode("numeric").autocomplete("off").required(true)
                .max_width(Width::Short).hint(words.hint).problem(problem).render(lang))
        }
    }
}

/// The name of the field for the four digits.
pub const DIGITS: &str = "digits";

/// What is wrong with them, above the form.
pub fn summary(lang: Lang, problem: Option<DigitsProblem>) -> Markup {
    let problems: Vec<_> =
        problem.into_iter().map(|problem| (DIGITS, (words::of(lang).digits.problem)(problem))).collect();
    problem_summary(lang, &problems)
}
