//! A visit from a slip comes into My Page: the two things that its patient knows.

use super::detail::DIGITS;
use crate::clinic::{Clinic, as_written};
use crate::lang;
use crate::reservation::attachment::NotAttached;
use crate::reservation::model::Reservation;
use crate::reservation::{path, words};
use crate::ui::{Field, Page, WholeParts, Width, actions, button, form_input, problem_summary};
use crate::web::Cx;
use maud::html;

/// The name of the field for the date of birth.
pub const BORN: &str = "birth_date";

/// The form; `typed` is the date of birth as it was typed.
pub fn show(cx: &Cx, clinic: &Clinic, visit: &Reservation, token: &str, typed: &str, why: Option<NotAttached>) -> Page {
    let all = words::of(cx.lang);
    let words = &all.attachment;
    let own = str::to_owned;
    let (of_birth, of_digits) = match why {
        None => (None, None),
        Some(NotAttached::Unreadable { birth_date, digits }) => {
            (birth_date.then(|| own(words.unreadable_birth)), digits.then(|| own(words.unreadable_digits)))
        }
        Some(NotAttached::Wrong(left)) => (None, Some((words.wrong)(left))),
        Some(NotAttached::Spent) => (None, Some(own(words.spent))),
    };
    let wrong = [(BORN, of_birth.clone()), (DIGITS, of_digits.clone())];
    let summary: Vec<(&str, String)> = wrong.into_iter().filter_map(|(field, said)| Some((field, said?))).collect();
    Page::new(
        words.title,
        form_input(
            &path::of_receipt(path::ATTACHMENT, token),
            &cx.csrf(),
            html! {
                p { (WholeParts(&lang::moment(cx.lang, visit.slot.starts()))) " " (as_written(cx.lang, clinic.own_name())) }
                (Field::text(BORN, words.birth_date).value(typed).required(true).max_width(Width::Medium)
                    .hint(words.birth_hint).problem(of_birth).render(cx.lang))
                (Field::text(DIGITS, all.digits.label).inputmode("numeric").autocomplete("off").required(true)
                    .max_width(Width::Short).hint(all.digits.hint).problem(of_digits).render(cx.lang))
                (actions(button(words.button)))
            },
        ),
    )
    .lead(words.lead)
    .back(words.back, path::of_receipt(path::RECEIPT, token))
    .with_input()
    .problems(problem_summary(cx.lang, &summary))
}
