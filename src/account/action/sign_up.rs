//! 新規登録 up to the password: メールアドレス確認 and パスワード設定.
//!
//! Whether the address has an account shows in the mail only, never on a page.

use super::mail_link;
use crate::account::form::{AddressForm, PasswordForm};
use crate::account::link::{DeadLink, LinkPurpose};
use crate::account::ties::{KnownPerson, Ties};
use crate::account::{page, path, rows, sign_up, words};
use crate::credential::{self, password::Owner};
use crate::mail::EmailAddress;
use crate::secret::Token;
use crate::session::flash;
use crate::ui::Problems;
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::{Done, Refused};

const fn is_sign_up(purpose: &LinkPurpose) -> bool {
    matches!(purpose, LinkPurpose::SignUp)
}

/// メールアドレス確認, empty.
pub async fn show(cx: Cx, _: Anyone) -> Result {
    let typed = match cx.kept_form().await? {
        Some(typed) => typed,
        None => AddressForm { email: mail_link::sent_before(&cx, path::SIGN_UP_SENT).await? },
    };
    Ok(cx.page(page::sign_up::address(&cx, &typed, &Problems::default())))
}

/// Sends the mail that goes on with the sign-up, or one that says that there is an account.
pub async fn send(cx: Cx, _: Anyone) -> Result {
    let form: AddressForm = cx.typed();
    match form.check() {
        Ok(address) => invite(&cx, address, None, &cx.next()).await,
        Err(problems) => Ok(cx.refuse(page::sign_up::address(&cx, &form, &problems))),
    }
}

/// Sends that mail, and keeps in this browser what is known of the person who asked for it. `next` is where the account's owner
/// wants to go on in the end.
pub async fn invite(cx: &Cx, address: EmailAddress, known: Option<KnownPerson>, next: &str) -> Result {
    let sent = path::then(path::SIGN_UP_SENT, next);
    let (token, asked, whose) = (Token::mint(), next.to_owned(), address.key());
    let Done(()) = cx
        .work(move |work, _: Anyone| {
            sign_up::invite(work, &address, &token, known.as_ref(), &asked)?;
            let visitor = work.visitor();
            Ok(flash::leave(work, visitor, path::SIGN_UP_SENT, address.as_str())?)
        })
        .await?;
    Ok(cx.go_to(sent).keeping_next(&whose, path::beside_mail(next)))
}

/// That the mail is on its way.
pub async fn sent(cx: Cx, _: Anyone) -> Result {
    let address = mail_link::sent_to(&cx, path::SIGN_UP_SENT).await?;
    Ok(cx.page(page::sent::show(&cx, page::sent::Errand::SignUp, address.as_deref())))
}

/// パスワード設定, from the link in the mail. Opening it changes nothing.
pub async fn show_password(cx: Cx, _: Anyone) -> Result {
    if let Some((_, link)) = mail_link::look(&cx, is_sign_up).await? {
        return Ok(cx.page(page::sign_up::password(&cx, &link.address, &Problems::default())));
    }
    // A second visit from the mail, in the same browser, goes on at the same step.
    if cx.read(|r| rows::sign_up(r, cx.visitor())).await?.is_some() {
        return Ok(cx.go_to(path::SIGN_UP_PERSON));
    }
    mail_link::dead(&cx, path::SIGN_UP, words::of(cx.lang).dead_link.send_again)
}

/// Uses the link up and keeps the password's hash for the end of the sign-up, in this browser alone.
pub async fn set_password(cx: Cx, _: Anyone, ties: &'static dyn Ties) -> Result {
    let words = &words::of(cx.lang).dead_link;
    let Some((token, link)) = mail_link::try_out(&cx, is_sign_up).await? else {
        return mail_link::dead(&cx, path::SIGN_UP, words.send_again);
    };
    // The names come later; the address is all that is known of the owner.
    let owner = Owner { address: Some(&link.address), names: &[] };
    let password = match cx.typed::<PasswordForm>().check(owner) {
        Ok(password) => password,
        Err(problems) => return Ok(cx.refuse(page::sign_up::password(&cx, &link.address, &problems))),
    };
    credential::count_hash(&cx).await?;
    let hash = cx.hash(password.as_bytes()).await?;
    let (fresh, next) = (cx.new_token(), cx.next());
    let next = Some(path::in_mail(&next).to_owned()).filter(|next| path::is_elsewhere(next));
    let visitor = fresh.hash();
    match cx.work(move |work, _: Anyone| sign_up::prove(work, &token, &hash, visitor, next.as_deref(), ties)).await? {
        Done(()) => Ok(cx.go_to(path::SIGN_UP_PERSON).identified_by(fresh)),
        Refused(DeadLink) => mail_link::dead(&cx, path::SIGN_UP, words.send_again),
    }
}
