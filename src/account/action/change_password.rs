//! パスワードの変更, a form of アカウント変更.

use crate::account::form::{AccountProblem, PasswordChangeForm};
use crate::account::model::{Account, AccountId};
use crate::account::page::account::AccountForms;
use crate::account::ties::Ties;
use crate::account::{Patient, credential, new_password, page, path, rows};
use crate::credential::password::Owner;
use crate::secret::PasswordCheck;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::Done;

/// The names that a password of this account must not hold.
pub async fn names(cx: &Cx, id: AccountId) -> std::result::Result<Vec<String>, Failure> {
    Ok(cx.read(|r| rows::own_person(r, id)).await?.map(|person| person.names()).unwrap_or_default())
}

/// Changes the password. Every other session ends; this browser goes on with a new one.
pub async fn change(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let form: PasswordChangeForm = cx.typed();
    let wrong = current_problem(&cx, &me.account, &form.current_password).await?;
    let names = names(&cx, me.account.id).await?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let password = match form.check(Owner { address: Some(&me.account.address), names: &names }, wrong) {
        Ok(password) => password,
        Err(wrong_password) => {
            let email = cx.kept_form_of(path::ACCOUNT).await?.unwrap_or_default();
            let forms = AccountForms { email, wrong_password, ..AccountForms::default() };
            return Ok(cx.refuse(page::account::show(&cx, &me.account, &forms)));
        }
    };
    let hash = cx.hash(password.as_bytes()).await?;
    let (seen, token, stay) = (me.account, cx.new_token(), cx.stay());
    let fresh = token.hash();
    let Done(()) =
        cx.work(move |work, me: Patient| new_password::change(work, &me.account, &seen, &hash, fresh, ties)).await?;
    Ok(cx.go_to(format!("{}?done=password", path::ACCOUNT)).signed_in(token, stay))
}

/// What is wrong with the present password as it was typed.
pub async fn current_problem(
    cx: &Cx,
    account: &Account,
    typed: &str,
) -> std::result::Result<Option<AccountProblem>, Failure> {
    if typed.is_empty() {
        return Ok(Some(AccountProblem::CurrentPasswordMissing));
    }
    let attempts = credential::in_session(&cx.request.token, account.id);
    let verdict = credential::verify(cx, &attempts, Some(account), typed).await?;
    Ok((verdict == PasswordCheck::Wrong).then_some(AccountProblem::CurrentPasswordWrong))
}
