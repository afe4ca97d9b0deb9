//! Several people for whom a guest books in one go: who comes is typed one after the other once a time is chosen, the first together
//! with how who books is reached, which counts for all of them.

use super::filled::{DetailsProblems, Filled, Typed, check, check_another};
use super::model::Details;
use time::Date;

impl Details {
    /// How many people come.
    pub fn people(&self) -> usize {
        self.group.as_ref().map_or(1, |group| group.party.members.len())
    }

    /// What was typed of one of them, counted from 0.
    pub fn typed_of(&self, at: usize) -> Option<&Typed> {
        match at.checked_sub(1) {
            None => self.typed.as_ref(),
            Some(at) => self.group.as_ref()?.others.get(at),
        }
    }

    /// Keeps what was typed of one of them, counted from 0. Nobody beyond the last is kept.
    pub fn put_typed(&mut self, at: usize, typed: Typed) {
        let people = self.people();
        match (at.checked_sub(1), &mut self.group) {
            (None, _) => self.typed = Some(typed),
            (Some(other), Some(group)) if at < people => {
                group.others.resize_with(group.others.len().max(at), Typed::default);
                group.others[other] = typed;
            }
            _ => {}
        }
    }

    /// Whether nothing was typed of anybody, and no number of somebody who was chosen.
    pub fn is_untouched(&self) -> bool {
        (0..self.people()).all(|at| self.typed_of(at).is_none())
            && self.member.as_ref().is_none_or(|member| member.chart_number.is_none())
    }

    /// Those who come, in their order, up to the first of whom something is missing or wrong. `today` is the day in Japan.
    pub fn filled(&self, today: Date) -> Vec<Filled> {
        let mut people = Vec::with_capacity(self.people());
        for at in 0..self.people() {
            match self.typed_of(at).map(|typed| self.check(at, typed, &people, today)) {
                Some(Ok(filled)) => people.push(filled),
                Some(Err(_)) | None => break,
            }
        }
        people
    }

    /// Checks what is typed of one of them, counted from 0, behind those `before`.
    ///
    /// # Errors
    /// All problems at once.
    pub fn check(&self, at: usize, typed: &Typed, before: &[Filled], today: Date) -> Result<Filled, DetailsProblems> {
        match self.typed.as_ref().filter(|_| 0 < at) {
            Some(first) => check_another(typed, first, before, today),
            None => check(typed, today),
        }
    }

    /// Forgets who was typed or chosen, and the code: for what each came stays.
    pub fn forget_people(&mut self) {
        (self.typed, self.member, self.code) = (None, None, None);
        if let Some(group) = &mut self.group {
            group.others.clear();
        }
    }
}
