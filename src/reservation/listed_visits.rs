//! Whether the rows of people's visits say what is booked, for `mypage check`. They are pruned of what is past, so that the sums of
//! a tally would say nothing: eight bytes are kept for each visit.

use super::model::Reservation;
use crate::clock::Moment;
use crate::slots::rows::COMING;
use crate::slots::visits::{self, PersonVisit, VISITS};
use crate::store::{Finding, Reader, Result, hash_of};
use std::iter::repeat_n;

/// The visits that count for the limit of a person, and those that count for the interval.
pub(super) struct ListedVisits {
    coming: ListedRows,
    of_people: ListedRows,
    /// The latest change known: no row was pruned later.
    latest: Moment,
}

impl ListedVisits {
    pub fn of(r: &dyn Reader) -> Result<Self> {
        let (mut coming, mut of_people) = (ListedRows::new(0), ListedRows::new(visits::KEPT_DAYS));
        COMING.each(r, |key, visits| {
            coming.list(visits, |(_, id)| id, |(start, id)| hash_of(&(key, start, id)));
            Ok(())
        })?;
        VISITS.each(r, |key, visits| {
            of_people.list(visits, |visit| &visit.id, |visit| hash_of(&(key, visit)));
            Ok(())
        })?;
        Ok(Self { coming: coming.sorted(), of_people: of_people.sorted(), latest: Moment::from_millis(i64::MIN) })
    }

    /// Counts where a reservation should be listed.
    pub fn require(&mut self, reservation: &Reservation) {
        self.latest = self.latest.max(reservation.changed_at());
        if !reservation.holds_place() {
            return;
        }
        let (start, place) = (reservation.slot.starts(), reservation.place());
        self.coming.require(hash_of(&(&place.coming_key(), start, place.id)), start, self.latest);
        let visit = PersonVisit::of(&place);
        for key in visits::keys(&place) {
            self.of_people.require(hash_of(&(&key, &visit)), start, self.latest);
        }
    }

    pub fn missing(&self) -> impl Iterator<Item = Finding> {
        let coming = COMING.finding("lacks a visit, which does not count for the limit");
        let of_people = VISITS.finding("lacks a visit, which does not count for the interval");
        let (few, many) = (self.coming.missing(self.latest), self.of_people.missing(self.latest));
        repeat_n(coming, few).chain(repeat_n(of_people, many))
    }

    pub fn strangers(&self) -> impl Iterator<Item = Finding> {
        let wrong = "counts a visit that is not booked, or twice";
        let (coming, of_people) = (COMING.finding(wrong), VISITS.finding(wrong));
        repeat_n(coming, self.coming.strangers()).chain(repeat_n(of_people, self.of_people.strangers()))
    }
}

/// The visits of one table.
struct ListedRows {
    /// For so many days after its start a visit has to be listed.
    kept_days: i64,
    /// The hashes of the visits that are listed; in order once all are known.
    hashes: Vec<u64>,
    /// Which of them have been met among the reservations.
    met: Vec<bool>,
    twice: usize,
    /// When visits start that are booked and not listed, as far as they could not be dropped before the latest change known.
    missing: Vec<Moment>,
}

impl ListedRows {
    const fn new(kept_days: i64) -> Self {
        Self { kept_days, hashes: Vec::new(), met: Vec::new(), twice: 0, missing: Vec::new() }
    }

    /// Takes the visits of a row.
    fn list<V, I: PartialEq>(&mut self, visits: &[V], id: impl Fn(&V) -> &I, hash: impl Fn(&V) -> u64) {
        for (at, visit) in visits.iter().enumerate() {
            if visits.iter().take(at).any(|other| id(other) == id(visit)) {
                self.twice += 1;
            } else {
                self.hashes.push(hash(visit));
            }
        }
    }

    fn sorted(mut self) -> Self {
        self.hashes.sort_unstable();
        self.met = vec![false; self.hashes.len()];
        self
    }

    fn may_be_gone(&self, start: Moment, latest: Moment) -> bool {
        start <= latest.plus_days(-self.kept_days)
    }

    fn require(&mut self, hash: u64, start: Moment, latest: Moment) {
        match self.hashes.binary_search(&hash) {
            Ok(at) => self.met.iter_mut().skip(at).take(1).for_each(|met| *met = true),
            Err(_) if self.may_be_gone(start, latest) => {}
            Err(_) => self.missing.push(start),
        }
    }

    fn missing(&self, latest: Moment) -> usize {
        self.missing.iter().filter(|start| !self.may_be_gone(**start, latest)).count()
    }

    fn strangers(&self) -> usize {
        self.twice + self.met.iter().filter(|met| !**met).count()
    }
}
