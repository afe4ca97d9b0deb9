//! カレンダーに追加: the reservation as a file, the same one as in its mails.

use super::by_access::look;
use crate::reservation::access::Access;
use crate::reservation::calendar::calendar_file;
use crate::web::{Cx, Result};

/// The file. Its link is the one by which the asker came, if that opens for everybody.
pub async fn file(cx: Cx, access: Access) -> Result {
    let sheet = look(&cx, &access).await?;
    let url = match &access {
        Access::Patient(..) => None,
        Access::Holder(_) => Some(cx.link(&sheet.ways.detail)),
    };
    let file = calendar_file(&cx.floor.letterhead(cx.lang), &sheet.clinic, &sheet.reservation, url.as_deref());
    Ok(cx.file(file.name(), file.content_type(), file.text()))
}
