//! A day in numbers, for its closing: how many came and how they had booked, how many did not come, how long people waited.
//!
//! Pure: the visits come as an argument.

use crate::clinic::Visit;
use crate::reservation::desk::BookingWay;
use crate::reservation::{Attendance, Reservation};

/// A day in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayReport {
    /// Everybody who came or is still expected.
    pub visits: usize,
    /// How many of them for each menu, by its name, the most first.
    pub by_menu: Vec<(String, usize)>,
    /// How many of them for each unit, by its name, the most first.
    pub by_unit: Vec<(String, usize)>,
    /// How many of them were booked in each way, the most first.
    pub by_way: Vec<(BookingWay, usize)>,
    /// 初診 among them.
    pub first: usize,
    /// 再診 among them.
    pub again: usize,
    /// 無断キャンセル.
    pub no_shows: usize,
    /// 取消.
    pub cancelled: usize,
    /// How long they waited, where that is known of anybody.
    pub waits: Option<Waits>,
}

/// How long people waited, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// Half of them no longer.
    pub median: i64,
    /// Nine of ten no longer.
    pub ninetieth: i64,
    /// For how many visits it is known.
    pub of: usize,
}

impl DayReport {
    /// The report of these visits.
    pub fn of<'a>(visits: impl Iterator<Item = &'a Reservation>) -> Self {
        let mut report = Self::default();
        let mut waits = Vec::new();
        for visit in visits {
            match Attendance::of(visit.status) {
                None if visit.was_taken_back() => {}
                None => report.cancelled += 1,
                Some(Attendance::NoShow) => report.no_shows += 1,
                Some(_) => {
                    report.visits += 1;
                    count(&mut report.by_menu, visit.service.name.clone());
                    if let Some(unit) = visit.slot.unit_name() {
                        count(&mut report.by_unit, unit.to_string());
                    }
                    count(&mut report.by_way, visit.way());
                    match visit.service.visit {
                        Visit::First => report.first += 1,
                        Visit::Return => report.again += 1,
                    }
                    waits.extend(waited_minutes(visit));
                }
            }
        }
        report.by_menu.sort_by_key(|(_, many)| std::cmp::Reverse(*many));
        report.by_unit.sort_by_key(|(_, many)| std::cmp::Reverse(*many));
        report.by_way.sort_by_key(|(_, many)| std::cmp::Reverse(*many));
        report.waits = Waits::of(waits);
        report
    }
}

impl Waits {
    fn of(mut minutes: Vec<i64>) -> Option<Self> {
        minutes.sort_unstable();
        let of = minutes.len();
        // The nearest rank, so that the number is one that somebody waited.
        let rank = |percent: usize| minutes.get((of * percent).div_ceil(100).saturating_sub(1)).copied();
        Some(Self { median: rank(50)?, ninetieth: rank(90)?, of })
    }
}

/// For how many minutes a patient waited, from the first 来院 to the first 診察中.
pub fn waited_minutes(visit: &Reservation) -> Option<i64> {
    let (arrived, called) = (visit.reached.arrived?, visit.reached.called?);
    Some((called.seconds_since(arrived) / 60).max(0))
}

fn count<K: PartialEq>(counts: &mut Vec<(K, usize)>, key: K) {
    match counts.iter_mut().find(|(known, _)| *known == key) {
        Some((_, many)) => *many += 1,
        None => counts.push((key, 1)),
    }
}
