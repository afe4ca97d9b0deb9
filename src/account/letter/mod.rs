//! The account's mails. Each says why it came and what to do if it was not asked for; none names a person, since an
//! address may have been mistyped.

mod change;
mod sign_up;

pub use change::{email_changed, email_confirmation, email_taken, password_changed, withdrawn};
pub use sign_up::{already_registered, disabled, nobody_here, reset, sign_up};

use super::model::AccountId;
use super::words::{self, AccountWords};
use crate::lang::Lang;
use crate::mail::{EmailAddress, Letter, Letterhead};
use crate::session;
use crate::store;
use crate::work::Work;

/// What every letter of the account needs.
pub struct LetterContext {
    head: Letterhead,
    words: &'static AccountWords,
}

impl LetterContext {
    fn speaking(work: &Work<'_>, lang: Lang) -> Self {
        Self { head: work.letterhead(lang), words: words::of(lang) }
    }

    /// For letters to somebody who asks for them.
    pub fn to_visitor(work: &Work<'_>) -> Self {
        Self::speaking(work, work.lang())
    }

    /// For letters to the owner of an account, in their own language: somebody else may be asking.
    pub fn to_account(work: &Work<'_>, id: AccountId) -> store::Result<Self> {
        let lang = session::standing(work, id.subject())?.map_or(work.lang(), |standing| standing.lang);
        Ok(Self::speaking(work, lang))
    }

    fn letter(&self, to: &EmailAddress, subject: &str) -> Letter {
        self.head.letter(to, subject)
    }
}
