//! クリニック詳細 (manual 3-3), for whoever has the clinic among theirs. What is open stands in the address.

use super::held;
use crate::account::{AccountId, Patient};
use crate::clinic::{self, Clinic, ClinicId, Link};
use crate::home::page::clinic::{self as page, Visited};
use crate::reservation::{Sheet, holdings};
use crate::store::{self, Reader};
use crate::web::{Cx, Failure, Result};

/// The page of a clinic.
pub async fn show(cx: Cx, me: Patient) -> Result {
    let found = cx.read(|r| {
        let Some((link, clinic)) = own(r, me.account.id, cx.param("clinic"))? else { return Ok(None) };
        let coming = holdings::coming_of_link(r, cx.now, link.id)?;
        Ok(Some((clinic, coming, holdings::past_of_link(r, cx.now, link.id)?)))
    })?;
    let (clinic, coming, past) = found.ok_or(Failure::NotFound)?;
    let [coming, past] =
        [coming, past].map(|held| held.into_iter().map(|of| Sheet::of_patient(clinic.clone(), of)).collect());
    let visited = Visited { held: held(&cx, coming, past)?, info: cx.query("info") == "open", clinic };
    Ok(cx.page(page::show(&cx, &visited)))
}

/// The clinic of this name in addresses, if it is among the account's own. Any other is not there.
pub fn own(r: &dyn Reader, account: AccountId, name: &str) -> store::Result<Option<(Link, Clinic)>> {
    let Some(id) = ClinicId::parse(name) else { return Ok(None) };
    let Some(link) = clinic::store::link(r, account, &id)? else { return Ok(None) };
    Ok(clinic::store::find(r, &id)?.map(|clinic| (link, clinic)))
}
