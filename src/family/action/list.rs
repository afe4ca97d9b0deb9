//! The list of ご家族.

use crate::account::{Patient, care};
use crate::family::page;
use crate::web::{Cx, Result};

/// Everybody for whom the account books.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let members = cx.read(|r| care::members(r, me.account.id)).await?;
    Ok(cx.page(page::list::show(&cx, &members)))
}
