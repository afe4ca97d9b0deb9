//! Going on against what stands against a visit: with a reason, and only against what was read.

use super::model::NotAtDesk;
use crate::slots::{Objection, Overfull};

/// Why the staff go on, and against what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Insistence {
    /// What the page said stands against the visit, as [`Insistence::mark`] writes it.
    pub seen: Vec<String>,
    /// The reason; empty where none was given.
    pub reason: String,
}

/// A reason that was accepted, and against what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Insisted {
    /// The reason; none where nothing asked for one.
    pub reason: Option<String>,
    /// The words of what stood against the visit.
    pub against: Vec<String>,
}

impl Insistence {
    /// With what the page said, its marks with blanks between them.
    pub fn new(seen: &str, reason: String) -> Self {
        Self { seen: seen.split_ascii_whitespace().map(str::to_owned).collect(), reason }
    }

    /// Whether the page had said all of these that need a reason.
    pub fn has_read(&self, objections: &[Objection]) -> bool {
        objections.iter().filter(|one| one.needs_reason()).all(|one| self.seen.contains(&Self::mark(one)))
    }

    /// What a page notes of an objection that it has said: another figure is another objection, as when one more visit
    /// was booked meanwhile.
    pub fn mark(of: &Objection) -> String {
        match of {
            Objection::Full(Overfull { of, taken, places }) => format!("full:{of:?}:{taken}/{places}"),
            Objection::Unit { unit, is_away } => {
                // Marks are told apart by blanks.
                let unit: String = form_urlencoded::byte_serialize(unit.as_str().as_bytes()).collect();
                format!("unit:{unit}:{}", if *is_away { "away" } else { "taken" })
            }
            Objection::Limit { coming, limit } => format!("limit:{coming}/{limit}"),
            Objection::SameDay { starts, .. } => format!("same-day:{}", starts.millis()),
            other => other.word().to_owned(),
        }
    }

    /// Goes on against all of these, if that may be; without a reason where none of them asks for one.
    ///
    /// # Errors
    /// All of them, where one was not read or a reason is missing.
    pub fn against(&self, objections: Vec<Objection>) -> Result<Insisted, NotAtDesk> {
        let asks: Vec<&Objection> = objections.iter().filter(|one| one.needs_reason()).collect();
        let words = || asks.iter().map(|one| one.word().to_owned()).collect();
        if asks.is_empty() {
            return Ok(Insisted::default());
        }
        match self.has_read(&objections) && !self.reason.is_empty() {
            true => Ok(Insisted { reason: Some(self.reason.clone()), against: words() }),
            false => Err(NotAtDesk::Objections(objections)),
        }
    }
}
