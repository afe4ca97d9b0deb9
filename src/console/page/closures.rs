//! Closing a clinic for some days, and taking a rule away by which it is closed.

use super::concerned;
use crate::clinic::path::of_clinic;
use crate::clinic::{Clinic, Closure, closure_in_words};
use crate::console::closure_form::{ClosureField, ClosureForm, ClosureProblems};
use crate::console::concerned::ConcernedDay;
use crate::console::form::SEEN;
use crate::console::{path, words};
use crate::ui::{Field, Form, FormField, Page, Width, actions, button, field, form_input, form_whole};
use crate::web::Cx;
use maud::html;

/// The form.
pub fn form(cx: &Cx, clinic: &Clinic, form: &ClosureForm, problems: &ClosureProblems) -> Page {
    let words = &words::hours(cx.lang).closure;
    let label = |field| match field {
        ClosureField::First => words.first,
        ClosureField::Last => words.last,
        ClosureField::Reason => words.reason,
        ClosureField::ReasonEn | ClosureField::Confirmed => words.reason_en,
    };
    let wrong = problems.sentences(|field, problem| format!("{}: {}", label(field), (words.problem)(*problem)));
    let typed = |field: ClosureField, kind| {
        Field::new(kind, field.name(), label(field)).value(form.value(field)).problem(wrong.beside(field))
    };
    Page::new(
        words.title,
        form_input(
            &of_clinic(path::CLOSURES, &clinic.id),
            &cx.csrf(),
            html! {
                (field::row(html! {
                    (typed(ClosureField::First, "date").required(true).max_width(Width::Medium).render(cx.lang))
                    (typed(ClosureField::Last, "date").max_width(Width::Medium).render(cx.lang))
                }))
                (typed(ClosureField::Reason, "text").hint(words.reason_hint).render(cx.lang))
                (typed(ClosureField::ReasonEn, "text").lang_attr("en").hint(words.reason_en_hint).render(cx.lang))
                (actions(button(words.to_confirm)))
            },
        ),
    )
    .lead(words.lead)
    .back(words.back, of_clinic(path::HOURS, &clinic.id))
    .with_input()
    .problems(wrong.summary(cx.lang))
}

/// Who is booked on these days, and the button that closes them.
pub fn confirm(cx: &Cx, clinic: &Clinic, form: &ClosureForm, closure: &Closure, days: &[ConcernedDay]) -> Page {
    let (words, concerned_words) = (&words::hours(cx.lang).closure, &words::hours(cx.lang).concerned);
    let action = of_clinic(path::CLOSURES, &clinic.id);
    Page::new(
        words.confirm,
        html! {
            p { strong { (closure_in_words(cx.lang, closure)) } }
            @if days.is_empty() { p { (concerned_words.nobody) } }
            @else { (concerned::show(cx, clinic, days, concerned_words.in_span)) }
            p { (words.at_once) }
            (form_input(&action, &cx.csrf(), html! {
                @for (field, value) in form.typed() {
                    @if field != ClosureField::Confirmed { input type="hidden" name=(field.name()) value=(value); }
                }
                input type="hidden" name=(ClosureField::Confirmed.name()) value="1";
                (actions(button(words.button)))
            }))
        },
    )
    .lead(clinic.name.clone())
    .back(words::hours(cx.lang).back_to_form, path::with_typed(&action, form))
    .with_input()
}

/// A rule, and the button that takes it away. `mark` is what tells it from others.
pub fn removal(cx: &Cx, clinic: &Clinic, at: usize, closure: &Closure, mark: &str) -> Page {
    let words = &words::hours(cx.lang).closure;
    Page::new(
        words.removal,
        html! {
            p { strong { (closure_in_words(cx.lang, closure)) } }
            p { (words.removal_help) }
            (form_whole(&path::of_closure_removal(&clinic.id, at), &cx.csrf(), html! {
                input type="hidden" name=(SEEN) value=(mark);
                (actions(button(words.remove)))
            }))
        },
    )
    .lead(clinic.name.clone())
    .back(words.back, of_clinic(path::HOURS, &clinic.id))
}

/// The rule that was to be taken away is not there any more.
pub fn not_there(cx: &Cx, clinic: &Clinic) -> Page {
    let words = &words::hours(cx.lang).closure;
    Page::new(words.not_there, html! { p { (words.not_there_help) } })
        .back(words.back, of_clinic(path::HOURS, &clinic.id))
}
