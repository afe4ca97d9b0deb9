//! The form of a member of the family: what they are to the owner of the account, and the person.

use crate::account::{FULL_AGE, Relation};
use crate::person::{Draft, Person, PersonField, PersonProblem, has_reached};
use crate::ui::{Form, FormField, Problems};
use time::Date;

/// A member as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberForm {
    /// 続柄: the value of a [`Relation`].
    pub relation: String,
    /// The person.
    pub person: Draft,
    /// Whether an adult consents; empty where that was not said.
    pub consent: String,
}

/// The fields of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberField {
    /// 続柄.
    Relation,
    /// One of the person.
    Person(PersonField),
    /// 本人の同意を得ています, of an adult.
    Consent,
}

impl FormField for MemberField {
    fn name(self) -> &'static str {
        match self {
            Self::Relation => "relation",
            Self::Person(field) => field.name(),
            Self::Consent => "consent",
        }
    }
}

impl Form for MemberForm {
    type Field = MemberField;

    fn read(get: impl Fn(MemberField) -> String) -> Self {
        Self {
            relation: get(MemberField::Relation),
            person: Draft::read(|field| get(MemberField::Person(field))),
            consent: get(MemberField::Consent),
        }
    }

    fn typed(&self) -> Vec<(MemberField, &str)> {
        let person = self.person.typed().into_iter().map(|(field, text)| (MemberField::Person(field), text));
        let consent = (MemberField::Consent, self.consent.as_str());
        std::iter::once((MemberField::Relation, self.relation.as_str())).chain(person).chain([consent]).collect()
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemberProblem {
    /// No 続柄 was chosen.
    NoRelation,
    /// With one of the person.
    Person(PersonProblem),
    /// It was not said that an adult consents.
    NoConsent,
    /// An adult would be a minor.
    Younger,
}

/// All that is wrong with the form.
pub type MemberProblems = Problems<MemberField, MemberProblem>;

impl MemberForm {
    /// The form of somebody whom another account holds: what was typed of who they are does not count.
    #[must_use]
    pub fn about(self, person: &Person) -> Self {
        Self { person: self.person.with_identity_of(person), ..self }
    }

    /// A new member, or every problem of the form at once; of an adult it has to be said that they consent. `today` is the day
    /// in Japan.
    ///
    /// # Errors
    /// All problems.
    pub fn check(&self, today: Date) -> Result<(Relation, Person), MemberProblems> {
        let checked = self.check_changed(today);
        let person = self.person.check(today).ok();
        let of_age = person.is_some_and(|person| has_reached(person.birth_date, FULL_AGE, today));
        if !of_age || !self.consent.is_empty() {
            return checked;
        }
        let mut problems = checked.err().unwrap_or_default();
        problems.add(MemberField::Consent, [MemberProblem::NoConsent]);
        Err(problems)
    }

    /// A member who is known, whose details are changed.
    ///
    /// # Errors
    /// All problems.
    pub fn check_changed(&self, today: Date) -> Result<(Relation, Person), MemberProblems> {
        let mut problems = MemberProblems::default();
        let relation = Relation::from_value(&self.relation).ok_or(MemberProblem::NoRelation);
        let relation = problems.sift(MemberField::Relation, relation);
        let person = self.person.check(today).map_err(|found| {
            for (field, problem) in found.iter() {
                problems.add(MemberField::Person(field), [MemberProblem::Person(problem.clone())]);
            }
        });
        problems.settle(relation.zip(person.ok()))
    }
}
