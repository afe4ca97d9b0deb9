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
use crate::clinic::{Menu, path as clinic_path};
use crate::mail::EmailAddress;
use crate::reservation::{Reservation, holdings, path as reservation_path, rows};
use crate::slots::{self, Obstacle, Reason};
use crate::store::{self, Reader};
use crate::ui::Page;
use crate::web::{Anyone, Cx, Result};
use crate::work::Ended::Done;
use crate::work::{Limit, Remedy, Stop};
use std::convert::Infallible;

/// The answer when the slot of a booking cannot be booked: the calendar with the next free ones; or, where none of them could
/// be booked either, the page that says why.
pub async fn refused(cx: &Cx, me: &MaybePatient, under_way: &UnderWay, reason: Reason) -> Result {
    // Of several people of an account that was asked before the first time was chosen.
    if reason.obstacle() == Obstacle::Reservations
        && (under_way.booking.party().is_none() || under_way.booking.is_typed())
    {
        return Ok(cx.conflict(show(cx, me, under_way, &reason).await?));
    }
    let slot = under_way.booking.earliest_slot().map(|slot| (slot.day, slot.start));
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
    let people = under_way.everybody(cx.now.jst_date());
    let at = cx.read(|r| concerned(r, under_way, &people)).await?;
    let (offer, filled) = (under_way.offer_of(at)?, people.get(at));
    let account = me.account.as_deref().filter(|_| !under_way.is_guest());
    let known = filled.and_then(|filled| match &filled.address {
        Some(address) => Some(address).filter(|address| under_way.has_proved(address)),
        None => account.map(|account| &account.address),
    });
    let booked = match filled.zip(known) {
        Some((filled, address)) => cx.read(|r| visits(r, under_way, offer.menu, filled, address)).await?,
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
        name: filled.map(|filled| filled.person.name.full()),
        reason,
        visits,
        known: known.is_some(),
        slots: (*reason == Reason::Twice).then(|| under_way.path(path::SLOTS)),
        release: under_way.path(path::RELEASE),
        menus: clinic_path::of_clinic(clinic_path::MENUS, &offer.clinic.id),
    };
    Ok(page::show(cx, &limited))
}

/// Whom of several people it concerns, counted from 0.
fn concerned(r: &dyn Reader, under_way: &UnderWay, people: &[Filled]) -> store::Result<usize> {
    for at in 1..people.len() {
        if let Ok(offer) = under_way.offer_of(at)
            && slots::over_limit(r, offer, under_way.asker(people.get(at)))?.is_some()
        {
            return Ok(at);
        }
    }
    Ok(0)
}

/// What is booked for that person, the next one first.
fn visits(
    r: &dyn Reader,
    under_way: &UnderWay,
    menu: &Menu,
    filled: &Filled,
    address: &EmailAddress,
) -> store::Result<Vec<Reservation>> {
    let mut coming = filled.expected(address).of_menu(r, &under_way.booking.clinic, &menu.id)?;
    coming.sort_unstable_by_key(|(starts, _)| *starts);
    let mut found = Vec::with_capacity(coming.len());
    for (_, id) in coming {
        found.extend(rows::find(r, id.cast())?.filter(|of| filled.may_learn_of(&of.service)));
    }
    Ok(found)
}

/// Confirmation URLs that one visitor gets this way: each is a row until long after the visit.
const URLS: Limit =
    Limit { name: "URL of a booked visit for visitor", most: 30, minutes: 60, remedy: Remedy::BookedVisit };

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
