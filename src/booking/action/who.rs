//! Who comes, where somebody who is signed in has said so before anything is begun: by the address of the menus and of the
//! calendar, and by the form in which a time is chosen.

use super::opened::OrFailure;
use crate::account::{Account, MaybePatient, Member, care};
use crate::booking::path;
use crate::person::PersonId;
use crate::web::Cx;

/// The member whom the address or the form names, if the account books for them.
///
/// # Errors
/// What the store says.
pub async fn named(cx: &Cx, me: &MaybePatient) -> OrFailure<Option<Member>> {
    let asked = cx.query(path::FOR);
    let text = if asked.is_empty() { cx.form().get(path::FOR) } else { &asked };
    match me.account.as_deref().zip(PersonId::parse(text)) {
        Some((account, id)) => Ok(cx.read(|r| care::member(r, account.id, id)).await?),
        None => Ok(None),
    }
}

/// Everybody who can be named, where there is a choice.
///
/// # Errors
/// What the store says.
pub async fn choices(cx: &Cx, me: &MaybePatient) -> OrFailure<Vec<Member>> {
    let members = match me.account.as_deref() {
        Some(Account { id, .. }) => cx.read(|r| care::members(r, *id)).await?,
        None => Vec::new(),
    };
    Ok(if members.len() < 2 { Vec::new() } else { members })
}
