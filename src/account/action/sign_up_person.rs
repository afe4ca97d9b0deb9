//! 新規登録 from the password to the dashboard (manual 3-1-1): 利用者情報の設定, 確認, 登録する.

use super::edit_person::look_over;
use crate::account::patient::Applicant;
use crate::account::registration::{Registration, register as make};
use crate::account::store::{self, SignUp};
use crate::account::ties::Ties;
use crate::account::{page, path};
use crate::person::Draft;
use crate::web::{Cx, Result, session};

/// The form, with what was typed before.
pub async fn show(cx: Cx, guest: Applicant) -> Result {
    let draft = guest.sign_up.person.unwrap_or_default();
    Ok(cx.page(page::person::sign_up_form(&cx, &draft, None)))
}

/// Keeps what was typed and leads on to 確認 when it is right.
pub async fn check(cx: Cx, _: Applicant) -> Result {
    let draft = Draft::from_fields(|name| cx.form().get(name).to_owned());
    if let Err(problems) = draft.check(cx.now.jst_date()) {
        return Ok(cx.refuse(page::person::sign_up_form(&cx, &draft, Some(&problems))));
    }
    let visitor = cx.visitor();
    cx.write(move |tx| store::put_sign_up_person(tx, visitor, draft.clone())).await?;
    Ok(cx.done(path::SIGN_UP_CONFIRMATION))
}

/// 確認.
pub async fn confirm(cx: Cx, guest: Applicant) -> Result {
    match look_over(&cx, guest.sign_up.person.as_ref()) {
        Some(person) => Ok(cx.page(page::person::sign_up_confirmation(&cx, &guest.sign_up.address, &person, false))),
        None => Ok(cx.done(path::SIGN_UP_PERSON)),
    }
}

/// Makes the account and signs in, all in one transaction.
pub async fn register(cx: Cx, guest: Applicant, ties: &'static dyn Ties) -> Result {
    let SignUp { address, person, origin, next, .. } = guest.sign_up;
    let Some(person) = look_over(&cx, person.as_ref()) else {
        return Ok(cx.done(path::SIGN_UP_PERSON));
    };
    if !cx.form().has("agree") {
        return Ok(cx.refuse(page::person::sign_up_confirmation(&cx, &address, &person, true)));
    }
    let agreement = super::agree::given(&cx);
    let new = Registration { address, password: guest.password, person, agreement, lang: cx.lang };
    let (visitor, token) = (cx.visitor(), cx.new_token());
    let fresh = token.hash();
    let account = cx
        .write(move |tx| {
            // The sign-up's row is the ticket: a second submit of the same page finds it gone.
            if store::sign_up(tx, visitor)?.is_none() {
                return Ok(None);
            }
            store::end_sign_up(tx, visitor)?;
            let account = make(tx, &new)?;
            if let Some(account) = &account {
                if let Some(origin) = &origin {
                    ties.made(tx, account, origin)?;
                }
                session::start(tx, account.id.subject(), &visitor, fresh)?;
            }
            Ok(account)
        })
        .await?;
    Ok(match account {
        Some(_) => {
            let dashboard = || format!("{}?done=sign-up", path::DASHBOARD);
            cx.done(next.unwrap_or_else(dashboard)).identified_by(token)
        }
        None => cx.gone(page::sign_up::taken(&cx, next.as_deref().unwrap_or(path::DASHBOARD))),
    })
}
