//! Agreeing to documents that have changed since the last agreement; asked for after signing in.

use crate::account::model::Agreement;
use crate::account::{SignedIn, page, path, store};
use crate::web::{Cx, Failure, Result};

/// An agreement, given now, to the documents as they are.
pub fn given(cx: &Cx) -> Agreement {
    let documents = &cx.floor.documents;
    Agreement { terms: documents.terms.version.clone(), privacy: documents.privacy.version.clone(), at: cx.now }
}

/// What has changed, and the box to tick.
pub async fn show(cx: Cx, _: SignedIn) -> Result {
    Ok(cx.page(page::document::agreement(&cx, false)))
}

/// Keeps the agreement, and leads back to the page that asked for it.
pub async fn agree(cx: Cx, _: SignedIn) -> Result {
    if !cx.form().has("agree") {
        return Ok(cx.refuse(page::document::agreement(&cx, true)));
    }
    let (context, agreement) = (cx.clone(), given(&cx));
    cx.write(move |tx| match SignedIn::again(tx, &context)? {
        // A second press adds nothing.
        Some(account) if account.agrees_to(&agreement.terms, &agreement.privacy) => Ok(Some(())),
        Some(account) => store::put(tx, &account.agreeing(agreement.clone())).map(Some),
        None => Ok(None),
    })
    .await?
    .ok_or(Failure::SignIn)?;
    Ok(cx.done(path::onward(&cx.next())))
}
