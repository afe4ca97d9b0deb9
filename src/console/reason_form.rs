//! The reason for which the staff cancel a visit, or book it although something stands against it: a usual one, their own words,
//! or both.

use crate::lang::typed::{Fault, clean};
use crate::ui::{Form, FormField, Problems};

/// The longest reason, in characters.
const LONGEST: usize = 200;

/// The usual reasons to go on, by their words in the form.
pub const PRESETS: [&str; 4] = ["urgent", "doctor", "family", "agreed"];
/// The usual reasons of a cancellation.
pub const CANCELLATION_PRESETS: [&str; 4] = ["patient", "clinic", "mistake", OTHER];
/// The one that says nothing by itself.
const OTHER: &str = "other";

/// A reason as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReasonForm {
    preset: String,
    own: String,
}

/// The fields of [`ReasonForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonField {
    /// A usual reason.
    Preset,
    /// The staff's own words.
    Own,
}

/// What is wrong with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonProblem {
    /// None was given.
    Missing,
    /// Another one than the usual, and not which.
    Unexplained,
    /// The staff's own words cannot be taken.
    Text(Fault),
}

/// All that is wrong with it.
pub type ReasonProblems = Problems<ReasonField, ReasonProblem>;

/// A reason that is shown again, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct TypedReason {
    /// As it was typed.
    pub form: ReasonForm,
    /// What is wrong with it.
    pub problems: ReasonProblems,
}

impl FormField for ReasonField {
    fn name(self) -> &'static str {
        match self {
            Self::Preset => "preset",
            Self::Own => "reason",
        }
    }
}

impl Form for ReasonForm {
    type Field = ReasonField;

    fn read(get: impl Fn(ReasonField) -> String) -> Self {
        Self { preset: get(ReasonField::Preset), own: get(ReasonField::Own) }
    }

    fn typed(&self) -> Vec<(ReasonField, &str)> {
        let Self { preset, own } = self;
        vec![(ReasonField::Preset, preset), (ReasonField::Own, own)]
    }
}

impl ReasonForm {
    /// The reason in words, for the record; empty where none was given. `presets` gives the words of a usual reason.
    ///
    /// # Errors
    /// What is wrong with the staff's own words.
    pub fn check(&self, presets: fn(&str) -> &'static str) -> Result<String, ReasonProblems> {
        let own = clean(&self.own, LONGEST)
            .map_err(|fault| ReasonProblems::one(ReasonField::Own, ReasonProblem::Text(fault)))?;
        let preset = presets(&self.preset);
        Ok(match (preset.is_empty(), own.is_empty()) {
            (false, false) => format!("{preset}: {own}"),
            (false, true) => preset.to_owned(),
            (true, _) => own,
        })
    }

    /// The same, where there has to be one.
    ///
    /// # Errors
    /// What is wrong with it, that none was given, or that it says no more than that it is another one.
    pub fn check_given(&self, presets: fn(&str) -> &'static str) -> Result<String, ReasonProblems> {
        let reason = self.check(presets)?;
        match reason.is_empty() {
            true => Err(missing()),
            false if self.preset == OTHER && reason == presets(OTHER) => {
                Err(Problems::one(ReasonField::Own, ReasonProblem::Unexplained))
            }
            false => Ok(reason),
        }
    }
}

/// That no reason was given.
pub fn missing() -> ReasonProblems {
    Problems::one(ReasonField::Preset, ReasonProblem::Missing)
}
