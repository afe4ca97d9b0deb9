//! パスワードの変更 (manual 4-2-2).

use crate::account::model::{Account, AccountId};
use crate::account::password::{Owner, PATIENT_LEAST, Password};
use crate::account::{Patient, credential, new_password, page, path, rows, words};
use crate::secret::Verdict;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::Done;

/// The names that a password of this account must not hold.
pub async fn names(cx: &Cx, id: AccountId) -> std::result::Result<Vec<String>, Failure> {
    Ok(cx.read(|r| rows::own_person(r, id)).await?.map(|person| person.names()).unwrap_or_default())
}

/// The form.
pub async fn show(cx: Cx, me: Patient) -> Result {
    Ok(cx.page(page::account::password(&cx, &me.account, &[])))
}

/// Changes the password. Every other session ends; this browser goes on with a new one.
pub async fn change(cx: Cx, me: Patient) -> Result {
    let (current, typed) = (cx.form().get("current_password"), cx.form().get("password"));
    let mut problems = Vec::new();
    if let Some(problem) = current_problem(&cx, &me.account, current).await? {
        problems.push(("current_password", problem));
    }
    let names = names(&cx, me.account.id).await?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let password = Password::choose(typed, PATIENT_LEAST, Owner { address: Some(&me.account.address), names: &names });
    if let Err(wrong) = &password {
        problems.extend(wrong.iter().map(|problem| ("password", page::password_words(&cx, *problem))));
    }
    if !typed.is_empty() && typed == current {
        problems.push(("password", cx.say(words::PASSWORD_SAME).to_owned()));
    }
    let Some(password) = password.ok().filter(|_| problems.is_empty()) else {
        return Ok(cx.refuse(page::account::password(&cx, &me.account, &problems)));
    };
    let hash = cx.floor.hasher.hash(password.as_bytes().to_vec()).await?;
    let (seen, token) = (me.account, cx.new_token());
    let fresh = token.hash();
    let Done(()) =
        cx.work(move |work, me: Patient| new_password::change(work, &me.account, &seen, &hash, fresh)).await?;
    Ok(cx.done(format!("{}?done=password", path::ACCOUNT)).identified_by(token))
}

/// What is wrong with the present password as it was typed.
pub async fn current_problem(cx: &Cx, account: &Account, typed: &str) -> std::result::Result<Option<String>, Failure> {
    if typed.is_empty() {
        return Ok(Some(cx.say(words::PASSWORD_NOW_MISSING).to_owned()));
    }
    let verdict = credential::verify(cx, &account.address.key(), Some(account.password.clone()), typed).await?;
    Ok((verdict == Verdict::Wrong).then(|| cx.say(words::PASSWORD_NOW_WRONG).to_owned()))
}
