//! クリニック詳細, for patients who have registered the clinic. The address says what is open.
//!
//! Anybody may know that a clinic is there: others are told how to register it, and see no reservations.

use super::asked::asked;
use crate::account::Patient;
use crate::clinic::Clinic;
use crate::home::overview::{self, Registered};
use crate::home::own::{Own, own};
use crate::home::page::clinic::{self as page, Visited};
use crate::web::{Cx, Failure, Reply, Result};

/// The page of a clinic.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let (link, clinic) = match cx.read(|r| own(r, me.account.id, cx.param("clinic"))).await? {
        Own::Registered(link, clinic) => (link, clinic),
        Own::Other(clinic) => return Ok(not_own(&cx, &clinic)),
        Own::Unknown => return Err(Failure::NotFound),
    };
    let asked = asked(&cx)?;
    let (clinic, held) = cx
        .read(|r| {
            let here = Registered::of(r, link, clinic)?;
            let held = overview::held(r, std::slice::from_ref(&here), asked)?;
            Ok((here.clinic, held))
        })
        .await?;
    let held = held.ok_or(Failure::NotFound)?;
    let visited = Visited { held, info: cx.query("info") == "open", clinic };
    if cx.asks_for(page::REGION) {
        return Ok(cx.part(page::parts(&cx, &visited)));
    }
    Ok(cx.page(page::show(&cx, &visited)))
}

/// The answer about a clinic that is not among the account's own.
pub fn not_own(cx: &Cx, clinic: &Clinic) -> Reply {
    cx.missing(page::not_own(cx, clinic))
}
