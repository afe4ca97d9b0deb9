//! 予約確定, for as long as the booking is remembered in this browser, and its calendar file.

use super::desk::{Desk, Settled};
use crate::account::Visitor;
use crate::clinic;
use crate::reservation::page::booking::booked::{self as page, Done};
use crate::reservation::page::detail::Eyes;
use crate::reservation::{Reservation, calendar_file, path, store as rows};
use crate::web::{Cx, Failure, Result};

/// What was booked, as it is now.
pub async fn show(cx: Cx, me: Visitor) -> Result {
    let desk = Desk::open(&cx, &me).await?;
    let Some(reservation) = booked(&cx, &desk).await? else { return Ok(cx.done(desk.path(path::BOOKING))) };
    let link = match desk.booking.account {
        Some(account) => cx.read(|r| clinic::store::link(r, account, &desk.booking.clinic)).await?,
        None => None,
    };
    let moved = desk.moving.is_some();
    let by_url = desk.booking.moving.is_some_and(|moving| moving.token.is_some());
    let done = Done {
        clinic: &desk.shelf.clinic,
        reservation: &reservation,
        eyes: if by_url { Eyes::Holder } else { Eyes::Patient },
        moved,
        stayed: desk.booking.stayed,
        // Registered in the same write, at the same moment.
        registered: !moved && link.is_some_and(|link| link.since == reservation.booked),
        signed_in: me.account.is_some(),
        account: (desk.is_guest() && !moved).then(|| desk.path(path::BOOKED_ACCOUNT)),
        calendar: desk.path(path::BOOKED_CALENDAR),
        menus: path::of_clinic(path::MENUS, &desk.booking.clinic),
    };
    Ok(cx.page(page::show(&cx, &done)))
}

/// The calendar file.
pub async fn calendar(cx: Cx, me: Visitor) -> Result {
    let desk = Desk::open(&cx, &me).await?;
    let reservation = booked(&cx, &desk).await?.ok_or(Failure::NotFound)?;
    let file = calendar_file(&cx.floor.letterhead(cx.lang), &desk.shelf.clinic, &reservation, None);
    Ok(cx.file(file.name(), file.content_type(), file.text()))
}

async fn booked(cx: &Cx, desk: &Desk) -> Settled<Option<Reservation>> {
    let Some(id) = desk.booking.booked else { return Ok(None) };
    Ok(Some(cx.read(|r| rows::find(r, id)).await?.ok_or(Failure::NotFound)?))
}
