//! 受診者: what is typed is kept, right or wrong, and looked at together with the slot.

use super::begin::{count_hold, kept_until};
use super::calendar::again;
use super::code;
use super::desk::{Desk, Settled};
use super::filled::{self, Filled};
use super::look::Wanted;
use super::step::{Stop, settle};
use crate::account::{self, Visitor};
use crate::person::{Draft, field};
use crate::reservation::page::booking::calendar::Notice;
use crate::reservation::page::booking::person::{self as page, Wrong};
use crate::reservation::words::reason;
use crate::reservation::{Code, Reason, Slot, Typed, ledger, path, store as rows};
use crate::store::{self, Tx};
use crate::ui::Page;
use crate::web::client::throttle_key;
use crate::web::throttle::{self, Limit, Until};
use crate::web::{Cx, Result};

/// Forms that one client may have kept, right or wrong; a family behind one address types far fewer.
const FORMS: Limit = Limit { name: "booking form from client", most: 300, minutes: 10 };

/// The form: what was typed before, or what the account knows of its owner.
pub async fn show(cx: Cx, me: Visitor) -> Result {
    let desk = Desk::open(&cx, &me).await?;
    let Some(slot) = desk.booking.slot.clone() else { return Ok(cx.done(desk.path(path::SLOTS))) };
    if let Some(elsewhere) = elsewhere(&desk) {
        return Ok(cx.done(desk.path(elsewhere)));
    }
    if let Some(typed) = &desk.booking.typed {
        return Ok(cx.page(draw(&cx, &desk, &slot, typed, false, &[])?));
    }
    let own = match &me.account {
        Some(account) => cx.read(|r| account::own_person(r, account.id)).await?,
        None => None,
    };
    let typed = Typed { person: own.as_ref().map(Draft::of).unwrap_or_default(), ..Typed::default() };
    Ok(cx.page(draw(&cx, &desk, &slot, &typed, own.is_some(), &[])?))
}

/// Where a booking has its place that wants nobody's details: it is done, or a reservation is moved.
fn elsewhere(desk: &Desk) -> Option<&'static str> {
    match (desk.booking.booked, &desk.moving) {
        (Some(_), _) => Some(path::BOOKED),
        (None, Some(_)) => Some(path::CONFIRMATION),
        (None, None) => None,
    }
}

fn draw(cx: &Cx, desk: &Desk, slot: &Slot, typed: &Typed, filled: bool, wrong: &[Wrong]) -> Settled<Page> {
    let offer = desk.offer()?;
    let guest = desk.is_guest();
    let place = page::Desk {
        menu: &offer.menu.name,
        slot,
        kept_until: desk.booking.kept_until.filter(|until| cx.now < *until),
        guest,
        asks_code: guest && offer.clinic.booking.guest_code,
        action: desk.path(path::BOOKING),
        release: desk.path(path::RELEASE),
    };
    Ok(page::show(cx, &place, typed, filled, wrong))
}

/// Keeps what was typed and leads on to 確認 when it is right; to the calendar where another time is wanted first.
pub async fn keep(cx: Cx, me: Visitor) -> Result {
    let desk = Desk::open(&cx, &me).await?;
    let Some(slot) = desk.booking.slot.clone() else { return Ok(cx.done(desk.path(path::SLOTS))) };
    if let Some(elsewhere) = elsewhere(&desk) {
        return Ok(cx.done(desk.path(elsewhere)));
    }
    let typed = filled::typed(&cx);
    let wants_slots = cx.form().get("go") == "slots";
    let (filled, wrong) = match filled::check(&cx, &typed, desk.is_guest()) {
        Ok(filled) => (Some(filled).filter(|_| !wants_slots), Vec::new()),
        Err(wrong) => (None, wrong),
    };
    let (context, kept, minted) = (cx.clone(), typed.clone(), Code::mint());
    let outcome = cx.write(move |tx| settle(put(tx, &context, &kept, filled.as_ref(), &minted))).await??;
    let wrong = match outcome {
        Ok(()) if wants_slots => return Ok(cx.done(desk.path(path::SLOTS))),
        Ok(()) if wrong.is_empty() => return Ok(cx.done(desk.path(path::CONFIRMATION))),
        Ok(()) => wrong,
        Err(reason @ (Reason::Age(_) | Reason::Limit(_))) => vec![against(&cx, &reason)],
        Err(reason) => {
            let desk = Desk::open(&cx, &me).await?;
            let wanted = Wanted::after(Some((slot.day, slot.start)));
            let notice = Notice::Refused { reason, typed: true };
            return Ok(cx.conflict(again(&cx, &desk, wanted, Some(notice)).await?));
        }
    };
    Ok(cx.refuse(draw(&cx, &desk, &slot, &typed, false, &wrong)?))
}

/// What stands against the person rather than against the slot.
fn against(cx: &Cx, reason: &Reason) -> Wrong {
    let name = if matches!(reason, Reason::Age(_)) { field::BIRTH_DATE } else { "" };
    (name, reason::sentence(cx.lang, reason))
}

/// Keeps what was typed. When it is right, the slot is kept anew for that very person, and a guest's code is mailed.
fn put(
    tx: &mut Tx<'_>,
    cx: &Cx,
    typed: &Typed,
    filled: Option<&Filled>,
    minted: &str,
) -> std::result::Result<(), Stop> {
    let mut desk = Desk::again(tx, cx)??;
    if desk.booking.booked.is_some() {
        return Ok(());
    }
    count_form(tx, cx)??;
    desk.booking.typed = Some(typed.clone());
    rows::put_booking(tx, cx.visitor(), desk.key, &desk.booking)?;
    let Some((filled, slot)) = filled.zip(desk.booking.slot.clone()) else { return Ok(()) };
    count_hold(tx, cx)??;
    let asker = desk.asker(Some(filled));
    // Where it is not kept anew, it is kept no longer than was said.
    let until = kept_until(tx, cx, &desk.shelf.clinic)?.or(desk.booking.kept_until.filter(|until| cx.now < *until));
    ledger::hold(tx, desk.offer()?, asker, (desk.key, slot.day, slot.start), until)??;
    desk.booking.kept_until = until;
    if let Some(address) = code::wanted(&desk, filled).filter(|address| !code::is_sent(cx, &desk, address)) {
        code::mail(tx, cx, &mut desk, address, minted)??;
    }
    Ok(rows::put_booking(tx, cx.visitor(), desk.key, &desk.booking)?)
}

/// Counts a form that is about to be kept.
pub fn count_form(tx: &mut Tx<'_>, cx: &Cx) -> store::Result<std::result::Result<(), Until>> {
    throttle::take_all(tx, &[(&FORMS, throttle_key(cx.visit.client).to_string())])
}
