//! How far a visit has come: the next status, any other, or the last one taken back.

use super::of_path::visit_id_of;
use crate::clinic::path::of_clinic;
use crate::console::day_view::DayView;
use crate::console::form::{BACK, SEEN, WANTED};
use crate::console::{page, path};
use crate::reservation::Attendance;
use crate::reservation::attendance::{self, NotSet, WantedAttendance};
use crate::staff::ClinicStaff;
use crate::web::{Cx, Reply, Result};
use crate::work::Ended::{Done, Refused};

/// Sets it, and goes back to the line in the book.
pub async fn set(cx: Cx, me: ClinicStaff) -> Result {
    let id = visit_id_of(&cx)?;
    let (seen, wanted) = (Attendance::parse(cx.form().get(SEEN)), wanted(cx.form().get(WANTED)));
    // A form that none of our pages shows counts as out of date.
    let Some((seen, wanted)) = seen.zip(wanted) else { return Ok(refuse(&cx, &me, NotSet::Changed)) };
    match cx.work(move |work, me: ClinicStaff| attendance::set(work, &me.clinic.id, id, seen, wanted)).await? {
        Done(reservation) => {
            let line = DayView::of(&cx).path_at(&me.clinic.id, reservation.slot.day, id);
            Ok(cx.go_to(page::live::back(&cx, line)))
        }
        Refused(why) => Ok(refuse(&cx, &me, why)),
    }
}

fn wanted(word: &str) -> Option<WantedAttendance> {
    match word {
        BACK => Some(WantedAttendance::Back),
        word => Attendance::parse(word).map(WantedAttendance::To),
    }
}

fn refuse(cx: &Cx, me: &ClinicStaff, why: NotSet) -> Reply {
    cx.conflict(page::not_set::show(cx, why, &of_clinic(path::TODAY, &me.clinic.id)))
}
