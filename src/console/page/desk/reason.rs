//! The fields of a reason.

use crate::console::desk_form::DeskProblem;
use crate::console::reason_form::{ReasonField, TypedReason};
use crate::console::words::desk as words;
use crate::ui::{Field, Form, FormField, Problems, field};
use crate::web::Cx;
use maud::{Markup, html};

/// The usual reasons under `label`, of which one may be required, and a field for the staff's own words; otherwise either will do.
pub fn fields(cx: &Cx, label: &str, presets: &[(&str, &str)], is_required: bool, typed: &TypedReason) -> Markup {
    let words = &words::of(cx.lang).objections;
    let (form, wrong) = (&typed.form, sentences(cx, typed));
    let usual = field::radios(ReasonField::Preset.name(), label, presets)
        .value(form.value(ReasonField::Preset))
        .problem(wrong.beside(ReasonField::Preset));
    let own = Field::text(ReasonField::Own.name(), words.own)
        .value(form.value(ReasonField::Own))
        .problem(wrong.beside(ReasonField::Own))
        .hint(words.own_hint);
    let one_of_two = words::of(cx.lang).booking.one_of_two;
    let (usual, own) = match is_required {
        true => (usual.required(true), own.required(false)),
        false => (usual.needed_where(one_of_two), own.needed_where(one_of_two)),
    };
    html! { (usual.render(cx.lang)) (own.render(cx.lang)) }
}

/// What is wrong with it, above the form.
pub fn summary(cx: &Cx, typed: &TypedReason) -> Markup {
    sentences(cx, typed).summary(cx.lang)
}

fn sentences(cx: &Cx, typed: &TypedReason) -> Problems<ReasonField, String> {
    let say = words::of(cx.lang).booking.problem;
    typed.problems.sentences(|_, problem| say(&DeskProblem::Reason(*problem)))
}
