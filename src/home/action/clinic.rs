//! クリニック詳細 (manual 3-3), for whoever has the clinic among theirs. What is open stands in the address.
//!
//! Anybody may know that a clinic is there: whoever does not have it is told how to. What was booked there is not said.

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
        let (link, clinic) = match own(r, me.account.id, cx.param("clinic"))? {
            Ok(own) => own,
            Err(other) => return Ok(Err(other)),
        };
        let coming = holdings::coming_of_link(r, link.id)?;
        Ok(Ok((clinic, coming, holdings::past_of_link(r, link.id)?)))
    }).await?;
    let (clinic, coming, past) = match found {
        Ok(found) => found,
        Err(other) => return not_own(&cx, other.as_ref()),
    };
    let [coming, past] =
        [coming, past].map(|held| held.into_iter().map(|of| Sheet::of_patient(clinic.clone(), of)).collect());
    let visited = Visited { held: held(&cx, coming, past)?, info: cx.query("info") == "open", clinic };
    Ok(cx.page(page::show(&cx, &visited)))
}

/// The clinic of this name in addresses with the account's registration of it; otherwise the clinic alone, if there is one.
pub fn own(r: &dyn Reader, account: AccountId, name: &str) -> store::Result<Own> {
    let Some(id) = ClinicId::parse(name) else { return Ok(Err(None)) };
    let Some(clinic) = clinic::store::find(r, &id)? else { return Ok(Err(None)) };
    Ok(match clinic::store::link(r, account, &id)? {
        Some(link) => Ok((link, clinic)),
        None => Err(Some(clinic)),
    })
}

/// A clinic among the account's own, or one that is not, if it is there at all.
type Own = std::result::Result<(Link, Clinic), Option<Clinic>>;

/// The answer about a clinic that is not among the account's own.
pub fn not_own(cx: &Cx, clinic: Option<&Clinic>) -> Result {
    clinic.map(|clinic| cx.missing(page::not_own(cx, clinic))).ok_or(Failure::NotFound)
}
