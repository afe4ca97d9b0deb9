//! Signing out of the console.

use crate::staff::{path, sign_in};
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::Done;

/// Ends the session on the server and gives the browser a token that signs nobody in.
pub async fn sign_out(cx: Cx, _: Anyone) -> Result {
    if let Some(session) = cx.session().cloned() {
        let Done(()) = cx.work(move |work, _: Anyone| sign_in::end(work, &session)).await?;
    }
    Ok(cx.go_to(format!("{}?done=sign-out", path::SIGN_IN)).anonymous())
}
