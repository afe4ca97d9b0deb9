//! Several people for whom a guest books in one go. Once a time is chosen they are typed one after the other. The phone number and the
//! addresses are typed with the first and count for all of them.

use super::filled::{DetailsProblems, Filled, Typed, check, check_another};
use super::model::Details;
use time::Date;

/// What was typed of a person.
#[derive(Clone, Copy, Debug)]
pub struct TypedPerson<'a> {
    /// The person's place in the group, counted from 0; 0 for one who comes alone.
    pub at: usize,
    /// The form.
    pub typed: &'a Typed,
}

impl Details {
    /// How many people come.
    pub fn people(&self) -> usize {
        self.group.as_ref().map_or(1, |group| group.party.members.len())
    }

    /// What was typed of the person at this place, counted from 0.
    pub fn typed_of(&self, at: usize) -> Option<&Typed> {
        match at.checked_sub(1) {
            None => self.typed.as_ref(),
            Some(at) => self.group.as_ref()?.others.get(at),
        }
    }

    /// Keeps what was typed of one person. Nobody beyond the last is kept.
    pub fn put_typed(&mut self, TypedPerson { at, typed }: TypedPerson<'_>) {
        let people = self.people();
        match (at.checked_sub(1), &mut self.group) {
            (None, _) => self.typed = Some(typed.clone()),
            (Some(other), Some(group)) if at < people => {
                group.others.resize_with(group.others.len().max(at), Typed::default);
                group.others[other] = typed.clone();
            }
            _ => {}
        }
    }

    /// Whether nothing was typed of anybody, and no number of somebody who was chosen.
    pub fn is_untouched(&self) -> bool {
        (0..self.people()).all(|at| self.typed_of(at).is_none())
            && self.member.as_ref().is_none_or(|member| member.chart_number.is_none())
    }

    /// The people of the group in their order, up to the first one who is missing or wrong. `today` is the day in Japan.
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

    /// Checks what is typed of the person at this place, counted from 0, against those `before`.
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
