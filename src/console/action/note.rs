//! The note of a day.

use super::of_path::day_of;
use crate::console::note_change::{self, NoteChanged};
use crate::console::note_form::NoteForm;
use crate::console::page::note::NoteView;
use crate::console::{page, path, rows};
use crate::staff::ClinicStaff;
use crate::ui::Problems;
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// The form, with what stands there.
pub async fn show(cx: Cx, me: ClinicStaff) -> Result {
    let day = day_of(&cx)?;
    let form = match cx.kept_form().await? {
        Some(typed) => typed,
        None => {
            let note = cx.read(|r| rows::note(r, &me.clinic.id, day)).await?;
            NoteForm { text: note.text, seen: note.version.to_string() }
        }
    };
    let view = NoteView { form: &form, problems: &Problems::default(), theirs: None };
    Ok(cx.page(page::note::show(&cx, &me.clinic, day, view)))
}

/// Changes it.
pub async fn change(cx: Cx, me: ClinicStaff) -> Result {
    let day = day_of(&cx)?;
    let form: NoteForm = cx.typed();
    let (seen, text) = match form.check() {
        Ok(checked) => checked,
        Err(problems) => {
            let view = NoteView { form: &form, problems: &problems, theirs: None };
            return Ok(cx.refuse(page::note::show(&cx, &me.clinic, day, view)));
        }
    };
    match cx.work(move |work, me: ClinicStaff| note_change::change(work, &me.clinic.id, day, seen, &text)).await? {
        Done(_) => Ok(cx.go_to(path::of_day(&me.clinic.id, day))),
        // Sent once more, it takes the place of what stands there now.
        Refused(NoteChanged(theirs)) => {
            let form = NoteForm { seen: theirs.version.to_string(), ..form };
            let view = NoteView { form: &form, problems: &Problems::default(), theirs: Some(&theirs) };
            Ok(cx.conflict(page::note::show(&cx, &me.clinic, day, view)))
        }
    }
}
