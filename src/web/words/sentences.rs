//! What error pages say, one field a sentence.

use crate::clock::Moment;
use crate::work::Remedy;

/// An error page.
pub struct Apology {
    /// What happened.
    pub title: &'static str,
    /// What it means and what to do.
    pub sentences: &'static [&'static str],
}

/// Every error page.
pub struct WebWords {
    pub contact: &'static str,
    pub home: &'static str,
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
    /// Too many attempts; `too_many_until` comes first.
    pub too_many: Apology,
    /// From when on the next attempt is let through.
    pub too_many_until: fn(Moment) -> String,
    /// What can be done at once by who has used a limit up.
    pub remedy: fn(Remedy) -> &'static str,
    /// The link to where a password is set anew.
    pub new_password: &'static str,
    /// Everybody together has asked for too much.
    pub crowded: Apology,
    pub crowded_until: fn(Moment) -> String,
}
