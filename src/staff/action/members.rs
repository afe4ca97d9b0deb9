//! スタッフ of a clinic.

use crate::staff::guard::ClinicOwner;
use crate::staff::{invitation, page, staffing};
use crate::web::{Cx, Result};

/// Who works there, and who is invited.
pub async fn show(cx: Cx, me: ClinicOwner) -> Result {
    let id = &me.clinic.id;
    let (members, pending) = cx.read(|r| Ok((staffing::members(r, id)?, invitation::pending(r, id)?))).await?;
    Ok(cx.page(page::members::show(&cx, &me.clinic, me.staff.id, &members, &pending)))
}
