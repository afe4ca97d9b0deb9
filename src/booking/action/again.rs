//! もう一度予約する: the calendar of the same menu for the same person, or the menus where it is not offered any more.

use crate::booking::path;
use crate::clinic::Visit;
use crate::reservation::Access;
use crate::slots::Offers;
use crate::store::{Reader, Result as StoreResult};
use crate::web::{Cx, Failure, Result};

/// Leads to where another visit like this one is booked.
pub async fn lead(cx: Cx, access: Access) -> Result {
    let way = cx.read(|r| way(r, &access)).await?.ok_or(Failure::NotFound)?;
    Ok(cx.go_to(way))
}

fn way(r: &dyn Reader, access: &Access) -> StoreResult<Option<String>> {
    let Some(before) = access.open(r)? else { return Ok(None) };
    let (menu, who) = (&before.slot.menu, before.attendee.person_id);
    let offers = Offers::of_menu(r, &before.clinic, menu)?;
    let offered = |visit: &Visit| offers.as_ref().is_some_and(|offers| offers.offer(menu, *visit).is_some());
    // Who has been there comes back as a returning patient, where the menu tells the two apart.
    let visit = [Visit::Return, Visit::First].into_iter().find(offered);
    Ok(Some(match visit {
        Some(visit) => path::menu(&before.clinic, menu, visit, who),
        None => path::menus(&before.clinic, who),
    }))
}
