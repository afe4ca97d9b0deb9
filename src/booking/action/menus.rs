//! 診療メニュー of a clinic.

use super::who;
use crate::account::MaybePatient;
use crate::booking::page::menus as page;
use crate::clinic::ClinicId;
use crate::slots::Offers;
use crate::web::{Cx, Failure, Result};

/// What patients can book there, today or later.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let id = ClinicId::parse(cx.param("clinic")).ok_or(Failure::NotFound)?;
    let offers = cx.read(|r| Offers::of(r, &id)).await?.ok_or(Failure::NotFound)?;
    let today = cx.now.jst_date();
    let menus: Vec<_> = offers.for_patients().filter(|menu| menu.is_offered(today)).collect();
    let (choices, who) = (who::choices(&cx, &me).await?, who::named(&cx, &me).await?);
    let together = menus.iter().any(|menu| menu.is_for_several());
    let asked = page::AskedFor { guest: me.account.is_none(), choices: &choices, who: who.as_ref(), together };
    Ok(cx.page(page::show(&cx, &offers.clinic, &menus, &asked)))
}
