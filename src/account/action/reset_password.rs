//! パスワードを忘れた方 (manual 3-1-4) and パスワード再設定.

use super::mail_link;
use crate::account::link::{self, Purpose};
use crate::account::model::Account;
use crate::account::password::{Owner, PATIENT_LEAST, Password};
use crate::account::{credential, letter, page, path, store, words};
use crate::mail::{EmailAddress, outbox};
use crate::secret::Token;
use crate::web::{Anyone, Cx, Failure, Result, flash, session};

const fn is_reset(purpose: &Purpose) -> bool {
    matches!(purpose, Purpose::Reset(_))
}

/// The form for the address.
pub async fn show(cx: Cx, _: Anyone) -> Result {
    let typed = mail_link::typed_before(&cx, path::RESET_SENT).await?;
    Ok(cx.page(page::reset::address(&cx, &typed, None)))
}

/// Sends the link, or a mail that says that there is no account.
pub async fn send(cx: Cx, _: Anyone) -> Result {
    let typed = cx.form().get("email");
    let Ok(address) = EmailAddress::parse(typed) else {
        return Ok(cx.refuse(page::reset::address(&cx, typed, page::address_problem(&cx, typed))));
    };
    let (context, token, next) = (cx.clone(), Token::mint(), cx.next());
    let sent = path::then(path::RESET_SENT, &next);
    cx.write(move |tx| {
        let cx = &context;
        if let Err(until) = credential::count_mail(tx, cx, &address)? {
            return Ok(Err(until));
        }
        let account = store::of_address(tx, &address)?;
        // A link is made in every case, so that the same work is done.
        let purpose = account.as_ref().map_or(Purpose::SignUp, |account| Purpose::Reset(account.id));
        link::issue(tx, &token, purpose.clone(), address.clone())?;
        let link = |route| cx.link(&path::of_link(route, &token, &next));
        let letter = match account {
            None => letter::nobody_here(&letter::Sender::to_visitor(cx), &address, &link(path::SIGN_UP_LINK)),
            Some(account) => {
                let from = letter::Sender::to_account(tx, cx, account.id)?;
                match account.disabled {
                    None => letter::reset(&from, &account.address, &link(path::RESET_LINK)),
                    Some(_) => letter::disabled(&from, &account.address),
                }
            }
        };
        outbox::add(tx, &link::timed(letter, cx.now, &purpose))?;
        flash::leave(tx, cx.visitor(), path::RESET_SENT, address.as_str())?;
        Ok(Ok(()))
    })
    .await??;
    Ok(cx.done(sent))
}

/// That the mail is on its way.
pub async fn sent(cx: Cx, _: Anyone) -> Result {
    let address = mail_link::sent_to(&cx, path::RESET_SENT).await?;
    Ok(cx.page(page::sent::show(&cx, &page::sent::RESET, address.as_deref())))
}

/// パスワード再設定. Opening it changes nothing.
pub async fn show_link(cx: Cx, _: Anyone) -> Result {
    match mail_link::look(&cx, is_reset).await? {
        Some((_, link)) => Ok(cx.page(page::reset::password(&cx, &link.address, &[]))),
        None => mail_link::dead(&cx, path::RESET, words::RESET_AGAIN),
    }
}

/// Sets the new password; every session and every other link of the account ends.
pub async fn set(cx: Cx, _: Anyone) -> Result {
    let Some((token, link)) = mail_link::try_out(&cx, is_reset).await? else {
        return mail_link::dead(&cx, path::RESET, words::RESET_AGAIN);
    };
    let Purpose::Reset(id) = link.purpose else {
        return Err(Failure::NotFound);
    };
    let names = super::change_password::names(&cx, id).await?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let owner = Owner { address: Some(&link.address), names: &names };
    let password = match Password::choose(cx.form().get("password"), PATIENT_LEAST, owner) {
        Ok(password) => password,
        Err(problems) => return Ok(cx.refuse(page::reset::password(&cx, &link.address, &problems))),
    };
    let hash = cx.floor.hasher.hash(password.as_bytes().to_vec()).await?;
    let context = cx.clone();
    let done = cx
        .write(move |tx| {
            let cx = &context;
            if link::consume(tx, &token)?.is_none() {
                return Ok(false);
            }
            let Some(account) = store::find(tx, id)? else {
                return Ok(false);
            };
            let account = Account { password: hash.clone(), ..account };
            store::put(tx, &account)?;
            session::end_all(tx, id.subject())?;
            let from = letter::Sender::to_account(tx, cx, id)?;
            outbox::add(tx, &letter::password_changed(&from, &account.address, cx.now))?;
            Ok(true)
        })
        .await?;
    if done {
        Ok(cx.done(path::then(&format!("{}?done=reset", path::SIGN_IN), &cx.next())))
    } else {
        mail_link::dead(&cx, path::RESET, words::RESET_AGAIN)
    }
}
