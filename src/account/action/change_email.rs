//! アカウント変更 (manual 4-2) and メールアドレスの変更 (4-2-1).
//!
//! Nothing changes before the new address has been confirmed. Whether it belongs to somebody else shows in the mail
//! only.

use super::{change_password, mail_link};
use crate::account::link::{self, Purpose};
use crate::account::model::AccountId;
use crate::account::ties::Ties;
use crate::account::{Patient, SignedIn, credential, letter, page, parting, path, store, words};
use crate::mail::{EmailAddress, outbox};
use crate::secret::Token;
use crate::web::{Cx, Failure, Result, flash, session};

/// アカウント変更: what can be changed.
pub async fn overview(cx: Cx, me: Patient) -> Result {
    Ok(cx.page(page::account::overview(&cx, &me.account)))
}

/// The form. It asks for the password when that was given more than five minutes ago.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let typed = mail_link::typed_before(&cx, path::EMAIL_SENT).await?;
    Ok(cx.page(page::account::email(&cx, &me.account, &typed, &[])))
}

/// Sends the link to the new address.
pub async fn send(cx: Cx, me: Patient) -> Result {
    let typed = cx.form().get("email");
    let mut problems: Vec<_> =
        page::address_problem(&cx, typed).into_iter().map(|problem| ("email", problem)).collect();
    let parsed = EmailAddress::parse(typed).ok();
    if parsed.as_ref().is_some_and(|address| address.key() == me.account.address.key()) {
        problems.push(("email", cx.say(words::EMAIL_SAME).to_owned()));
    }
    let stale = page::account::must_ask_password(&cx);
    if stale
        && let Some(problem) =
            change_password::current_problem(&cx, &me.account, cx.form().get("current_password")).await?
    {
        problems.push(("current_password", problem));
    }
    let Some(address) = parsed.filter(|_| problems.is_empty()) else {
        return Ok(cx.refuse(page::account::email(&cx, &me.account, typed, &problems)));
    };
    let (context, token) = (cx.clone(), Token::mint());
    cx.write(move |tx| {
        let cx = &context;
        let Some(account) = SignedIn::again(tx, cx)? else {
            return Ok(Err(Failure::SignIn));
        };
        if let Some(session) = cx.session().filter(|_| stale) {
            session::renew(tx, session)?;
        }
        if let Err(until) = credential::count_mail(tx, cx, &address)? {
            return Ok(Err(until.into()));
        }
        write_letter(tx, cx, account.id, &address, &token)?;
        flash::leave(tx, cx.visitor(), path::EMAIL_SENT, address.as_str())?;
        Ok(Ok(()))
    })
    .await??;
    Ok(cx.done(path::EMAIL_SENT))
}

fn write_letter(
    tx: &mut crate::store::Tx<'_>,
    cx: &Cx,
    id: AccountId,
    address: &EmailAddress,
    token: &Token,
) -> crate::store::Result<()> {
    let from = letter::Sender::to_visitor(cx);
    link::issue(tx, token, Purpose::EmailChange(id), address.clone())?;
    let letter = match store::of_address(tx, address)? {
        Some(_) => letter::email_taken(&from, address, &cx.link(path::SIGN_IN)),
        None => letter::email_confirmation(
            &from,
            address,
            &cx.link(&path::of_link(path::EMAIL_LINK, token, path::DASHBOARD)),
        ),
    };
    outbox::add(tx, &link::timed(letter, cx.now, &Purpose::EmailChange(id)))
}

/// That the mail is on its way.
pub async fn sent(cx: Cx, _: Patient) -> Result {
    let address = mail_link::sent_to(&cx, path::EMAIL_SENT).await?;
    Ok(cx.page(page::sent::show(&cx, &page::sent::EMAIL, address.as_deref())))
}

/// The page behind the link in the mail: a button, since opening a link must change nothing.
///
/// It wants the account's own session: whoever owns a mistyped address must not get hold of the account.
pub async fn show_link(cx: Cx, me: Patient) -> Result {
    let mine = Purpose::EmailChange(me.account.id);
    match mail_link::look(&cx, |purpose| *purpose == mine).await? {
        Some((_, link)) => Ok(cx.page(page::account::email_confirmation(&cx, &link.address))),
        None => mail_link::dead(&cx, path::EMAIL, words::EMAIL_AGAIN),
    }
}

/// Moves the account to the new address and tells the old one. Every other session and link of the account ends, and what
/// the old address held of it goes along or is deleted: it may be somebody else's one day.
pub async fn change(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let mine = Purpose::EmailChange(me.account.id);
    let Some((token, _)) = mail_link::try_out(&cx, |purpose| *purpose == mine).await? else {
        return mail_link::dead(&cx, path::EMAIL, words::EMAIL_AGAIN);
    };
    let (context, fresh) = (cx.clone(), cx.new_token());
    let hash = fresh.hash();
    let moved = cx
        .write(move |tx| {
            let cx = &context;
            let Some(account) = SignedIn::again(tx, cx)?.filter(|account| account.id == me.account.id) else {
                return Ok(false);
            };
            let Some(link) = link::consume(tx, &token)? else {
                return Ok(false);
            };
            if store::of_address(tx, &link.address)?.is_some() {
                return Ok(false);
            }
            let (id, old) = (account.id, account.address.clone());
            // What still waits for the old address was not taken there; what it was to say is on the account's own pages.
            parting::forget_mail(tx, &account)?;
            let account = store::readdress(tx, account, link.address)?;
            ties.moved(tx, &account, &old)?;
            session::end_all(tx, id.subject())?;
            session::start(tx, id.subject(), &cx.visitor(), hash)?;
            let from = letter::Sender::to_account(tx, cx, id)?;
            outbox::add(tx, &letter::email_changed(&from, &old, cx.now))?;
            Ok(true)
        })
        .await?;
    if moved {
        Ok(cx.done(format!("{}?done=email", path::ACCOUNT)).identified_by(fresh))
    } else {
        mail_link::dead(&cx, path::EMAIL, words::EMAIL_AGAIN)
    }
}
