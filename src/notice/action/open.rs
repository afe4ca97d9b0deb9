//! Opening a notice, and marking all as read.

use crate::account::Patient;
use crate::notice::inbox;
use crate::notice::path::{self, PATH};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::Done;

/// Marks one notice as read and goes to its page.
pub async fn one(cx: Cx, _: Patient) -> Result {
    let id = cx.param("id").parse().map_err(|()| Failure::NotFound)?;
    let to = path::one(&id, &path::part(&cx));
    let Done(()) = cx.work(move |work, me: Patient| inbox::open(work, &me.account, &id)).await?;
    Ok(cx.go_to(to))
}

/// Marks everything as read and goes back to the list.
pub async fn all(cx: Cx, _: Patient) -> Result {
    let Done(()) = cx.work(|work, me: Patient| inbox::open_all(work, &me.account)).await?;
    Ok(cx.go_to(format!("{PATH}?done=read")))
}
