//! 予約台帳 of a day: who comes when, how far each visit has come, and what the reception should know of it at a glance.

use super::closing_record::{ClosedBy, closed_by};
use super::day_note::DayNote;
use crate::clinic::{ClinicId, Visit};
use crate::clock::Moment;
use crate::reservation::desk::{DeskAct, DeskChange};
use crate::reservation::{Attendance, Reservation, rows};
use crate::slots::{self, Objection, Suspended, Suspension};
use crate::store::{Reader, Result};
use std::collections::BTreeMap;
use time::Date;

/// After how many minutes a wait is long, and after how many it is too long.
pub const LONG_WAITS: [i64; 2] = [20, 40];
/// How many minutes after the start somebody who has not come counts as late.
const ON_TIME_MINUTES: i64 = 5;

/// The book of a day.
#[derive(Clone, Debug)]
pub struct DayBook {
    /// The day.
    pub day: Date,
    /// What the staff share about it.
    pub note: DayNote,
    /// What is stopped on it.
    pub suspensions: Vec<Suspension>,
    /// Each time that it was closed, the latest first.
    pub closed: Vec<ClosedBy>,
    /// Every visit, in the order of their times, cancelled ones included. Pages show those [in sight](Self::in_sight).
    pub lines: Vec<BookLine>,
}

/// A visit in the book.
#[derive(Clone, Debug)]
pub struct BookLine {
    /// The visit.
    pub reservation: Reservation,
    /// What to mind.
    pub marks: Vec<Mark>,
}

/// What the reception minds about a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// 初診.
    FirstVisit,
    /// 同姓同名: somebody else of the same name comes on that day.
    Namesake,
    /// Booked together with others of that day.
    Group,
    /// A guardian comes along.
    Guardian,
    /// 仮登録: name, date of birth or sex have still to be asked for.
    Provisional,
    /// 閉じた枠: the staff have closed its slot since, and it stays booked.
    ClosedSlot,
    /// 定員超過: the staff have booked or moved it to where no place was left.
    Overbooked,
}

/// How many visits there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// 予約: still to come.
    pub expected: usize,
    /// 来院: waiting.
    pub waiting: usize,
    /// 診察中.
    pub called: usize,
    /// 終了.
    pub finished: usize,
    /// 無断キャンセル.
    pub no_show: usize,
    /// 取消.
    pub cancelled: usize,
}

impl DayBook {
    /// Reads a day.
    ///
    /// # Errors
    /// What the store says.
    pub fn read(r: &dyn Reader, clinic: &ClinicId, day: Date) -> Result<Self> {
        let note = super::rows::note(r, clinic, day)?;
        let suspensions = slots::rows::suspensions_of(r, clinic, day)?;
        let closed = closed_by(r, &super::rows::closings(r, clinic, day)?)?;
        let mut book = Self { note, suspensions, closed, ..Self::of(day, rows::of_day(r, clinic, day)?) };
        for line in &mut book.lines {
            let stands_in = |one: &Suspension| one.what == Suspended::Slots && one.holds(&line.reservation.slot);
            if line.reservation.is_expected() && book.suspensions.iter().any(stands_in) {
                line.marks.push(Mark::ClosedSlot);
            }
        }
        Ok(book)
    }

    /// The book of these visits.
    pub fn of(day: Date, visits: Vec<Reservation>) -> Self {
        let mut by_name: BTreeMap<String, Vec<&Reservation>> = BTreeMap::new();
        for visit in visits.iter().filter(|visit| visit.is_booked()) {
            by_name.entry(spoken_name(visit)).or_default().push(visit);
        }
        let has_namesake = |visit: &Reservation| {
            let same = by_name.get(&spoken_name(visit)).filter(|_| visit.is_booked());
            same.is_some_and(|same| same.iter().any(|other| is_somebody_else(other, visit)))
        };
        let marks: Vec<Vec<Mark>> = visits.iter().map(|visit| marks(visit, has_namesake(visit))).collect();
        let lines = visits.into_iter().zip(marks).map(|(reservation, marks)| BookLine { reservation, marks });
        Self { day, note: DayNote::default(), suspensions: Vec::new(), closed: Vec::new(), lines: lines.collect() }
    }

    /// How many of those who have not cancelled come for the first time.
    pub fn first_visits(&self) -> usize {
        self.lines.iter().filter(|line| line.reservation.is_booked() && line.marks.contains(&Mark::FirstVisit)).count()
    }

    /// The visits that are shown: all but what the staff have booked and taken back at once.
    pub fn in_sight(&self) -> impl Iterator<Item = &BookLine> {
        self.lines.iter().filter(|line| !line.reservation.was_taken_back())
    }

    /// How many visits there are of each kind.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for line in self.in_sight() {
            let count = match Attendance::of(line.reservation.status) {
                Some(Attendance::Booked) => &mut counts.expected,
                Some(Attendance::Arrived) => &mut counts.waiting,
                Some(Attendance::InConsultation) => &mut counts.called,
                Some(Attendance::Fulfilled) => &mut counts.finished,
                Some(Attendance::NoShow) => &mut counts.no_show,
                None => &mut counts.cancelled,
            };
            *count += 1;
        }
        counts
    }
}

impl BookLine {
    /// For how many minutes the patient has been waiting, from the first 来院; `None` where nobody waits.
    pub fn waiting_minutes(&self, now: Moment) -> Option<i64> {
        if Attendance::of(self.reservation.status) != Some(Attendance::Arrived) {
            return None;
        }
        let arrived = self.reservation.reached.arrived?;
        Some((now.seconds_since(arrived) / 60).max(0))
    }

    /// How many minutes late the patient is, on the day of the visit; `None` of one who has come, or is not late enough to be marked.
    pub fn late_minutes(&self, now: Moment) -> Option<i64> {
        let (visit, starts) = (&self.reservation, self.reservation.slot.starts());
        let late = now.seconds_since(starts) / 60;
        let applies = visit.is_expected() && now.jst_date() == visit.slot.day && ON_TIME_MINUTES <= late;
        applies.then_some(late)
    }
}

fn marks(visit: &Reservation, has_namesake: bool) -> Vec<Mark> {
    [
        (visit.service.visit == Visit::First, Mark::FirstVisit),
        (has_namesake, Mark::Namesake),
        (visit.group.is_some(), Mark::Group),
        (visit.guardian_under().is_some(), Mark::Guardian),
        (!visit.attendee.person.is_complete(), Mark::Provisional),
        (is_overbooked(visit), Mark::Overbooked),
    ]
    .into_iter()
    .filter_map(|(applies, mark)| applies.then_some(mark))
    .collect()
}

/// Whether the staff gave the visit its place although none was left.
fn is_overbooked(visit: &Reservation) -> bool {
    let gives_place =
        |act: &DeskAct| matches!(act, DeskAct::Booked(_) | DeskAct::Moved { .. } | DeskAct::LengthChanged { .. });
    let last = visit.desk.iter().rfind(|change| !change.undone && gives_place(&change.act));
    let since = |change: &DeskChange| visit.history.last().is_some_and(|moved| change.at < moved.at);
    last.is_some_and(|change| change.against.iter().any(|word| word == Objection::FULL) && !since(change))
}

/// The name as it is called out in the waiting room.
fn spoken_name(visit: &Reservation) -> String {
    visit.attendee.person.kana.full()
}

/// Whether another visit is somebody else's: the same person may come twice a day.
fn is_somebody_else(other: &Reservation, visit: &Reservation) -> bool {
    let same_birth = other.attendee.person.birth_date == visit.attendee.person.birth_date;
    let same_name = other.attendee.person.full_name() == visit.attendee.person.full_name();
    other.id != visit.id && !(same_birth && same_name)
}
