//! Asking for another code. When that was done too often, 確認 says so, with what to do instead.

use super::confirmation;
use super::opened::{named_booking, open};
use crate::account::MaybePatient;
use crate::booking::code::Code;
use crate::booking::proof;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::Done;
use crate::work::Until;

/// Sends a new code; or puts a mistyped address right, and then sends one there if the clinic wants that.
pub async fn send(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    let (named, minted) = (named_booking(&cx)?, Code::mint());
    let mended = cx.form().get("go") == "suggestion";
    let outcome =
        cx.work(move |work, me: MaybePatient| proof::send(work, &named, me.account.as_deref(), mended, &minted)).await;
    let Done(sent) = match outcome {
        Err(Failure::TooMany(Until { at: until, .. })) if under_way.is_ready(cx.now.jst_date()) => {
            return confirmation::with_too_many_codes(&cx, &me, &under_way, until).await;
        }
        outcome => outcome?,
    };
    let done = if sent { "?done=code" } else { "" };
    Ok(cx.go_to(format!("{}{done}", under_way.next_path(cx.now.jst_date()))))
}
