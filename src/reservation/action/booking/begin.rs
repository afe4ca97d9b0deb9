//! Choosing a slot: it is kept for a while, and a booking begins.

use super::calendar::{Wish, fresh};
use super::look::{self, Wanted};
use super::step::{Stop, settle};
use crate::account::{AccountId, SignedIn, Visitor};
use crate::clinic::{Clinic, ClinicId, MenuId, TimeOfDay, Visit};
use crate::clock::Moment;
use crate::reservation::ledger::{self, Asker, Shelf};
use crate::reservation::page::booking::calendar::Notice;
use crate::reservation::{Booking, BookingKey, Reason, path, store as rows};
use crate::store::{self, Tx};
use crate::web::client::throttle_key;
use crate::web::throttle::{self, Limit, Until};
use crate::web::{Cx, Failure, Result};
use time::Date;

/// Slots that one client may choose.
const HOLDS: Limit = Limit { name: "hold from client", most: 60, minutes: 10 };
/// Of these, as many are kept at one clinic, in the time for which it keeps one: nobody keeps a clinic full by choosing.
const MOST_KEPT: u32 = 10;

/// Keeps the slot and leads on to 受診者; or says why not, with the next free ones.
pub async fn begin(cx: Cx, me: Visitor) -> Result {
    let wish = Wish::of(&cx, cx.form().get("menu"), cx.form().get("visit")).await?;
    let chosen = look::slot(cx.form().get("slot"));
    let begun = match chosen {
        Some(chosen) => {
            let (context, id, minted) = (cx.clone(), wish.shelf.clinic.id.clone(), BookingKey::mint());
            let (menu, visit, account) = (wish.menu.clone(), wish.visit, me.account.map(|account| account.id));
            let write = move |tx: &mut Tx<'_>| settle(put(tx, &context, (&id, &menu, visit), account, minted, chosen));
            cx.write(write).await??
        }
        None => Err(Reason::NoSuchSlot),
    };
    match begun {
        Ok(key) => Ok(cx.done(path::of_booking(path::BOOKING, &wish.shelf.clinic.id, key))),
        Err(reason) => {
            let notice = Notice::Refused { reason, typed: false };
            Ok(cx.conflict(fresh(&cx, &wish, Wanted::after(chosen), Some(notice)).await?))
        }
    }
}

/// Takes the place of a booking of this visitor for which nothing has been typed, if there is one: whoever comes back to
/// the calendar, or presses twice, has one booking and keeps one slot. Its key is always a new one, which nobody knows who
/// may have begun the other with a token planted in this browser.
fn put(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (clinic, menu, visit): (&ClinicId, &MenuId, Visit),
    account: Option<AccountId>,
    minted: BookingKey,
    (day, start): (Date, TimeOfDay),
) -> std::result::Result<BookingKey, Stop> {
    if SignedIn::again(tx, cx)?.map(|account| account.id) != account {
        return Err(Failure::SignIn.into());
    }
    let shelf = Shelf::of(tx, clinic)?.ok_or(Failure::NotFound)?;
    let offer = shelf.offer(menu, visit).ok_or(Failure::NotFound)?;
    count_hold(tx, cx)??;
    let before = rows::unfinished_bookings(tx, cx.visitor(), clinic)?;
    let before = before.into_iter().find(|(_, booking)| booking.is_untouched());
    if let Some((key, booking)) = &before {
        rows::end_booking(tx, cx.visitor(), *key, booking)?;
    }
    let kept_until = kept_until(tx, cx, &shelf.clinic)?;
    let slot = match ledger::hold(tx, offer, Asker::default(), (minted, day, start), kept_until)? {
        Ok(slot) => slot,
        Err(reason) => {
            restore(tx, cx, before)?;
            return Err(reason.into());
        }
    };
    let begun = Booking::begun(clinic.clone(), menu.clone(), visit);
    let booking = Booking { slot: Some(slot), kept_until, account, ..begun };
    rows::put_booking(tx, cx.visitor(), minted, &booking)?;
    Ok(minted)
}

/// Puts a booking back as it was, with the slot that it keeps.
fn restore(tx: &mut Tx<'_>, cx: &Cx, before: Option<(BookingKey, Booking)>) -> store::Result<()> {
    let Some((key, booking)) = before else { return Ok(()) };
    if let Some((slot, until)) = booking.slot.as_ref().zip(booking.kept_until.filter(|until| cx.now < *until)) {
        rows::hold(tx, &booking.clinic, key, slot, until)?;
    }
    rows::put_booking(tx, cx.visitor(), key, &booking)
}

/// Counts a slot that is about to be chosen.
pub fn count_hold(tx: &mut Tx<'_>, cx: &Cx) -> store::Result<std::result::Result<(), Until>> {
    throttle::take_all(tx, &[(&HOLDS, throttle_key(cx.visit.client).to_string())])
}

/// Until when a slot that is chosen now is kept, which is counted; none where the clinic keeps none, or has kept enough for
/// this client, who can go on all the same.
pub fn kept_until(tx: &mut Tx<'_>, cx: &Cx, clinic: &Clinic) -> store::Result<Option<Moment>> {
    let minutes = i64::from(clinic.booking.hold_minutes);
    if minutes == 0 {
        return Ok(None);
    }
    let kept = Limit { name: "hold kept for client", most: MOST_KEPT, minutes };
    let who = format!("{}\n{}", throttle_key(cx.visit.client), clinic.id);
    Ok(throttle::take_all(tx, &[(&kept, who)])?.ok().map(|()| cx.now.plus_minutes(minutes)))
}
