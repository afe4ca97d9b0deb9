//! Today at the desks of the demonstration: who was due has come and gone, some are waiting, one did not come.

use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::reservation::Attendance;
use crate::reservation::attendance::{self, WantedAttendance};
use crate::reservation::{Reservation, rows};
use crate::web::Floor;
use crate::work::{Actor, Caller, Outcome, Settled, Stop, Work};
use std::convert::Infallible;
use std::sync::Arc;

/// Plays the day up to now.
pub(super) async fn play(floor: &Arc<Floor>, clinics: Vec<ClinicId>) -> Result<(), String> {
    let today = floor.clock.now().jst_date();
    let write = move |work: &mut Work<'_>| {
        for clinic in &clinics {
            let visits = rows::of_day(work, clinic, today)?;
            for (number, visit) in visits.iter().filter(|visit| visit.is_booked()).enumerate() {
                receive(work, visit, i64::try_from(number).unwrap_or(0))?;
            }
        }
        Ok(())
    };
    let caller = Caller::without_browser(Actor::Staff, crate::lang::Lang::default());
    match floor.work(caller, write).await.map_err(|error| error.to_string())? {
        Settled::Done(()) => Ok(()),
        Settled::Denied(denied) => Err(format!("{denied:?}")),
    }
}

/// A visit as far as it has come by now.
fn receive(work: &mut Work<'_>, visit: &Reservation, number: i64) -> Outcome<(), Infallible> {
    let starts = visit.slot.starts();
    if number % 19 == 7 {
        return set(work, visit, &[(Attendance::NoShow, starts.plus_minutes(25))]);
    }
    let arrived = starts.plus_minutes(-14 + number * 5 % 13);
    let called = starts.plus_minutes(4 + number * 7 % 17);
    let finished = called.plus_minutes(6 + number * 3 % 9);
    let steps =
        [(Attendance::Arrived, arrived), (Attendance::InConsultation, called), (Attendance::Fulfilled, finished)];
    set(work, visit, &steps)
}

/// Sets a visit to each of these at its moment, as far as that has come.
fn set(work: &mut Work<'_>, visit: &Reservation, steps: &[(Attendance, Moment)]) -> Outcome<(), Infallible> {
    let mut stands = Attendance::Booked;
    for (to, then) in steps.iter().copied().filter(|(_, then)| *then <= work.now()).collect::<Vec<_>>() {
        match work.at(then, |work| attendance::set(work, &visit.clinic, visit.id, stands, WantedAttendance::To(to))) {
            Ok(_) => stands = to,
            Err(Stop::Refused(_)) => return Ok(()),
            Err(Stop::Denied(denied)) => return Err(denied.into()),
            Err(Stop::Store(error)) => return Err(error.into()),
        }
    }
    Ok(())
}
