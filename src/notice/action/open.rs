//! Opening a notice, and marking all as read.

use crate::account::{Patient, SignedIn};
use crate::notice::inbox;
use crate::notice::path::{self, PATH};
use crate::web::{Cx, Failure, Result};

/// Marks one notice as read and goes to its page.
pub async fn one(cx: Cx, _: Patient) -> Result {
    let id = cx.param("id").parse().map_err(|()| Failure::NotFound)?;
    let to = path::one(&id, &path::part(&cx));
    let context = cx.clone();
    cx.write(move |tx| {
        let cx = &context;
        let Some(account) = SignedIn::again(tx, cx)? else { return Ok(Err(Failure::SignIn)) };
        Ok(if inbox::open(tx, cx.lang, &account, &id)? { Ok(()) } else { Err(Failure::NotFound) })
    })
    .await??;
    Ok(cx.done(to))
}

/// Marks everything as read and goes back to the list.
pub async fn all(cx: Cx, _: Patient) -> Result {
    let context = cx.clone();
    cx.write(move |tx| {
        let cx = &context;
        let Some(account) = SignedIn::again(tx, cx)? else { return Ok(Err(Failure::SignIn)) };
        inbox::open_all(tx, cx.lang, &account).map(Ok)
    })
    .await??;
    Ok(cx.done(format!("{PATH}?done=read")))
}
