//! ログイン中の端末: on which devices somebody is signed in, and signing out elsewhere.

use crate::account::other_sessions::{self, AlreadyOver};
use crate::account::{SESSIONS, SignedIn, page, path};
use crate::secret::Token;
use crate::session::{self, Session};
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

/// The list.
pub async fn show(cx: Cx, me: SignedIn) -> Result {
    let sessions = own(&cx, &me).await?;
    Ok(cx.page(page::sessions::show(&cx, &sessions)))
}

async fn own(cx: &Cx, me: &SignedIn) -> std::result::Result<Vec<Session>, Failure> {
    Ok(cx.read(|r| session::of_subject(r, &SESSIONS, me.account.id.subject())).await?)
}

/// Signs out everywhere but here.
pub async fn sign_out_others(cx: Cx, _: SignedIn) -> Result {
    let device = cx.device().map(Token::hash);
    let Done(()) = cx.work(move |work, me: SignedIn| other_sessions::end_all(work, &me.account, device)).await?;
    Ok(cx.go_to(format!("{}?done=others", path::SESSIONS)))
}

/// Signs out on one other device. Somebody else's session is as little there as one that is over.
pub async fn sign_out_one(cx: Cx, me: SignedIn) -> Result {
    let named = cx.param("session").to_owned();
    match cx.work(move |work, me: SignedIn| other_sessions::end_one(work, &me.account, &named)).await? {
        Done(()) => Ok(cx.go_to(format!("{}?done=one", path::SESSIONS))),
        Refused(AlreadyOver) => {
            let sessions = own(&cx, &me).await?;
            Ok(cx.missing(page::sessions::already_over(&cx, &sessions)))
        }
    }
}
