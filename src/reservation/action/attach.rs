//! マイページに追加: a visit from a slip comes under the account of who is signed in.

use crate::account::Patient;
use crate::clinic;
use crate::reservation::attachment::{self, NotAttached};
use crate::reservation::page::attachment::{BORN, show as page};
use crate::reservation::page::detail::DIGITS;
use crate::reservation::path;
use crate::reservation::receipt_token::ReceiptToken;
use crate::ui::Page;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

/// The form.
pub async fn show(cx: Cx, _: Patient) -> Result {
    let token = token(&cx)?;
    let typed = cx.kept_text(BORN).await?;
    Ok(cx.page(form(&cx, &token, &typed, None).await?))
}

/// Attaches it.
pub async fn attach(cx: Cx, _: Patient) -> Result {
    let token = token(&cx)?;
    let (born, digits) = (cx.form().get(BORN).to_owned(), cx.form().get(DIGITS).to_owned());
    let (own, typed) = (token.clone(), born.clone());
    match cx.work(move |work, me: Patient| attachment::attach(work, &me.account, &own, &born, &digits)).await? {
        Done(visit) => Ok(cx.go_to(path::of_reservation(path::RESERVATION, visit.id))),
        Refused(why) => {
            let page = form(&cx, &token, &typed, Some(why)).await?;
            Ok(if why == NotAttached::Spent { cx.exhausted(page) } else { cx.refuse(page) })
        }
    }
}

fn token(cx: &Cx) -> std::result::Result<ReceiptToken, Failure> {
    ReceiptToken::parse(cx.param("token")).ok_or(Failure::NotFound)
}

async fn form(
    cx: &Cx,
    token: &ReceiptToken,
    typed: &str,
    why: Option<NotAttached>,
) -> std::result::Result<Page, Failure> {
    let found = cx
        .read(|r| {
            let Some(visit) = attachment::find(r, token)? else { return Ok(None) };
            Ok(clinic::rows::find(r, &visit.clinic)?.map(|clinic| (clinic, visit)))
        })
        .await?;
    let (clinic, visit) = found.ok_or(Failure::NotFound)?;
    Ok(page(cx, &clinic, &visit, &token.text(), typed, why))
}
