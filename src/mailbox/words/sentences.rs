//! What the pages of the kept mails say, one field a sentence.

/// The list of kept mails, and one of them.
pub struct MailboxWords {
    /// The list's title.
    pub title: &'static str,
    pub empty: &'static str,
    pub empty_how: &'static str,
    pub to: &'static str,
    pub when: &'static str,
    pub files: &'static str,
    pub back: &'static str,
}
