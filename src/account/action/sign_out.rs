//! ログアウト: the session ends on the server, and the browser gets a token that signs nobody in.

use crate::account::{path, sign_in};
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::Done;

/// Signs out; somebody who is signed out already gets the same answer.
pub async fn sign_out(cx: Cx, _: Anyone) -> Result {
    if let Some(session) = cx.session().cloned() {
        let Done(()) = cx.work(move |work, _: Anyone| sign_in::end(work, &session)).await?;
    }
    Ok(cx.go_to(format!("{}?done=sign-out", path::SIGN_IN)).anonymous())
}
