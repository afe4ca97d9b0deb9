//! Agreeing to documents that have changed since the last agreement; asked for after signing in.

use crate::account::form::AgreementForm;
use crate::account::model::Agreement;
use crate::account::{SignedIn, agreement, page, path};
use crate::ui::Problems;
use crate::web::{Cx, Result};
use crate::work::Ended::Done;

/// An agreement, given now, to the documents as they are.
pub fn given(cx: &Cx) -> Agreement {
    let documents = &cx.floor.documents;
    Agreement { terms: documents.terms.version.clone(), privacy: documents.privacy.version.clone(), at: cx.now }
}

/// What has changed, and the box to tick.
pub async fn show(cx: Cx, _: SignedIn) -> Result {
    let typed = cx.kept_form().await?.unwrap_or_default();
    Ok(cx.page(page::document::agreement(&cx, &typed, &Problems::default())))
}

/// Keeps the agreement, and leads back to the page that asked for it.
pub async fn agree(cx: Cx, _: SignedIn) -> Result {
    let form: AgreementForm = cx.typed();
    if let Err(problems) = form.check() {
        return Ok(cx.refuse(page::document::agreement(&cx, &form, &problems)));
    }
    let agreement = given(&cx);
    let Done(()) = cx.work(move |work, me: SignedIn| agreement::agree(work, &me.account, &agreement)).await?;
    Ok(cx.go_to(path::onward(&cx.next())))
}
