//! クリニック詳細, for patients who have registered the clinic. The address says what is open.
//!
//! Anybody may know that a clinic is there: others are told how to register it, and see no reservations.

use super::asked::asked;
use super::row;
use crate::account::Patient;
use crate::clinic::{Clinic, ClinicId};
use crate::home::open_parts::PressedPart;
use crate::home::overview::{self, OfOthers, Registered};
use crate::home::page::clinic::{self as page, Visited};
use crate::home::page::reservations::{ListPlace, ListSection};
use crate::home::path;
use crate::home::registration::{ClinicOfAccount, clinic_of_account};
use crate::web::{Cx, Failure, Reply, Result};
use maud::Render;

/// The page of a clinic.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let asked = asked(&cx)?;
    if let (Some(PressedPart::Row(id)), Some(clinic)) = (asked.pressed, ClinicId::parse(cx.param("clinic"))) {
        let place = ListPlace { path: &path::clinic(&clinic), only: Some(&clinic) };
        return row::show(&cx, &me, &place, &asked, id).await;
    }
    let (link, clinic) = match cx.read(|r| clinic_of_account(r, me.account.id, cx.param("clinic"))).await? {
        ClinicOfAccount::Registered(link, clinic) => (link, clinic),
        ClinicOfAccount::Other(clinic) => return Ok(not_own(&cx, &clinic)),
        ClinicOfAccount::Unknown => return Err(Failure::NotFound),
    };
    let path = path::clinic(&clinic.id);
    if asked.pressed == Some(PressedPart::Info) {
        return Ok(cx.part(page::card(&cx, &clinic, &path, asked.open), asked.open.at(&path)));
    }
    let (clinic, held) = cx
        .read(|r| {
            let here = Registered::of(r, link, clinic)?;
            let others = OfOthers::find(r, me.account.id, Some(&here.clinic.id), asked.open.may_show_past())?;
            let held =
                overview::held(r, me.account.id, std::slice::from_ref(&here), others, asked.open, asked.hides_past())?;
            Ok((here.clinic, held))
        })
        .await?;
    let held = held.ok_or(Failure::NotFound)?;
    if asked.pressed == Some(PressedPart::List) {
        let place = ListPlace { path: &path, only: Some(&clinic.id) };
        return Ok(cx.part(ListSection { cx: &cx, held: &held, place: &place }.render(), held.open.at(&path)));
    }
    Ok(cx.page(page::show(&cx, &Visited { clinic, held })))
}

/// The answer about a clinic that is not among the account's own.
pub fn not_own(cx: &Cx, clinic: &Clinic) -> Reply {
    cx.missing(page::not_own(cx, clinic))
}
