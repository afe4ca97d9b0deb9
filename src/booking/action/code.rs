//! Asking for another code.

use super::opened::{open, which};
use crate::account::MaybePatient;
use crate::booking::code::Code;
use crate::booking::proof;
use crate::web::{Cx, Result};
use crate::work::Ended::Done;

/// Sends a new code; or puts a mistyped address right, and then sends one there if the clinic wants that.
pub async fn send(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    let (which, minted) = (which(&cx)?, Code::mint());
    let mended = cx.form().get("go") == "suggestion";
    let Done(sent) = cx
        .work(move |work, me: MaybePatient| proof::send(work, &which, me.account.as_deref(), mended, &minted))
        .await?;
    let done = if sent { "?done=code" } else { "" };
    Ok(cx.done(format!("{}{done}", under_way.next_path(cx.now.jst_date()))))
}
