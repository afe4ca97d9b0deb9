//! How far a visit has come, as the clinic's staff set it: 予約 → 来院 → 診察中 → 終了, or 無断キャンセル where nobody came.
//!
//! Any of these may follow any other, since people press the wrong button. Each first moment is kept: the wait runs from the first
//! 来院, and going back does not begin it anew. A step can be taken back on the day of the visit.

use super::model::{Reservation, ReservationId};
use super::rows;
use super::status::{Attendance, Step};
use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::store;
use crate::work::{Denied, Outcome, Refuse, StaffId, Stop, Work};

/// Why a visit is not set to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSet {
    /// It was cancelled.
    Cancelled,
    /// Nobody can fail to come before the visit begins.
    NotBegun,
    /// Nobody comes before the day of the visit.
    BeforeTheDay,
    /// A step is taken back on the day of the visit only.
    AnotherDay,
    /// It has been set to something else since the page was shown.
    Changed,
}

/// How many steps are kept: a row holds a bounded story.
const MOST_STEPS: usize = 50;

impl Reservation {
    /// After the staff have set it to `to`. Nobody is reminded of a visit that has begun.
    ///
    /// # Errors
    /// Why it is not.
    pub fn set_to(self, to: Attendance, now: Moment, staff: Option<StaffId>) -> Result<Self, NotSet> {
        if !self.is_booked() {
            return Err(NotSet::Cancelled);
        }
        if now.jst_date() < self.slot.day {
            return Err(NotSet::BeforeTheDay);
        }
        if to == Attendance::NoShow && now < self.slot.starts() {
            return Err(NotSet::NotBegun);
        }
        if self.status == to.status() {
            return Ok(self);
        }
        let reached = self.reached.noting(to, now);
        let step = Step { from: self.status, to: to.status(), back: false, taken_back: false, at: now, staff };
        Ok(Self { status: to.status(), reached, ..self.with_step(step) })
    }

    /// After the last step was taken back, on the day of the visit. The first moments stay.
    ///
    /// # Errors
    /// Why it is not.
    pub fn step_back(self, now: Moment, staff: Option<StaffId>) -> Result<Self, NotSet> {
        if !self.is_booked() {
            return Err(NotSet::Cancelled);
        }
        if now.jst_date() != self.slot.day {
            return Err(NotSet::AnotherDay);
        }
        let mut back = self;
        let Some(last) = back.steps.iter_mut().rfind(|step| step.stands()) else { return Err(NotSet::Changed) };
        last.taken_back = true;
        let (from, to) = (back.status, last.from);
        let step = Step { from, to, back: true, taken_back: false, at: now, staff };
        Ok(Self { status: to, ..back.with_step(step) })
    }

    /// Whether there is a step that can be taken back.
    pub fn can_step_back(&self, now: Moment) -> bool {
        self.is_booked() && now.jst_date() == self.slot.day && self.steps.iter().any(Step::stands)
    }

    fn with_step(mut self, step: Step) -> Self {
        self.steps.push(step);
        if self.steps.len() > MOST_STEPS {
            self.steps.remove(0);
        }
        self
    }
}

/// What the staff want of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedAttendance {
    /// It is set to this.
    To(Attendance),
    /// Its last step is taken back.
    Back,
}

/// Sets a visit of the clinic to something for a member of its staff. `seen` is what the page showed.
///
/// # Errors
/// Refused with the reason; denied when it is not one of the clinic's.
pub fn set(
    work: &mut Work<'_>,
    clinic: &ClinicId,
    id: ReservationId,
    seen: Attendance,
    wanted: WantedAttendance,
) -> Outcome<Reservation, NotSet> {
    let old = of_clinic(work, clinic, id)?.ok_or(Denied::NotFound)?;
    let stands = Attendance::of(old.status).ok_or(NotSet::Cancelled).or_refuse()?;
    // A press that came twice, or of two colleagues who saw the same.
    if wanted == WantedAttendance::To(stands) {
        return Ok(old);
    }
    if stands != seen {
        return Err(Stop::Refused(NotSet::Changed));
    }
    let (now, staff, by) = (work.now(), work.caller().staff, work.caller().actor);
    let new = match wanted {
        WantedAttendance::To(to) => old.set_to(to, now, staff),
        WantedAttendance::Back => old.step_back(now, staff),
    };
    let new = new.or_refuse()?;
    rows::put(work, &new)?;
    let set = Attendance::of(new.status).map_or("cancelled", Attendance::value);
    work.record(new.event("visit_set", by).with("to", set));
    Ok(new)
}

/// A reservation, if it is one of the clinic's.
///
/// # Errors
/// What the store says.
pub fn of_clinic(r: &dyn store::Reader, clinic: &ClinicId, id: ReservationId) -> store::Result<Option<Reservation>> {
    Ok(rows::find(r, id)?.filter(|of| of.clinic == *clinic))
}
