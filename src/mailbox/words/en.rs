//! What the pages of the kept mails say in English.

use super::sentences::MailboxWords;

pub const WORDS: MailboxWords = MailboxWords {
    title: "Mails sent (demo)",
    empty: "No mails yet",
    empty_how: "In the demo no mail leaves this machine; it is shown here instead.",
    to: "To",
    when: "When",
    files: "Attached files",
    back: "Back to the mails",
};
