//! 姓 and 名 with セイ and メイ, checked together: which of them may be empty depends on the others.
//!
//! A residence card (在留カード) prints one name for some people, and no kana. So one of 姓 and 名 may be empty, and kana may be
//! left out for a part in Latin letters. A part whose kana was given has been forgotten.

use super::field::PersonField;
use super::kana::kana_part;
use super::model::Name;
use super::problem::{PersonProblem, PersonProblems};
use super::text::name_part;
use unicode_normalization::UnicodeNormalization;

/// A part of the name as typed, with its kana.
pub(super) struct NamePart {
    name: Result<Option<String>, PersonProblem>,
    kana: Result<Option<String>, PersonProblem>,
}

/// A name, and how it is read.
pub(super) struct Named {
    pub(super) name: Name,
    pub(super) kana: Name,
}

impl NamePart {
    pub(super) fn read(name: &str, kana: &str) -> Self {
        Self { name: name_part(name), kana: kana_part(kana) }
    }

    fn has_name(&self) -> bool {
        self.name != Ok(None)
    }

    /// Whether the name has to be there, `alone` when the other part has none either.
    fn is_missing(&self, alone: bool) -> bool {
        !self.has_name() && (alone || self.kana != Ok(None))
    }

    fn name(&self, alone: bool) -> Result<String, PersonProblem> {
        if self.is_missing(alone) {
            Err(PersonProblem::Missing)
        } else {
            self.name.clone().map(Option::unwrap_or_default)
        }
    }

    fn kana(&self, alone: bool) -> Result<String, PersonProblem> {
        let is_needed = match &self.name {
            Ok(Some(name)) => !is_latin(name),
            Ok(None) => self.is_missing(alone),
            // It is wrong in another way, so nobody knows.
            Err(_) => false,
        };
        match &self.kana {
            Ok(None) if is_needed => Err(PersonProblem::Missing),
            read => read.clone().map(Option::unwrap_or_default),
        }
    }
}

/// The whole name, or none after adding the problems of its parts.
pub(super) fn check(family: &NamePart, given: &NamePart, problems: &mut PersonProblems) -> Option<Named> {
    let alone = !family.has_name() && !given.has_name();
    let names = (
        problems.sift(PersonField::FamilyName, family.name(alone)),
        problems.sift(PersonField::GivenName, given.name(alone)),
    );
    let kana = (
        problems.sift(PersonField::FamilyKana, family.kana(alone)),
        problems.sift(PersonField::GivenKana, given.kana(alone)),
    );
    let name = |(family, given): (Option<String>, Option<String>)| Some(Name { family: family?, given: given? });
    Some(Named { name: name(names)?, kana: name(kana)? })
}

/// A name of which only the kana is known, or none after adding the problems of its parts. One part may be empty.
pub(super) fn check_kana(family: &NamePart, given: &NamePart, problems: &mut PersonProblems) -> Option<Named> {
    let none = [family, given].iter().all(|part| part.kana == Ok(None));
    let read = |part: &NamePart| part.kana.clone().map(Option::unwrap_or_default);
    let of_family = if none { Err(PersonProblem::Missing) } else { read(family) };
    let family = problems.sift(PersonField::FamilyKana, of_family);
    let given = problems.sift(PersonField::GivenKana, read(given));
    let name = Name { family: String::new(), given: String::new() };
    Some(Named { name, kana: Name { family: family?, given: given? } })
}

/// Whether a text has letters, all of them Latin ones in any width.
fn is_latin(text: &str) -> bool {
    let mut letters = text.nfkc().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| matches!(c, '\0'..'\u{250}' | '\u{1E00}'..='\u{1EFF}'))
}
