//! What the pages of the kept mails say in English.

use super::sentences::MailboxWords;

pub const WORDS: MailboxWords = MailboxWords {
    title: "E-mails sent (demo)",
    empty: "No e-mails yet",
    empty_how: "In the demo no e-mail leaves this machine; it is shown here instead.",
    to: "To",
    when: "When",
    files: "Attached files",
    back: "Back to the e-mails",
};
