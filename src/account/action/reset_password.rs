//! パスワードを忘れた方 and パスワード再設定.

use super::mail_link;
use crate::account::form::{AddressForm, PasswordForm};
use crate::account::link::{DeadLink, LinkPurpose};
use crate::account::{new_password, page, path, words};
use crate::credential::{self, password::Owner};
use crate::secret::Token;
use crate::session::flash;
use crate::ui::Problems;
use crate::web::{Anyone, Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

const fn is_reset(purpose: &LinkPurpose) -> bool {
    matches!(purpose, LinkPurpose::Reset(_))
}

/// The form for the address.
pub async fn show(cx: Cx, _: Anyone) -> Result {
    let typed = match cx.kept_form().await? {
        Some(typed) => typed,
        None => AddressForm { email: mail_link::sent_before(&cx, path::RESET_SENT).await? },
    };
    Ok(cx.page(page::reset::address(&cx, &typed, &Problems::default())))
}

/// Sends the link, or a mail that says that there is no account.
pub async fn send(cx: Cx, _: Anyone) -> Result {
    let form: AddressForm = cx.typed();
    let address = match form.check() {
        Ok(address) => address,
        Err(problems) => return Ok(cx.refuse(page::reset::address(&cx, &form, &problems))),
    };
    let (token, next) = (Token::mint(), cx.next());
    let (sent, asked, whose) = (path::then(path::RESET_SENT, &next), next.clone(), address.key());
    let Done(()) = cx
        .work(move |work, _: Anyone| {
            new_password::ask_reset(work, &address, &token, &asked)?;
            let visitor = work.visitor();
            Ok(flash::leave(work, visitor, path::RESET_SENT, address.as_str())?)
        })
        .await?;
    Ok(cx.go_to(sent).keeping_next(&whose, path::beside_mail(&next)))
}

/// That the mail is on its way.
pub async fn sent(cx: Cx, _: Anyone) -> Result {
    let address = mail_link::sent_to(&cx, path::RESET_SENT).await?;
    Ok(cx.page(page::sent::show(&cx, page::sent::Errand::Reset, address.as_deref())))
}

/// パスワード再設定. Opening it changes nothing.
pub async fn show_link(cx: Cx, _: Anyone) -> Result {
    match mail_link::look(&cx, is_reset).await? {
        Some((_, link)) => Ok(cx.page(page::reset::password(&cx, &link.address, &Problems::default()))),
        None => mail_link::dead(&cx, path::RESET, words::of(cx.lang).dead_link.send_again),
    }
}

/// Sets the new password; every session and every other link of the account ends.
pub async fn set(cx: Cx, _: Anyone) -> Result {
    let words = &words::of(cx.lang).dead_link;
    let Some((token, link)) = mail_link::try_out(&cx, is_reset).await? else {
        return mail_link::dead(&cx, path::RESET, words.send_again);
    };
    let LinkPurpose::Reset(id) = link.purpose else {
        return Err(Failure::NotFound);
    };
    let names = super::change_password::names(&cx, id).await?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let owner = Owner { address: Some(&link.address), names: &names };
    let password = match cx.typed::<PasswordForm>().check(owner) {
        Ok(password) => password,
        Err(problems) => return Ok(cx.refuse(page::reset::password(&cx, &link.address, &problems))),
    };
    credential::count_hash(&cx).await?;
    let hash = cx.hash(password.as_bytes()).await?;
    match cx.work(move |work, _: Anyone| new_password::reset(work, id, &token, &hash)).await? {
        Done(()) => Ok(cx.go_to(path::then(&format!("{}?done=reset", path::SIGN_IN), &cx.next()))),
        Refused(DeadLink) => mail_link::dead(&cx, path::RESET, words.send_again),
    }
}
