//! What became of a visit: what the staff set it to and what they did with its booking, when and who, the latest first.

use crate::clock::Moment;
use crate::console::report::waited_minutes;
use crate::console::words;
use crate::lang;
use crate::reservation::{Attendance, Reservation, Status};
use crate::ui::WholeParts;
use crate::web::Cx;
use crate::work::StaffId;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The names of the staff who set the status of a visit or changed its booking.
pub type StaffNames = BTreeMap<StaffId, String>;

/// A line of the story.
struct StoryLine {
    at: Moment,
    what: String,
    notes: Vec<String>,
    by: Option<String>,
}

/// Whether there is anything to tell.
pub fn has_any(visit: &Reservation) -> bool {
    !(visit.steps.is_empty() && visit.desk.is_empty() && visit.is_booked())
}

/// The story, and for how long the patient waited.
pub fn show(cx: &Cx, visit: &Reservation, names: &StaffNames) -> Markup {
    let words = words::of(cx.lang);
    let has_gone_on = Attendance::of(visit.status).is_some_and(|stands| stands != Attendance::Arrived);
    html! {
        ul .visit-history {
            @for line in lines(cx, visit, names) {
                li {
                    (WholeParts(&lang::moment(cx.lang, line.at))) " " strong { (line.what) }
                    @for note in &line.notes { " " (note) }
                    @if let Some(by) = &line.by { " " ((words.visit.by)(by)) }
                }
            }
        }
        // Who was sent back to the waiting room is waiting again.
        @if let Some(minutes) = waited_minutes(visit).filter(|_| has_gone_on) { p { ((words.visit.waited)(minutes)) } }
    }
}

fn lines(cx: &Cx, visit: &Reservation, names: &StaffNames) -> Vec<StoryLine> {
    let words = words::of(cx.lang);
    let desk = words::desk::of(cx.lang);
    let name = |staff: Option<StaffId>| staff.and_then(|id| names.get(&id)).cloned();
    let steps = visit.steps.iter().map(|step| StoryLine {
        at: step.at,
        what: words::status(cx.lang, step.to).to_owned(),
        notes: step.back.then(|| words.line.taken_back.to_owned()).into_iter().collect(),
        by: name(step.staff),
    });
    let changes = visit.desk.iter().map(|change| {
        let against = change.against.iter().filter_map(|word| (desk.objections.in_short)(word)).map(str::to_owned);
        let reason = change.reason.as_deref().map(|reason| (desk.change.reason)(reason));
        let what = (desk.change.done)(&change.act);
        StoryLine { at: change.at, what, notes: against.chain(reason).collect(), by: name(change.staff) }
    });
    let mut lines: Vec<StoryLine> = steps.chain(changes).collect();
    // A cancellation by the patient: one by the staff is among the changes at the desk.
    if let Status::Cancelled { at, by } = visit.status
        && visit.desk.iter().all(|change| change.at != at)
    {
        let by = Some((words.line.way)(by).to_owned());
        lines.push(StoryLine { at, what: words.status.cancelled.to_owned(), notes: Vec::new(), by });
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines
}
