//! ログアウト: the session ends on the server, and the browser gets a token that signs nobody in.

use crate::account::path;
use crate::session;
use crate::web::{Anyone, Cx, Result};

/// Signs out; somebody who is signed out already gets the same answer.
pub async fn sign_out(cx: Cx, _: Anyone) -> Result {
    if let Some(key) = cx.session().map(|session| session.key) {
        cx.write(move |tx| session::end(tx, &key)).await?;
    }
    Ok(cx.go_to(format!("{}?done=sign-out", path::SIGN_IN)).anonymous())
}
