//! Asking for another code.

use super::opened::{named_booking, open};
use crate::account::MaybePatient;
use crate::booking::code::Code;
use crate::booking::proof;
use crate::web::{Cx, Result};
use crate::work::Ended::Done;

/// Sends a new code; or puts a mistyped address right, and then sends one there if the clinic wants that.
pub async fn send(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    let (named, minted) = (named_booking(&cx)?, Code::mint());
    let mended = cx.form().get("go") == "suggestion";
    let Done(sent) = cx
        .work(move |work, me: MaybePatient| proof::send(work, &named, me.account.as_deref(), mended, &minted))
        .await?;
    let done = if sent { "?done=code" } else { "" };
    Ok(cx.go_to(format!("{}{done}", under_way.next_path(cx.now.jst_date()))))
}
