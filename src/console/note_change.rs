//! Changing the note of a day. All staff may change the one text; a change to an older version than is stored is refused, so that
//! nothing is overwritten unseen.

use super::day_note::DayNote;
use super::rows;
use crate::clinic::ClinicId;
use crate::work::{Event, Outcome, Stop, Work};
use time::Date;

/// Somebody else has changed the note since the page was shown: this is what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteChanged(pub DayNote);

/// Changes the note of a day. `seen` is the version that the page showed.
///
/// # Errors
/// Refused when it is no longer the stored one, unless the stored text is the same.
pub fn change(
    work: &mut Work<'_>,
    clinic: &ClinicId,
    day: Date,
    seen: u32,
    text: &str,
) -> Outcome<DayNote, NoteChanged> {
    let stands = rows::note(work, clinic, day)?;
    if stands.text == text {
        return Ok(stands);
    }
    if stands.version != seen {
        return Err(Stop::Refused(NoteChanged(stands)));
    }
    let changed = Some((work.now(), work.caller().staff));
    let new = DayNote { text: text.to_owned(), version: stands.version.saturating_add(1), changed };
    rows::put_note(work, clinic, day, &new)?;
    work.record(Event::of("day_note_changed").with("clinic", clinic.as_str()).with("day", day));
    Ok(new)
}
