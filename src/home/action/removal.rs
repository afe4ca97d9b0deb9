//! マイクリニックから解除: asked first, then done.

use super::clinic::not_own;
use crate::account::Patient;
use crate::account::path::DASHBOARD;
use crate::home::page::removal as page;
use crate::home::path;
use crate::home::registration::{ClinicOfAccount, clinic_of_account};
use crate::home::removal::{self, NotOwn};
use crate::reservation::holdings;
use crate::session::flash;
use crate::web::{Cx, Failure, Result};
use crate::work::Ended::{Done, Refused};

/// The question.
pub async fn confirm(cx: Cx, me: Patient) -> Result {
    let (link, clinic) = match cx.read(|r| clinic_of_account(r, me.account.id, cx.param("clinic"))).await? {
        ClinicOfAccount::Registered(link, clinic) => (link, clinic),
        ClinicOfAccount::Other(clinic) => return Ok(not_own(&cx, &clinic)),
        ClinicOfAccount::Unknown => return Err(Failure::NotFound),
    };
    let (coming, has_past) = cx
        .read(|r| {
            let ahead = holdings::ahead(r, link.id)?;
            let has_past = !ahead.cancelled.is_empty() || holdings::has_begun(r, link.id)?;
            Ok((holdings::listed(r, &ahead.coming)?, has_past))
        })
        .await?;
    Ok(cx.page(page::confirm(&cx, &clinic, &coming, has_past)))
}

/// Removes the clinic from the account's own.
pub async fn remove(cx: Cx, _: Patient) -> Result {
    let name = cx.param("clinic").to_owned();
    let removed = cx
        .work(move |work, me: Patient| {
            let removed = removal::remove(work, me.account.id, &name)?;
            let visitor = work.visitor();
            flash::leave(work, visitor, DASHBOARD, removed.id.as_str())?;
            Ok(removed)
        })
        .await?;
    match removed {
        Done(clinic) => Ok(cx.go_to(path::removed(&clinic.id))),
        Refused(NotOwn(clinic)) => Ok(not_own(&cx, &clinic)),
    }
}
