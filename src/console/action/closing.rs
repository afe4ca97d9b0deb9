//! 一日を締める.

use super::of_path::day_of;
use crate::clinic::ClinicId;
use crate::console::closing::Closing;
use crate::console::form::{CALLED, SEEN, VISIT, WANTED};
use crate::console::remaining::{self, Remaining};
use crate::console::{closing_record, page, path, unreached};
use crate::reservation::attendance::NotSet;
use crate::reservation::{Attendance, ReservationId};
use crate::staff::{ClinicStaff, DeskStaff};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{self, Done, Refused};
use time::Date;

/// What is left to be done, and the day in numbers.
pub async fn show(cx: Cx, me: ClinicStaff) -> Result {
    let day = day_of(&cx)?;
    let closing = cx.read(|r| Closing::read(r, &me.clinic, day)).await?;
    Ok(cx.page(page::closing::show(&cx, &me.clinic, &closing, me.role.changes_bookings())))
}

/// Sets one visit, or all of a kind, to what became of them; or notes that somebody was called.
pub async fn settle(cx: Cx, _: ClinicStaff) -> Result {
    let day = day_of(&cx)?;
    let wanted = cx.form().get(WANTED);
    if wanted == CALLED {
        return note_call(cx, day).await;
    }
    let Some(to) = Remaining::parse(wanted) else { return answer(&cx, day, Refused(NotSet::Changed)) };
    let which = cx.form().get(VISIT);
    let settled = if which.is_empty() {
        cx.work(move |work, me: ClinicStaff| remaining::settle_all(work, &me.clinic.id, day, to)).await?
    } else {
        let id = ReservationId::parse(which).ok_or(Failure::NotFound)?;
        let Some(seen) = Attendance::parse(cx.form().get(SEEN)) else {
            return answer(&cx, day, Refused(NotSet::Changed));
        };
        cx.work(move |work, me: ClinicStaff| remaining::settle(work, &me.clinic.id, id, seen, to)).await?
    };
    answer(&cx, day, settled)
}

async fn note_call(cx: Cx, day: Date) -> Result {
    let id = ReservationId::parse(cx.form().get(VISIT)).ok_or(Failure::NotFound)?;
    let noted = cx.work(move |work, me: ClinicStaff| unreached::note_call(work, &me.clinic.id, id)).await?;
    answer(&cx, day, noted)
}

/// Notes that the day is closed.
pub async fn record(cx: Cx, _: DeskStaff) -> Result {
    let day = day_of(&cx)?;
    let recorded = cx.work(move |work, me: DeskStaff| closing_record::record(work, &me.clinic.id, day)).await?;
    answer(&cx, day, recorded)
}

/// Back to the list, or why nothing was changed.
fn answer(cx: &Cx, day: Date, ended: Ended<(), NotSet>) -> Result {
    let clinic = ClinicId::parse(cx.param("clinic")).ok_or(Failure::NotFound)?;
    let back = path::of_that_day(path::CLOSING, &clinic, day);
    match ended {
        Done(()) => Ok(cx.go_to(back)),
        Refused(why) => Ok(cx.conflict(page::not_set::show(cx, why, &back))),
    }
}
