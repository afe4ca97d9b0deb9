//! Choosing a slot: it is kept for a while, and a booking begins or goes on with it.

use super::progress::Booking;
use super::rows;
use super::stage::Stage;
use super::under_way::{UnderWay, Which};
use crate::account::{Account, AccountId};
use crate::clinic::{Clinic, ClinicId, MenuId, TimeOfDay, Visit};
use crate::clock::Moment;
use crate::slots::{self, Asker, BookingKey, Offers, Reason, WantedSlot};
use crate::store;
use crate::work::{Denied, Limit, Outcome, Uncounted, Work};
use time::Date;

/// Slots that one client may choose.
const HOLDS: Limit = Limit { name: "hold from client", most: 60, minutes: 10 };
/// Of these, as many are kept at one clinic, in the time for which it keeps one: nobody keeps a clinic full by choosing.
const MOST_KEPT: u32 = 10;

/// What is to be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The clinic.
    pub clinic: ClinicId,
    /// The menu.
    pub menu: MenuId,
    /// 初診 or 再診.
    pub visit: Visit,
    /// The day.
    pub day: Date,
    /// The start.
    pub start: TimeOfDay,
}

/// Begins a booking with a slot, under a key that nobody has used.
///
/// It takes the place of a booking of this visitor for which nothing has been typed, if there is one: whoever comes back to
/// the calendar, or presses twice, has one booking and keeps one slot. The key is always a new one, because somebody may
/// have begun the other with a token planted in this browser.
///
/// # Errors
/// Refused when the slot cannot be booked; the earlier booking then stays, with its slot.
pub fn begin(work: &mut Work<'_>, account: Option<AccountId>, key: BookingKey, chosen: &Chosen) -> Outcome<(), Reason> {
    let offers = Offers::of(work, &chosen.clinic)?.ok_or(Denied::NotFound)?;
    let offer = offers.offer(&chosen.menu, chosen.visit).ok_or(Denied::NotFound)?;
    count(work)?;
    let visitor = work.visitor();
    let before = rows::unfinished_bookings(work, visitor, &chosen.clinic)?;
    if let Some((key, booking)) = before.into_iter().find(|(_, booking)| booking.is_untouched()) {
        rows::end_booking(work, visitor, key, &booking)?;
    }
    let kept_until = kept_until(work, &offers.clinic)?;
    let wanted = WantedSlot { key, day: chosen.day, start: chosen.start };
    let slot = slots::hold(work, offer, Asker::default(), wanted, kept_until)?;
    let begun = Booking::begun(chosen.clinic.clone(), chosen.menu.clone(), chosen.visit);
    let booking = Booking { slot: Some(slot), kept_until, account, ..begun };
    Ok(rows::put_booking(work, visitor, key, &booking)?)
}

/// Chooses another slot within a booking: what was typed stays, and the slot before is given back. Says which page is next.
///
/// # Errors
/// Refused when the slot cannot be booked.
pub fn choose(
    work: &mut Work<'_>,
    which: &Which,
    account: Option<&Account>,
    day: Date,
    start: TimeOfDay,
) -> Outcome<&'static str, Reason> {
    let today = work.now().jst_date();
    let mut under_way = UnderWay::find(work, which, account)?;
    if under_way.booking.booked.is_some() {
        return Ok(under_way.stage(today).route());
    }
    let offer = under_way.offer()?;
    count(work)?;
    let filled = under_way.filled(today);
    let kept_until = kept_until(work, &under_way.offers.clinic)?;
    let asker = under_way.asker(filled.as_ref());
    let wanted = WantedSlot { key: under_way.key, day, start };
    let slot = slots::hold(work, offer, asker, wanted, kept_until)?;
    if let Some(old) = under_way.booking.slot.take().filter(|old| old.day != slot.day) {
        slots::rows::release(work, &under_way.booking.clinic, under_way.key, &old)?;
    }
    (under_way.booking.slot, under_way.booking.kept_until) = (Some(slot), kept_until);
    under_way.store(work)?;
    Ok(Stage::of(&under_way, today).route())
}

/// Counts a slot that is about to be chosen.
///
/// # Errors
/// When this client has chosen too many.
pub fn count(work: &mut Work<'_>) -> Result<(), Uncounted> {
    work.count(&[work.from_client(&HOLDS)])
}

/// Until when a slot that is chosen now is kept, which is counted; none where the clinic keeps none, or has kept enough for
/// this client, who can go on all the same.
///
/// # Errors
/// What the store says.
pub fn kept_until(work: &mut Work<'_>, clinic: &Clinic) -> store::Result<Option<Moment>> {
    let minutes = i64::from(clinic.booking.hold_minutes);
    if minutes == 0 {
        return Ok(None);
    }
    let kept = Limit { name: "hold kept for client", most: MOST_KEPT, minutes };
    let counter = kept.of(&format!("{}\n{}", work.caller().network, clinic.id));
    match work.count_undoably(&[counter]) {
        Ok(()) => Ok(Some(work.now().plus_minutes(minutes))),
        Err(Uncounted::Spent(_)) => Ok(None),
        Err(Uncounted::Store(error)) => Err(error),
    }
}
