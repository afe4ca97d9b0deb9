//! One notice. Looking at it writes nothing.

use crate::account::Patient;
use crate::notice::inbox::Inbox;
use crate::notice::page;
use crate::web::{Cx, Failure, Result};

/// The notice of that name, if the reader has one.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let id = cx.param("id").parse().map_err(|()| Failure::NotFound)?;
    let notice = cx.read(|r| Inbox::open(r, cx.lang, &me.account).find(&id)).await?;
    Ok(cx.page(page::one(&cx, &notice.ok_or(Failure::NotFound)?)))
}
