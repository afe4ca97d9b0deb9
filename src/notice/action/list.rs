//! お知らせ: the list, a part at a time.

use crate::account::Patient;
use crate::notice::inbox::Inbox;
use crate::notice::{page, path};
use crate::web::{Cx, Result};

/// The newest notices, or the part that the address asks for.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let part = path::part(&cx);
    let (listed, unread) = cx
        .read(|r| {
            let inbox = Inbox::open(r, cx.lang, &me.account);
            Ok((inbox.list(&part)?, inbox.unread()?))
        })
        .await?;
    Ok(cx.page(page::list(&cx, &part, &listed, unread)))
}
