//! 患者情報 of a visit: what was still to be asked for is filled in.

use super::booking::person;
use super::sequence;
use crate::console::day_view::DayView;
use crate::console::desk_form::{DeskField, DeskForm, DeskProblems};
use crate::console::form::SEQUENCE;
use crate::console::path;
use crate::console::words::desk as words;
use crate::lang;
use crate::reservation::Reservation;
use crate::ui::{Page, actions, button, form_input};
use crate::web::Cx;
use maud::html;

/// The form, as it is stored or as it was typed.
pub fn show(cx: &Cx, visit: &Reservation, form: &DeskForm, problems: &DeskProblems) -> Page {
    let words = words::of(cx.lang);
    let wrong = problems.sentences(|_: DeskField, problem| (words.booking.problem)(problem));
    Page::new(
        words.change.details_title,
        form_input(
            &DayView::of(cx).of_visit(path::DETAILS, &visit.clinic, visit.id),
            &cx.csrf(),
            html! {
                input type="hidden" name=(SEQUENCE) value=(sequence(cx, visit));
                (person(cx, form, &wrong, true))
                (actions(button(words.change.details_button)))
            },
        ),
    )
    .lead(lang::moment(cx.lang, visit.slot.starts()))
    .back(words.change.back_to_visit, DayView::of(cx).of_visit(path::VISIT, &visit.clinic, visit.id))
    .with_input()
    .problems(wrong.summary(cx.lang))
}
