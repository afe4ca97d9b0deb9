//! 確認: everything once more, and 予約を確定する.
//!
//! What is stored, and in which order it is looked at, is in `commit`.

use super::calendar::again;
use super::code;
use super::commit::{self, NotDone};
use super::desk::{Desk, Settled};
use super::filled::{self, Filled};
use super::look::Wanted;
use crate::account::{self, Visitor};
use crate::clinic;
use crate::mail::EmailAddress;
use crate::reservation::page::booking::calendar::Notice;
use crate::reservation::page::booking::confirmation::{self as page, Order, Proof, What, Wrong};
use crate::reservation::page::booking::slot_value;
use crate::reservation::words::booking as words;
use crate::reservation::{Deadlines, Refusal, Slot, path};
use crate::ui::{Link, Page};
use crate::web::{Cx, Failure, Result};

/// What is needed before there is something to confirm.
pub struct Ready {
    /// The slot.
    pub slot: Slot,
    /// Who comes; nobody is asked again when a reservation is moved.
    pub filled: Option<Filled>,
}

/// What is to be confirmed, or where it is still to be said.
pub fn ready(cx: &Cx, desk: &Desk) -> std::result::Result<Ready, &'static str> {
    if desk.booking.booked.is_some() {
        return Err(path::BOOKED);
    }
    let slot = desk.booking.slot.clone().ok_or(path::SLOTS)?;
    if desk.moving.is_some() {
        return Ok(Ready { slot, filled: None });
    }
    let typed = desk.booking.typed.as_ref().ok_or(path::BOOKING)?;
    let filled = filled::check(cx, typed, desk.is_guest()).map_err(|_| path::BOOKING)?;
    Ok(Ready { slot, filled: Some(filled) })
}

/// The page.
pub async fn show(cx: Cx, me: Visitor) -> Result {
    let desk = Desk::open(&cx, &me).await?;
    match ready(&cx, &desk) {
        Ok(ready) => Ok(cx.page(draw(&cx, &me, &desk, &ready, None).await?)),
        Err(first) => Ok(cx.done(desk.path(first))),
    }
}

/// Books or moves; says why not otherwise. A second time it leads to what was booked the first time.
pub async fn commit(cx: Cx, me: Visitor) -> Result {
    let outcome = commit::commit(&cx).await?;
    let desk = Desk::open(&cx, &me).await?;
    let not_done = match outcome {
        Ok(next) => return Ok(cx.done(desk.path(next))),
        Err(not_done) => not_done,
    };
    let wrong = match not_done {
        NotDone::Slot(reason) => {
            let slot = desk.booking.slot.as_ref().map(|slot| (slot.day, slot.start));
            let notice = Notice::Refused { reason, typed: desk.booking.typed.is_some() };
            return Ok(cx.conflict(again(&cx, &desk, Wanted::after(slot), Some(notice)).await?));
        }
        NotDone::Moving(refusal) => return Ok(cx.conflict(not_moved(&cx, &desk, refusal))),
        NotDone::Wrong(wrong) => wrong,
    };
    let ready = match ready(&cx, &desk) {
        Ok(ready) => ready,
        Err(first) => return Ok(cx.done(desk.path(first))),
    };
    let page = draw(&cx, &me, &desk, &ready, Some(&wrong)).await?;
    Ok(match wrong {
        Wrong::Code(_) => cx.refuse(page),
        Wrong::ChangedElsewhere => cx.conflict(page),
    })
}

async fn draw(cx: &Cx, me: &Visitor, desk: &Desk, ready: &Ready, wrong: Option<&Wrong>) -> Settled<Page> {
    let offer = desk.offer()?;
    if let Some(refusal) = desk.moving.as_ref().and_then(|old| old.may_change(cx.now).err()) {
        return Ok(not_moved(cx, desk, refusal));
    }
    let start = ready.slot.starts();
    let what = match (&desk.moving, &ready.filled) {
        (Some(old), _) => What::Moving(old),
        (None, Some(filled)) => {
            let own = me.account.as_ref().map(|account| &account.address);
            let address = filled.address.as_ref().or(own).ok_or(Failure::SignIn)?;
            new(cx, desk, filled, address).await?
        }
        (None, None) => return Err(Failure::NotFound),
    };
    let order = Order {
        clinic: offer.clinic,
        menu: offer.menu,
        visit: desk.booking.visit,
        start,
        slot: slot_value(ready.slot.day, ready.slot.start),
        deadlines: Deadlines { cancel: offer.menu.cancel_until.of(start), change: offer.menu.change_until.of(start) },
        kept_until: desk.booking.kept_until.filter(|until| cx.now < *until),
        what,
        action: desk.path(path::CONFIRMATION),
        slots: desk.path(path::SLOTS),
        release: desk.path(path::RELEASE),
    };
    Ok(page::show(cx, &order, wrong))
}

async fn new<'a>(cx: &Cx, desk: &'a Desk, filled: &'a Filled, address: &'a EmailAddress) -> Settled<What<'a>> {
    let proof = code::wanted(desk, filled)
        .map(|address| Proof { code: desk.booking.code.as_ref().filter(|_| code::is_sent(cx, desk, address)) });
    // Whoever has proved the address or is signed in with it knows it.
    let asked = filled.address.as_ref().filter(|_| desk.booking.proved.as_ref() != Some(address));
    let registers = match desk.booking.account {
        Some(account) => cx.read(|r| clinic::store::link(r, account, &desk.booking.clinic)).await?.is_none(),
        None => false,
    };
    Ok(What::New {
        person: &filled.person,
        chart_number: filled.chart_number.as_deref(),
        address,
        registers,
        proof,
        perhaps: asked.and_then(EmailAddress::suggestion),
        mend: desk.path(path::BOOKING),
        code: desk.path(path::CODE),
    })
}

fn not_moved(cx: &Cx, desk: &Desk, refusal: Refusal) -> Page {
    let signed_in = (!desk.is_guest()).then(|| Link::new(cx.say(words::booked::DASHBOARD), account::path::DASHBOARD));
    let menus = Link::new(cx.say(words::booked::ANOTHER), path::of_clinic(path::MENUS, &desk.booking.clinic));
    let ways: Vec<Link> = signed_in.into_iter().chain([menus]).collect();
    page::not_moved(cx, &desk.shelf.clinic, refusal, &ways)
}
