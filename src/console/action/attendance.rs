//! How far a visit has come: the next status, any other, or the last one taken back.

use crate::clinic::path::of_clinic;
use crate::console::form::{BACK, SEEN, WANTED};
use crate::console::{page, path};
use crate::reservation::Attendance;
use crate::reservation::ReservationId;
use crate::reservation::attendance::{self, WantedAttendance};
use crate::staff::ClinicStaff;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

/// Sets it, and goes back to the line in the book.
pub async fn set(cx: Cx, me: ClinicStaff) -> Result {
    let id = ReservationId::parse(cx.param("reservation")).ok_or(Failure::NotFound)?;
    let seen = Attendance::parse(cx.form().get(SEEN)).ok_or(Failure::Broken)?;
    let wanted = match cx.form().get(WANTED) {
        BACK => WantedAttendance::Back,
        word => WantedAttendance::To(Attendance::parse(word).ok_or(Failure::Broken)?),
    };
    let set = cx.work(move |work, me: ClinicStaff| attendance::set(work, &me.clinic.id, id, seen, wanted)).await?;
    match set {
        Done(reservation) => Ok(cx.go_to(path::of_visit_in_day(&me.clinic.id, reservation.slot.day, id))),
        Refused(why) => Ok(cx.conflict(page::not_set::show(&cx, why, &of_clinic(path::TODAY, &me.clinic.id)))),
    }
}
