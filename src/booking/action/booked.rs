//! 予約確定, for as long as the booking is remembered in this browser, and its calendar file.

use super::opened::{OrFailure, open};
use crate::account::MaybePatient;
use crate::booking::model::Moving;
use crate::booking::page::booked::{self as page, BookedView};
use crate::booking::page::ended;
use crate::booking::path;
use crate::booking::prefill;
use crate::booking::under_way::UnderWay;
use crate::clinic::{self, path as clinic_path};
use crate::reservation::path as reservation_path;
use crate::reservation::{Reservation, Viewer, calendar_file_of_all, companions, holdings, rows};
use crate::web::{Anyone, Cx, Failure, Result};
use crate::work::Ended::Done;
use crate::work::Stop;
use std::convert::Infallible;

/// What was booked, as it is now.
pub async fn show(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    let reservation = match booked(&cx, &under_way).await? {
        Booked::Here(reservation) => *reservation,
        Booked::Elsewhere => return Ok(cx.page(ended::booked(&cx))),
        Booked::NotYet => return Ok(cx.go_to(under_way.next_path(cx.now.jst_date()))),
    };
    let others = others(&cx, &under_way, &reservation).await?;
    let link = match under_way.booking.account {
        Some(account) => cx.read(|r| clinic::rows::link(r, account, &under_way.booking.clinic)).await?,
        None => None,
    };
    let moved = under_way.moving.is_some();
    let by_url = under_way.booking.moving().is_some_and(Moving::is_by_url);
    let unnamed = under_way.is_guest() && prefill::is_unnamed(&reservation, cx.now);
    let done = BookedView {
        clinic: &under_way.offers.clinic,
        reservation: &reservation,
        others: &others,
        viewer: if by_url || unnamed { Viewer::Holder } else { Viewer::Patient },
        owns_address: match &me.account {
            Some(account) => reservation.attendee.is_reached_at(&account.address),
            None => !by_url && !unnamed,
        },
        moved,
        stayed: under_way.booking.done().is_some_and(|done| done.stayed),
        // Registered in the same write, at the same moment.
        registered: !moved && link.as_ref().is_some_and(|link| link.since == reservation.booked),
        signed_in: me.account.is_some(),
        account: (under_way.is_guest() && me.account.is_none() && !moved && !unnamed)
            .then(|| under_way.path(path::BOOKED_ACCOUNT)),
        forget: under_way.is_guest().then(|| clinic_path::of_clinic(path::FORGOTTEN, &under_way.booking.clinic)),
        calendar: under_way.path(path::BOOKED_CALENDAR),
        manage: link
            .filter(|link| reservation.link == Some(link.id))
            .map(|_| reservation_path::of_reservation(reservation_path::RESERVATION, reservation.id)),
        menus: clinic_path::of_clinic(clinic_path::MENUS, &under_way.booking.clinic),
        another: (under_way.is_guest() && !moved && !unnamed).then(|| under_way.path(path::ANOTHER)),
    };
    Ok(cx.page(page::show(&cx, &done)))
}

/// 別の予約をする: how the person is reached goes along to the next booking, for the rest of a family.
pub async fn another(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    let key = under_way.key;
    let Done(()) = cx.work(move |work, _: Anyone| Ok::<_, Stop<Infallible>>(prefill::goes_along(work, key)?)).await?;
    Ok(cx.go_to(clinic_path::of_clinic(clinic_path::MENUS, &under_way.booking.clinic)))
}

/// The calendar file.
pub async fn calendar(cx: Cx, me: MaybePatient) -> Result {
    let under_way = open(&cx, &me).await?;
    let reservation = booked(&cx, &under_way).await?.here().ok_or(Failure::NotFound)?;
    let others = others(&cx, &under_way, &reservation).await?;
    let all: Vec<_> = std::iter::once(&reservation).chain(&others).map(|of| (of, None)).collect();
    let file = calendar_file_of_all(&cx.floor.letterhead(cx.lang), &under_way.offers.clinic, &all);
    Ok(cx.file(file.name(), file.content_type(), file.text()))
}

/// The others that were booked or moved in the same go and are still to come.
async fn others(cx: &Cx, under_way: &UnderWay, reservation: &Reservation) -> OrFailure<Vec<Reservation>> {
    let booking = &under_way.booking;
    let together = booking.party().is_some() || booking.moving().is_some_and(|moving| moving.whole_group);
    match together && reservation.is_booked() {
        true => Ok(cx.read(|r| companions(r, reservation, booking.viewer())).await?),
        false => Ok(Vec::new()),
    }
}

/// What became of a booking.
pub enum Booked {
    /// The reservation that was made or moved here.
    Here(Box<Reservation>),
    /// One that has been transferred since: a browser must not show what came under an account, or was parted from one.
    Elsewhere,
    /// Nothing so far.
    NotYet,
}

impl Booked {
    /// The reservation, if it is shown in this browser.
    pub fn here(self) -> Option<Reservation> {
        match self {
            Self::Here(reservation) => Some(*reservation),
            Self::Elsewhere | Self::NotYet => None,
        }
    }
}

/// What became of a booking.
///
/// # Errors
/// When the store cannot be read.
pub async fn booked(cx: &Cx, under_way: &UnderWay) -> OrFailure<Booked> {
    let Some(done) = under_way.booking.done() else { return Ok(Booked::NotYet) };
    let found = match under_way.booking.viewer() {
        Some(account) => cx.read(|r| holdings::of_account(r, account, done.reservation)).await?,
        None => cx.read(|r| rows::find(r, done.reservation)).await?,
    };
    let here = found.filter(|found| found.transfers == done.transfers);
    Ok(here.map_or(Booked::Elsewhere, |found| Booked::Here(Box::new(found))))
}
