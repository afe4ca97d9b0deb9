//! The mails to and about the staff. Each says why it came; none holds anything of a patient.

mod invitation;
mod owners;

pub use invitation::{StaffOffer, invited, reset};
pub use owners::{OwnerNews, news};

use super::words::letter::{self, StaffLetterWords};
use super::words::{self, StaffWords};
use crate::mail::{EmailAddress, Letter, Letterhead};
use crate::session::{self, SubjectId};
use crate::store;
use crate::work::Work;

/// What every letter to the staff needs.
pub struct StaffLetterContext {
    head: Letterhead,
    letter: &'static StaffLetterWords,
    words: &'static StaffWords,
}

impl StaffLetterContext {
    fn letter(&self, to: &EmailAddress, subject: &str) -> Letter {
        self.head.letter(to, subject)
    }
}

/// For a letter to somebody of the staff, in their own language; to somebody new, in that of who writes it.
pub fn context(work: &Work<'_>, to: Option<SubjectId>) -> store::Result<StaffLetterContext> {
    let standing = to.map(|to| session::standing(work, to)).transpose()?.flatten();
    let lang = standing.map_or(work.lang(), |standing| standing.lang);
    Ok(StaffLetterContext { head: work.letterhead(lang), letter: letter::of(lang), words: words::of(lang) })
}
