//! The person has as many visits before them as the clinic allows: said once, with what is booked where its owner has proved
//! the address, and the clinic's phone.

use super::calendar::again;
use super::look::View;
use super::opened::OrFailure;
use crate::account::MaybePatient;
use crate::booking::filled::Filled;
use crate::booking::page::calendar::ShownAgain;
use crate::booking::page::limited::{self as page, BookedVisit, Limited};
use crate::booking::path;
use crate::booking::under_way::UnderWay;
use crate::clinic::path as clinic_path;
use crate::mail::EmailAddress;
use crate::reservation::{Reservation, holdings, path as reservation_path, rows};
use crate::slots::{Obstacle, Reason};
use crate::store::{self, Reader};
use crate::ui::Page;
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::Done;
use crate::work::{Limit, Stop};
use std::convert::Infallible;

/// The answer when the slot of a booking cannot be booked: the calendar with the next free ones; or, where none of them could
/// be booked either, the page that says why.
pub async fn refused(cx: &Cx, me: &MaybePatient, under_way: &UnderWay, reason: Reason) -> Result {
    // Of several people it is not known here whom it concerns; that was asked before the first time was chosen.
    if reason.obstacle() == Obstacle::Reservations && under_way.booking.party().is_none() {
        return Ok(cx.conflict(show(cx, me, under_way, &reason).await?));
    }
    let slot = under_way.booking.slot().map(|slot| (slot.day, slot.start));
    let view = View::after_refusal(slot, &reason);
    refused_at(cx, under_way, view, reason).await
}

/// The same after a slot of the calendar, which is none of the booking.
pub async fn refused_at(cx: &Cx, under_way: &UnderWay, wanted: View, reason: Reason) -> Result {
    let notice = ShownAgain::Refused { reason, typed: under_way.booking.typed().is_some() };
    Ok(cx.conflict(again(cx, under_way, wanted, Some(notice)).await?))
}

/// The page.
pub async fn show(cx: &Cx, me: &MaybePatient, under_way: &UnderWay, reason: &Reason) -> OrFailure<Page> {
    let offer = under_way.offer()?;
    let filled = under_way.filled(cx.now.jst_date());
    let account = me.account.as_deref().filter(|_| !under_way.is_guest());
    let known = filled.as_ref().and_then(|filled| match &filled.address {
        Some(address) => Some(address).filter(|address| under_way.has_proved(address)),
        None => account.map(|account| &account.address),
    });
    let booked = match filled.as_ref().zip(known) {
        Some((filled, address)) => cx.read(|r| visits(r, under_way, filled, address)).await?,
        None => Vec::new(),
    };
    let mut visits = Vec::with_capacity(booked.len());
    for reservation in booked {
        let href = match account {
            Some(account) => {
                let own = cx.read(|r| holdings::of_account(r, account.id, reservation.id)).await?;
                own.map(|own| reservation_path::of_reservation(reservation_path::RESERVATION, own.id))
            }
            None => Some(url_of(cx, &reservation).await?),
        };
        visits.push(BookedVisit { starts: reservation.slot.starts(), href });
    }
    let limited = Limited {
        clinic: offer.clinic,
        menu: offer.menu,
        name: filled.as_ref().map(|filled| filled.person.name.full()),
        reason,
        visits,
        known: known.is_some(),
        slots: (*reason == Reason::Twice).then(|| under_way.path(path::SLOTS)),
        release: under_way.path(path::RELEASE),
        menus: clinic_path::of_clinic(clinic_path::MENUS, &offer.clinic.id),
    };
    Ok(page::show(cx, &limited))
}

/// What is booked for that person, the next one first.
fn visits(
    r: &dyn Reader,
    under_way: &UnderWay,
    filled: &Filled,
    address: &EmailAddress,
) -> store::Result<Vec<Reservation>> {
    let (clinic, menu) = (&under_way.booking.clinic, &under_way.booking.menu);
    let mut coming = filled.expected(address).of_menu(r, clinic, menu)?;
    coming.sort_unstable_by_key(|(starts, _)| *starts);
    let mut found = Vec::with_capacity(coming.len());
    for (_, id) in coming {
        found.extend(rows::find(r, id.cast())?.filter(|of| filled.may_learn_of(&of.service)));
    }
    Ok(found)
}

/// Confirmation URLs that one visitor gets this way: each is a row until long after the visit.
const URLS: Limit = Limit { name: "URL of a booked visit for visitor", most: 30, minutes: 60 };

/// A confirmation URL for somebody who has proved that the reservation's address is theirs.
async fn url_of(cx: &Cx, reservation: &Reservation) -> OrFailure<String> {
    let of = reservation.clone();
    let Done(token) = cx
        .work(move |work, _: Anyone| {
            let counter = work.from_visitor(&URLS);
            work.count(&[counter])?;
            Ok::<_, Stop<Infallible>>(rows::issue_token(work, &of)?)
        })
        .await?;
    Ok(reservation_path::of_receipt(reservation_path::RECEIPT, &token.text()))
}
