//! The account's mails. Each says why it came and what to do if it was not asked for; none names a person, since an
//! address may have been mistyped.

mod change;
mod sign_up;

pub use change::{email_changed, email_confirmation, email_taken, password_changed, withdrawn};
pub use sign_up::{already_registered, disabled, nobody_here, reset, sign_up};

use super::model::AccountId;
use crate::lang::Lang;
use crate::mail::{EmailAddress, Letter, Letterhead};
use crate::store::{self, Reader};
use crate::web::{Cx, session};

/// What every letter of the account needs.
pub struct Sender {
    head: Letterhead,
    lang: Lang,
}

impl Sender {
    fn speaking(cx: &Cx, lang: Lang) -> Self {
        Self { head: cx.floor.letterhead(lang), lang }
    }

    /// For letters to whoever is asking.
    pub fn to_visitor(cx: &Cx) -> Self {
        Self::speaking(cx, cx.lang)
    }

    /// For letters to the owner of an account, in their own language: somebody else may be asking.
    pub fn to_account(r: &dyn Reader, cx: &Cx, id: AccountId) -> store::Result<Self> {
        let lang = session::standing(r, id.subject())?.map_or(cx.lang, |standing| standing.lang);
        Ok(Self::speaking(cx, lang))
    }

    fn letter(&self, to: &EmailAddress, subject: &str) -> Letter {
        self.head.letter(to, subject)
    }

    fn not_asked(&self) -> &'static str {
        self.lang.pick(
            "お心当たりがない場合は、このメールを破棄してください。何も変更されません。",
            "If you did not ask for this, ignore this mail. Nothing will change.",
        )
    }

    fn warning(&self) -> &'static str {
        self.lang.pick(
            "お心当たりがない場合は、第三者がアカウントを操作したおそれがあります。すぐにパスワードを再設定し、お問い合わせください。",
            "If this was not you, somebody else may have used your account. Reset your password at once and contact us.",
        )
    }
}
