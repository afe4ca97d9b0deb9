//! ダッシュボード. Which reservation is open, and whether past ones are shown, stands in the address.

use super::asked::asked;
use super::row;
use crate::account::path::DASHBOARD;
use crate::account::{AccountId, Patient};
use crate::clinic::{self, Clinic, ClinicId};
use crate::home::open_parts::PressedPart;
use crate::home::overview::{self, OfOthers, Registered};
use crate::home::page::dashboard::{self, Dashboard};
use crate::home::page::reservations::ListSection;
use crate::session::flash;
use crate::store::{self, Reader};
use crate::web::{Cx, Failure, Result};
use maud::Render;
use std::sync::Arc;

/// The dashboard.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let asked = asked(&cx)?;
    if let Some(PressedPart::Row(id)) = asked.pressed {
        return row::show(&cx, &me, &dashboard::LIST, &asked, id).await;
    }
    let (registered, held) = cx
        .read(|r| {
            let registered = overview::registered(r, me.account.id)?;
            let others = OfOthers::find(r, me.account.id, None, asked.open.may_show_past())?;
            let held = overview::held(r, me.account.id, &registered, others, asked.open, asked.hides_past())?;
            Ok((registered, held))
        })
        .await?;
    let held = held.ok_or(Failure::NotFound)?;
    if asked.pressed == Some(PressedPart::List) && !held.is_empty() {
        let address = held.open.at(DASHBOARD);
        return Ok(cx.part(ListSection { cx: &cx, held: &held, place: &dashboard::LIST }.render(), address));
    }
    let removed = cx.read(|r| removed(r, &cx, me.account.id)).await?;
    let registration = clinic::on_dashboard(&cx, &me.account).await?;
    let with_next = |one: Registered| {
        let next = one.next();
        (one.clinic, next)
    };
    let clinics = registered.into_iter().map(with_next).collect();
    Ok(cx.page(dashboard::show(&cx, &Dashboard { registration, removed, held, clinics })))
}

/// The clinic of which the address says that it was removed, if this browser has removed it not long ago: an address can be
/// made up by anybody. Once it is registered again, that is not so any more.
fn removed(r: &dyn Reader, cx: &Cx, account: AccountId) -> store::Result<Option<Arc<Clinic>>> {
    let Some(named) = ClinicId::parse(&cx.query("removed")) else { return Ok(None) };
    let left = flash::find(r, cx.visitor(), DASHBOARD)?;
    if left.as_deref() != Some(named.as_str()) || clinic::rows::link(r, account, &named)?.is_some() {
        return Ok(None);
    }
    clinic::rows::find(r, &named)
}
