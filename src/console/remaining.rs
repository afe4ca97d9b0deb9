//! What is left to be done at the end of a day: who did not come, and whose visit is over without anybody having said so.

use crate::clinic::ClinicId;
use crate::clock::Moment;
use crate::reservation::attendance::{self, NotSet, WantedAttendance};
use crate::reservation::{Attendance, Reservation, ReservationId, rows};
use crate::work::{Outcome, Stop, Work};
use time::Date;

/// What a visit is set to at the end of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remaining {
    /// 予約 → 無断キャンセル.
    NoShow,
    /// 来院 or 診察中 → 終了.
    Fulfilled,
}

impl Remaining {
    /// What is left to be done about a visit, if anything is.
    pub fn of(visit: &Reservation, now: Moment) -> Option<Self> {
        match Attendance::of(visit.status)? {
            Attendance::Booked => (visit.slot.starts() <= now).then_some(Self::NoShow),
            Attendance::Arrived | Attendance::InConsultation => Some(Self::Fulfilled),
            Attendance::Fulfilled | Attendance::NoShow => None,
        }
    }

    /// The status that it leads to.
    pub const fn attendance(self) -> Attendance {
        match self {
            Self::NoShow => Attendance::NoShow,
            Self::Fulfilled => Attendance::Fulfilled,
        }
    }

    /// Its word in forms.
    pub const fn value(self) -> &'static str {
        self.attendance().value()
    }

    /// That of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::NoShow, Self::Fulfilled].into_iter().find(|one| one.value() == word)
    }
}

/// Does it for one visit.
///
/// # Errors
/// As [`attendance::set`].
pub fn settle(
    work: &mut Work<'_>,
    clinic: &ClinicId,
    id: ReservationId,
    seen: Attendance,
    to: Remaining,
) -> Outcome<(), NotSet> {
    attendance::set(work, clinic, id, seen, WantedAttendance::To(to.attendance())).map(drop)
}

/// Does it for every visit of a day about which this is left to be done.
///
/// # Errors
/// What the store says.
pub fn settle_all(work: &mut Work<'_>, clinic: &ClinicId, day: Date, to: Remaining) -> Outcome<(), NotSet> {
    let now = work.now();
    for visit in rows::of_day(work, clinic, day)? {
        let Some(stands) = Attendance::of(visit.status).filter(|_| Remaining::of(&visit, now) == Some(to)) else {
            continue;
        };
        match settle(work, clinic, visit.id, stands, to) {
            Ok(()) | Err(Stop::Refused(_)) => {}
            Err(stopped) => return Err(stopped),
        }
    }
    Ok(())
}
