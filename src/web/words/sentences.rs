//! What error pages say, one field a sentence.

use crate::work::Remedy;

/// An error page.
pub struct Apology {
    /// What happened.
    pub title: &'static str,
    /// What it means and what to do.
    pub sentences: &'static [&'static str],
}

/// What a remedy says.
pub struct RemedyWords {
    /// What can be done at once.
    pub sentences: &'static [&'static str],
    /// What the link to its page says, where it begins on one.
    pub way: Option<&'static str>,
}

/// Every error page.
pub struct WebWords {
    pub contact: &'static str,
    pub home: &'static str,
    pub sign_in: &'static str,
    /// The address leads nowhere.
    pub not_found: Apology,
    pub method: Apology,
    /// The form is an old one, or of another session.
    pub forged: Apology,
    /// What to do about it where its form cannot be shown.
    pub go_back: &'static str,
    /// What was typed stands below, beside what stood against it.
    pub still_here: &'static str,
    /// What was typed stands below, and was not received.
    pub unsent: &'static str,
    pub too_large: Apology,
    pub too_slow: Apology,
    pub not_a_form: Apology,
    pub busy: Apology,
    pub read_only: Apology,
    /// A fault of ours.
    pub fault: Apology,
    /// Too many attempts; `too_many_until` and the remedy come first.
    pub too_many: Apology,
    /// From when on the next attempt is let through.
    pub too_many_until: fn(&str) -> String,
    /// Everybody together has asked for too much.
    pub crowded: Apology,
    pub crowded_until: fn(&str) -> String,
    /// What can be done until then.
    pub remedy: fn(Remedy) -> RemedyWords,
    /// The clinic that the page is about stands behind it.
    pub call_clinic: &'static str,
    pub clinic_page: &'static str,
    pub book_as_guest: &'static str,
    pub book_signed_in: &'static str,
    pub dashboard: &'static str,
}
