//! お知らせ: the list, a part at a time.

use crate::account::Patient;
use crate::notice::inbox::Inbox;
use crate::notice::model::{Part, Place};
use crate::notice::page;
use crate::web::{Cx, Result};

/// The newest notices, or the part that the query asks for. A place that makes no sense is no place.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let place = |name| cx.query(name).parse::<Place>().ok();
    let part = match (place("before"), place("after")) {
        (Some(place), _) => Part::OlderThan(place),
        (None, Some(place)) => Part::NewerThan(place),
        (None, None) => Part::Newest,
    };
    let (listed, unread) = cx.read(|r| {
        let inbox = Inbox::open(r, cx.now, cx.lang, &me.account)?;
        Ok((inbox.list(&part)?, inbox.unread()))
    })?;
    Ok(cx.page(page::list(&cx, &listed, unread)))
}
