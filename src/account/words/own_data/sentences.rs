//! What is said of the file, one field a sentence.

/// All sentences.
pub struct OwnDataWords {
    pub title: &'static str,
    /// What the file holds.
    pub lead: &'static str,
    /// What it does not hold, and how to go about it.
    pub beyond: &'static str,
    pub care: &'static str,
    pub button: &'static str,
    pub why_password: &'static str,
    /// When the file was made.
    pub made: fn(&str) -> String,
    pub account: &'static str,
    pub customer_id: &'static str,
    pub address: &'static str,
    pub since: &'static str,
    pub agreed: &'static str,
    /// Versions of terms and privacy policy.
    pub versions: fn(&str, &str) -> String,
    pub people: &'static str,
    pub clinics: &'static str,
    /// 診察券番号 of somebody, by name.
    pub chart_number: fn(&str) -> String,
    pub relation: &'static str,
    /// With whom somebody is shared, by name.
    pub shared_with: &'static str,
    pub reservations: &'static str,
    pub nothing: &'static str,
}
