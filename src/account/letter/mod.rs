//! The account's mails. Each says why it came and what to do if it was not asked for; none names a person, since an
//! address may have been mistyped.

mod change;
mod sign_up;

pub use change::{email_changed, email_confirmation, email_taken, password_changed, withdrawn};
pub use sign_up::{already_registered, disabled, nobody_here, reset, sign_up};

use super::model::AccountId;
use crate::config::Config;
use crate::lang::Lang;
use crate::mail::{EmailAddress, Letter};
use crate::store::{self, Reader};
use crate::web::{Cx, session};

/// What every letter of the account needs.
pub struct Sender<'a> {
    config: &'a Config,
    lang: Lang,
}

impl<'a> Sender<'a> {
    /// For letters to whoever is asking.
    pub fn to_visitor(cx: &'a Cx) -> Self {
        Self { config: &cx.floor.config, lang: cx.lang }
    }

    /// For letters to the owner of an account, in their own language: somebody else may be asking.
    pub fn to_account(r: &dyn Reader, cx: &'a Cx, id: AccountId) -> store::Result<Self> {
        let lang = session::standing(r, id.subject())?.map_or(cx.lang, |standing| standing.lang);
        Ok(Self { config: &cx.floor.config, lang })
    }
}

impl Sender<'_> {
    fn letter(&self, to: &EmailAddress, subject: &str, body: impl FnOnce(Letter) -> Letter) -> Letter {
        let service = &self.config.service;
        let subject =
            format!("{}{subject}", self.lang.pick(format!("【{}】", service.name), format!("[{}] ", service.name)));
        let letter = body(Letter::new(self.lang, to.clone(), subject));
        let letter = letter.footer(format!("{}\n{}", service.name, self.config.base_url()));
        let letter = match &service.contact {
            Some(contact) => {
                letter.footer(self.lang.pick(format!("お問い合わせ: {contact}"), format!("Contact: {contact}")))
            }
            None => letter,
        };
        letter.footer(self.lang.pick(
            "このメールは自動で送信されています。返信はできません。",
            "This mail was sent automatically. Please do not reply.",
        ))
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
