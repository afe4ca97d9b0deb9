//! The list of ご家族.

use crate::account::{Patient, care, share};
use crate::family::page::list::FamilyRow;
use crate::family::{page, sharing};
use crate::store::{self, Reader};
use crate::web::{Cx, Result};

/// Everybody for whom the account books.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let listed = cx.read(|r| listed(r, &me)).await?;
    Ok(cx.page(page::list::show(&cx, &listed)))
}

/// Each with what the account is asked about them.
fn listed(r: &dyn Reader, me: &Patient) -> store::Result<Vec<FamilyRow>> {
    let mut listed = Vec::new();
    for member in care::members(r, me.account.id)? {
        let shared = if member.is_held() { None } else { share::find(r, member.id)? };
        let offer = match shared.filter(|shared| shared.is_offered_to(me.account.id)) {
            Some(shared) => Some(sharing::name_of(r, shared.holder)?),
            None => None,
        };
        listed.push(FamilyRow { member, offer });
    }
    Ok(listed)
}
