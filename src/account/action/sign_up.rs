//! 新規登録 up to the password (manual 3-1-1): メールアドレス確認 and パスワード設定.
//!
//! Whether the address has an account shows in the mail only, never on a page.

use super::mail_link;
use crate::account::link::{self, Purpose};
use crate::account::password::{Owner, PATIENT_LEAST, Password};
use crate::account::store::{self, SignUp};
use crate::account::ties::Known;
use crate::account::{credential, letter, page, path, words};
use crate::mail::{EmailAddress, outbox};
use crate::secret::Token;
use crate::web::{Anyone, Cx, Result, flash, session};

const fn is_sign_up(purpose: &Purpose) -> bool {
    matches!(purpose, Purpose::SignUp)
}

/// メールアドレス確認, empty.
pub async fn show(cx: Cx, _: Anyone) -> Result {
    let typed = mail_link::typed_before(&cx, path::SIGN_UP_SENT).await?;
    Ok(cx.page(page::sign_up::address(&cx, &typed, None)))
}

/// Sends the mail that goes on with the sign-up, or one that says that there is an account.
pub async fn send(cx: Cx, _: Anyone) -> Result {
    let typed = cx.form().get("email");
    let Ok(address) = EmailAddress::parse(typed) else {
        return Ok(cx.refuse(page::sign_up::address(&cx, typed, page::address_problem(&cx, typed))));
    };
    invite(&cx, address, None, &cx.next()).await
}

/// Sends that mail, and keeps in this browser what is known of whoever asked for it. `next` is where the account's owner
/// wants to go on in the end.
pub async fn invite(cx: &Cx, address: EmailAddress, known: Option<Known>, next: &str) -> Result {
    let sent = path::then(path::SIGN_UP_SENT, next);
    let (context, token, next) = (cx.clone(), Token::mint(), next.to_owned());
    cx.write(move |tx| {
        let cx = &context;
        if let Err(until) = credential::count_mail(tx, cx, &address)? {
            return Ok(Err(until));
        }
        // A link is made in both cases, so that the same work is done; a known address is not told of it.
        link::issue(tx, &token, Purpose::SignUp, address.clone())?;
        let letter = match store::of_address(tx, &address)? {
            Some(account) => {
                let from = letter::Sender::to_account(tx, cx, account.id)?;
                letter::already_registered(&from, &account.address, &cx.link(&path::sign_in_then(path::in_mail(&next))))
            }
            None => letter::sign_up(
                &letter::Sender::to_visitor(cx),
                &address,
                &cx.link(&path::of_link(path::SIGN_UP_LINK, &token, &next)),
            ),
        };
        outbox::add(tx, &link::timed(letter, cx.now, &Purpose::SignUp))?;
        flash::leave(tx, cx.visitor(), path::SIGN_UP_SENT, address.as_str())?;
        if let Some(known) = &known {
            store::put_wish(tx, cx.visitor(), known)?;
        }
        Ok(Ok(()))
    })
    .await??;
    Ok(cx.done(sent))
}

/// That the mail is on its way.
pub async fn sent(cx: Cx, _: Anyone) -> Result {
    let address = mail_link::sent_to(&cx, path::SIGN_UP_SENT).await?;
    Ok(cx.page(page::sent::show(&cx, &page::sent::SIGN_UP, address.as_deref())))
}

/// パスワード設定, from the link in the mail. Opening it changes nothing.
pub async fn show_password(cx: Cx, _: Anyone) -> Result {
    if let Some((_, link)) = mail_link::look(&cx, is_sign_up).await? {
        return Ok(cx.page(page::sign_up::password(&cx, &link.address, &[])));
    }
    // Whoever comes back to the mail in the same browser goes on where they were.
    if cx.read(|r| store::sign_up(r, cx.visitor())).await?.is_some() {
        return Ok(cx.done(path::SIGN_UP_PERSON));
    }
    mail_link::dead(&cx, path::SIGN_UP, words::SIGN_UP_AGAIN)
}

/// Uses the link up and keeps the password's hash for the end of the sign-up, in this browser alone.
pub async fn set_password(cx: Cx, _: Anyone) -> Result {
    let Some((token, link)) = mail_link::try_out(&cx, is_sign_up).await? else {
        return mail_link::dead(&cx, path::SIGN_UP, words::SIGN_UP_AGAIN);
    };
    // The names come later; the address is all that is known of the owner.
    let owner = Owner { address: Some(&link.address), names: &[] };
    let password = match Password::choose(cx.form().get("password"), PATIENT_LEAST, owner) {
        Ok(password) => password,
        Err(problems) => return Ok(cx.refuse(page::sign_up::password(&cx, &link.address, &problems))),
    };
    let hash = cx.floor.hasher.hash(password.as_bytes().to_vec()).await?;
    // A new token, so that nobody who planted one in this browser before can look into the sign-up.
    let (fresh, next) = (cx.new_token(), cx.next());
    let next = Some(path::in_mail(&next).to_owned()).filter(|next| path::is_elsewhere(next));
    let (before, visitor) = (cx.visitor(), fresh.hash());
    let kept = cx
        .write(move |tx| {
            let Some(link) = link::consume(tx, &token)? else {
                return Ok(false);
            };
            let (password, next) = (Some(hash.clone()), next.clone());
            // Only what this very browser knows, and only of the address that has just been proved.
            let sign_up = match store::take_wish(tx, before, &link.address)? {
                Some(known) => SignUp { password, next, ..SignUp::of(known) },
                None => SignUp { address: link.address, password, person: None, origin: None, next },
            };
            store::put_sign_up(tx, visitor, sign_up)?;
            // Whoever was signed in or signing up here before is not any more.
            session::end(tx, &before)?;
            store::end_sign_up(tx, before)?;
            Ok(true)
        })
        .await?;
    if kept {
        Ok(cx.done(path::SIGN_UP_PERSON).identified_by(fresh))
    } else {
        mail_link::dead(&cx, path::SIGN_UP, words::SIGN_UP_AGAIN)
    }
}
