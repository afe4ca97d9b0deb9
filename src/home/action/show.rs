//! ダッシュボード (manual 3-2). Which reservation is open, and whether those of before are shown, stands in the address.

use super::held;
use crate::account::path::DASHBOARD;
use crate::account::{AccountId, Patient};
use crate::clinic::{self, Clinic, ClinicId};
use crate::clock::Moment;
use crate::home::page::dashboard::{self, Board};
use crate::reservation::{Sheet, holdings};
use crate::store::{self, Reader};
use crate::web::{Cx, Result, flash};

/// The dashboard.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let (coming, past, clinics, removed) = cx.read(|r| {
        let coming = holdings::coming(r, me.account.id)?;
        let clinics = clinics(r, me.account.id, &coming)?;
        let removed = removed(r, &cx, me.account.id)?;
        Ok((coming, holdings::past(r, me.account.id)?, clinics, removed))
    }).await?;
    let [coming, past] = [coming, past]
        .map(|held| held.into_iter().map(|(clinic, of)| Sheet::of_patient(clinic, of)).collect::<Vec<_>>());
    let registration = clinic::on_dashboard(&cx, &me.account).await?;
    let board = Board { registration, removed, held: held(&cx, coming, past)?, clinics };
    Ok(cx.page(dashboard::show(&cx, &board)))
}

/// The clinic of which the address says that it was removed, if this browser has removed it not long ago: an address can be
/// made up by anybody. Once it is registered again, that is not so any more.
fn removed(r: &dyn Reader, cx: &Cx, account: AccountId) -> store::Result<Option<Clinic>> {
    let left = flash::find(r, cx.visitor(), DASHBOARD)?;
    let named = ClinicId::parse(&cx.query("removed"));
    let Some(id) = named.filter(|id| left.as_deref() == Some(id.as_str())) else { return Ok(None) };
    let is_registered = clinic::store::link(r, account, &id)?.is_some();
    Ok(clinic::store::find(r, &id)?.filter(|_| !is_registered))
}

/// The account's clinics in the order in which they were registered, each with the next visit there.
fn clinics(
    r: &dyn Reader,
    account: AccountId,
    coming: &[holdings::Held],
) -> store::Result<Vec<(Clinic, Option<Moment>)>> {
    let mut links = clinic::store::links(r, account)?;
    links.sort_by_key(|link| link.since);
    let mut clinics = Vec::new();
    for link in links {
        let next = coming.iter().find(|(_, of)| of.link == Some(link.id)).map(|(_, of)| of.slot.starts());
        clinics.extend(clinic::store::find(r, &link.clinic)?.map(|clinic| (clinic, next)));
    }
    Ok(clinics)
}
