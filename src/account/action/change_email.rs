//! アカウント変更, and メールアドレスの変更 on it.
//!
//! Nothing changes before the new address has been confirmed. Whether it belongs to somebody else shows in the mail
//! only.

use super::{change_password, mail_link};
use crate::account::form::EmailChangeForm;
use crate::account::link::{DeadLink, LinkPurpose};
use crate::account::page::account::AccountForms;
use crate::account::ties::Ties;
use crate::account::{Patient, address_change, page, path, words};
use crate::secret::Token;
use crate::session::{self, flash};
use crate::web::{Cx, Result};
use crate::work::Ended::{Done, Refused};

/// アカウント変更. The form for the address asks for the password when that was given more than five minutes ago.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let email = match cx.kept_form().await? {
        Some(typed) => typed,
        None => EmailChangeForm {
            email: mail_link::sent_before(&cx, path::EMAIL_SENT).await?,
            ..EmailChangeForm::default()
        },
    };
    Ok(cx.page(page::account::show(&cx, &me.account, &AccountForms { email, ..AccountForms::default() })))
}

/// Sends the link to the new address.
pub async fn send(cx: Cx, me: Patient) -> Result {
    let form: EmailChangeForm = cx.typed();
    let stale = page::account::must_ask_password(&cx);
    let wrong = match stale {
        true => change_password::current_problem(&cx, &me.account, &form.current_password).await?,
        false => None,
    };
    let address = match form.check(&me.account.address, wrong) {
        Ok(address) => address,
        Err(wrong_email) => {
            let forms = AccountForms { email: form, wrong_email, ..AccountForms::default() };
            return Ok(cx.refuse(page::account::show(&cx, &me.account, &forms)));
        }
    };
    let (token, session) = (Token::mint(), cx.session().filter(|_| stale).cloned());
    let Done(()) = cx
        .work(move |work, me: Patient| {
            if let Some(session) = &session {
                session::renew(work, &session.key)?;
            }
            address_change::ask(work, &me.account, &address, &token)?;
            let visitor = work.visitor();
            Ok(flash::leave(work, visitor, path::EMAIL_SENT, address.as_str())?)
        })
        .await?;
    Ok(cx.go_to(path::EMAIL_SENT))
}

/// That the mail is on its way.
pub async fn sent(cx: Cx, _: Patient) -> Result {
    let address = mail_link::sent_to(&cx, path::EMAIL_SENT).await?;
    Ok(cx.page(page::sent::show(&cx, page::sent::Errand::EmailChange, address.as_deref())))
}

/// The page behind the link in the mail: a button, since opening a link must change nothing.
///
/// It wants the account's own session: the owner of a mistyped address must not get hold of the account.
pub async fn show_link(cx: Cx, me: Patient) -> Result {
    let mine = LinkPurpose::EmailChange(me.account.id);
    match mail_link::look(&cx, |purpose| *purpose == mine).await? {
        Some((_, link)) => Ok(cx.page(page::account::email_confirmation(&cx, &link.address))),
        None => mail_link::dead(&cx, path::EMAIL, words::of(cx.lang).dead_link.start_again),
    }
}

/// Moves the account to the new address.
pub async fn change(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let words = &words::of(cx.lang).dead_link;
    let mine = LinkPurpose::EmailChange(me.account.id);
    let Some((token, _)) = mail_link::try_out(&cx, |purpose| *purpose == mine).await? else {
        return mail_link::dead(&cx, path::EMAIL, words.start_again);
    };
    let (fresh, stay) = (cx.new_token(), cx.stay());
    let hash = fresh.hash();
    let moved =
        cx.work(move |work, me: Patient| address_change::confirm(work, &me.account, &token, hash, ties)).await?;
    match moved {
        Done(()) => Ok(cx.go_to(format!("{}?done=email", path::ACCOUNT)).signed_in(fresh, stay)),
        Refused(DeadLink) => mail_link::dead(&cx, path::EMAIL, words.start_again),
    }
}
