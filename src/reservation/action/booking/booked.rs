//! 予約確定, for as long as the booking is remembered in this browser, and its calendar file.

use super::{Settled, open};
use crate::account::Visitor;
use crate::clinic;
use crate::reservation::page::booking::booked::{self as page, Done};
use crate::reservation::page::detail::Eyes;
use crate::reservation::under_way::UnderWay;
use crate::reservation::{Reservation, calendar_file, path, rows};
use crate::web::{Cx, Failure, Result};

/// What was booked, as it is now.
pub async fn show(cx: Cx, me: Visitor) -> Result {
    let under_way = open(&cx, &me).await?;
    let Some(reservation) = booked(&cx, &under_way).await? else {
        return Ok(cx.done(under_way.path(under_way.stage(cx.now.jst_date()).route())));
    };
    let link = match under_way.booking.account {
        Some(account) => cx.read(|r| clinic::rows::link(r, account, &under_way.booking.clinic)).await?,
        None => None,
    };
    let moved = under_way.moving.is_some();
    let by_url = under_way.booking.moving.is_some_and(|moving| moving.token.is_some());
    let done = Done {
        clinic: &under_way.offers.clinic,
        reservation: &reservation,
        eyes: if by_url { Eyes::Holder } else { Eyes::Patient },
        moved,
        stayed: under_way.booking.stayed,
        // Registered in the same write, at the same moment.
        registered: !moved && link.is_some_and(|link| link.since == reservation.booked),
        signed_in: me.account.is_some(),
        account: (under_way.is_guest() && !moved).then(|| under_way.path(path::BOOKED_ACCOUNT)),
        calendar: under_way.path(path::BOOKED_CALENDAR),
        menus: path::of_clinic(path::MENUS, &under_way.booking.clinic),
    };
    Ok(cx.page(page::show(&cx, &done)))
}

/// The calendar file.
pub async fn calendar(cx: Cx, me: Visitor) -> Result {
    let under_way = open(&cx, &me).await?;
    let reservation = booked(&cx, &under_way).await?.ok_or(Failure::NotFound)?;
    let file = calendar_file(&cx.floor.letterhead(cx.lang), &under_way.offers.clinic, &reservation, None);
    Ok(cx.file(file.name(), file.content_type(), file.text()))
}

async fn booked(cx: &Cx, under_way: &UnderWay) -> Settled<Option<Reservation>> {
    let Some(id) = under_way.booking.booked else { return Ok(None) };
    Ok(Some(cx.read(|r| rows::find(r, id)).await?.ok_or(Failure::NotFound)?))
}
