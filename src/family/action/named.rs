//! The member of the family whom a path names.

use crate::account::{Member, Patient, Relation, care};
use crate::person::PersonId;
use crate::web::{Cx, Failure};

/// The member of the family whom the path names.
///
/// # Errors
/// Not found when the account has none of that id. Its own person has a page of their own.
pub async fn named(cx: &Cx, me: &Patient) -> Result<Member, Failure> {
    let id = PersonId::parse(cx.param("person")).ok_or(Failure::NotFound)?;
    let found = cx.read(|r| care::member(r, me.account.id, id)).await?;
    found.filter(|member| member.relation != Relation::Own).ok_or(Failure::NotFound)
}

/// The same, if the account holds them.
///
/// # Errors
/// Not found as well when another account holds them.
pub async fn held(cx: &Cx, me: &Patient) -> Result<Member, Failure> {
    let member = named(cx, me).await?;
    if member.is_held() { Ok(member) } else { Err(Failure::NotFound) }
}

/// The member of the family whom the path names, or the account's own person.
///
/// # Errors
/// Not found when the account has none of that id.
pub async fn named_or_own(cx: &Cx, me: &Patient) -> Result<Member, Failure> {
    let id = PersonId::parse(cx.param("person")).ok_or(Failure::NotFound)?;
    cx.read(|r| care::member(r, me.account.id, id)).await?.ok_or(Failure::NotFound)
}
