//! The form of the note of a day. Where somebody else was faster, what they wrote stands above what was typed.

use crate::clinic::Clinic;
use crate::console::day_note::DayNote;
use crate::console::note_form::{NoteField, NoteForm, NoteProblem};
use crate::console::{path, words};
use crate::lang;
use crate::ui::{Field, FormField, Page, Problems, Tone, actions, alert, button, field, form_input};
use crate::web::Cx;
use maud::html;
use time::Date;

/// The form as it is shown.
#[derive(Clone, Copy, Debug)]
pub struct NoteView<'a> {
    /// What stands in it.
    pub form: &'a NoteForm,
    /// What is wrong with it.
    pub problems: &'a Problems<NoteField, NoteProblem>,
    /// What a colleague has written meanwhile.
    pub theirs: Option<&'a DayNote>,
}

/// The page of the note of a day.
pub fn show(cx: &Cx, clinic: &Clinic, day: Date, NoteView { form, problems, theirs }: NoteView<'_>) -> Page {
    let words = &words::day(cx.lang).note;
    let wrong = problems.sentences(|_, problem| (words.problem)(*problem));
    let note: Field = field::textarea(NoteField::Text.name(), words.title).value(&form.text).hint(words.hint);
    Page::new(
        words.title,
        html! {
            @if let Some(theirs) = theirs {
                (alert(Tone::Info, html! {
                    p { strong { (words.changed) } }
                    p .book-note-text { @if theirs.text.is_empty() { (words.emptied) } @else { (theirs.text) } }
                    p { (words.changed_help) }
                }))
            }
            (form_input(&path::of_that_day(path::NOTE, &clinic.id, day), &cx.csrf(), html! {
                input type="hidden" name=(NoteField::Seen.name()) value=(form.seen);
                (note.problem(wrong.beside(NoteField::Text)).render(cx.lang))
                (actions(button(words.button)))
            }))
        },
    )
    .lead(lang::date(cx.lang, day))
    .back(words.back, path::of_day(&clinic.id, day))
    .with_input()
    .problems(wrong.summary(cx.lang))
}
