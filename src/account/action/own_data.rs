//! 登録されている情報: what is stored of the account and its people, in one file.

use super::change_password::current_problem;
use crate::account::form::{AccountProblems, OwnDataForm};
use crate::account::ties::Ties;
use crate::account::{Patient, own_data, page};
use crate::web::{Cx, Result};
use crate::work::Ended::Done;

/// What the file holds, and the button.
pub async fn show(cx: Cx, _: Patient) -> Result {
    Ok(cx.page(page::own_data::show(&cx, &AccountProblems::default())))
}

/// The file.
pub async fn take(cx: Cx, me: Patient, ties: &'static dyn Ties) -> Result {
    let (typed, stale): (OwnDataForm, _) = (cx.typed(), page::account::must_ask_password(&cx));
    if stale
        && let Some(problems) = OwnDataForm::check(current_problem(&cx, &me.account, &typed.current_password).await?)
    {
        return Ok(cx.refuse(page::own_data::show(&cx, &problems)));
    }
    let proved = cx.session().filter(|_| stale).cloned();
    let Done(()) = cx.work(move |work, me: Patient| own_data::take(work, &me.account, proved.as_ref())).await?;
    let mut sections = vec![page::own_data::account(&cx, &me.account)];
    sections.extend(cx.read(|r| ties.known(&cx, r, &me.account)).await?);
    let name = format!("mypage-{}.html", cx.now.jst_date());
    Ok(cx.file(&name, "text/html; charset=utf-8", page::own_data::file(&cx, &sections).into_string()))
}
