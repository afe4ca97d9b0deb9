//! ダッシュボード (manual 3-2). Which reservation is open, and whether those of before are shown, stands in the address.

use super::held;
use crate::account::{AccountId, Patient};
use crate::clinic::{self, Clinic};
use crate::clock::Moment;
use crate::home::page::dashboard::{self, Board};
use crate::reservation::{Sheet, holdings};
use crate::store::{self, Reader};
use crate::web::{Cx, Result};

/// The dashboard.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let (coming, past, clinics) = cx.read(|r| {
        let coming = holdings::coming(r, cx.now, me.account.id)?;
        let clinics = clinics(r, me.account.id, &coming)?;
        Ok((coming, holdings::past(r, cx.now, me.account.id)?, clinics))
    })?;
    let [coming, past] = [coming, past]
        .map(|held| held.into_iter().map(|(clinic, of)| Sheet::of_patient(clinic, of)).collect::<Vec<_>>());
    let registration = clinic::on_dashboard(&cx, &me.account)?;
    let board = Board { registration, held: held(&cx, coming, past)?, clinics };
    Ok(cx.page(dashboard::show(&cx, &board)))
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
