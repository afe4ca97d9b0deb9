//! How often one client may choose a slot and send a form, and how many slots are kept for it.

use super::under_way::UnderWay;
use crate::clock::Moment;
use crate::slots::{self, Offer, Slot};
use crate::store;
use crate::work::{Actor, Limit, Outcome, Remedy, Uncounted, Work, share};
use time::Date;

/// Forms that one client may have kept, right or wrong; a family behind one address types far fewer.
const FORMS: Limit = Limit { name: "booking form from client", most: 300, minutes: 10, remedy: Remedy::Waiting };
/// Slots that one client may choose.
const CHOICES: Limit = Limit { name: "slot chosen by client", most: 60, minutes: 10, remedy: Remedy::BookingUnderWay };
/// Slots that one client may choose in a day: few enough that no single network uses up what everybody has together.
const CHOICES_A_DAY: Limit =
    Limit { name: "slots chosen by client in a day", most: 3_000, minutes: 24 * 60, remedy: Remedy::BookingUnderWay };
/// Slots that all guests together may choose within the time for which what was begun is kept: the most of it there can be.
pub const CHOICES_IN_ALL: Limit =
    Limit { name: "slots chosen, in all", most: 50_000, minutes: 24 * 60, remedy: Remedy::BookingUnderWay };
/// The same of everybody who is signed in: a flood from outside uses up none of it.
pub const CHOICES_OF_PATIENTS: Limit =
    Limit { name: "slots chosen by patients, in all", most: 20_000, minutes: 24 * 60, remedy: Remedy::BookingUnderWay };
/// Slots that are kept for one client at one clinic, within the time for which the clinic keeps a slot: nobody keeps a clinic full
/// by choosing.
const MOST_KEPT: u32 = 10;

/// Counts a form that is about to be kept.
///
/// # Errors
/// When this client has sent too many.
pub fn count_form(work: &mut Work<'_>) -> Result<(), Uncounted> {
    work.count(&[work.from_visitor(&FORMS)])
}

/// Counts so many slots that are about to be chosen.
///
/// # Errors
/// When this client has chosen too many.
pub fn count_choices(work: &mut Work<'_>, slots: usize) -> Result<(), Uncounted> {
    let all = match work.caller().actor {
        Actor::Patient => CHOICES_OF_PATIENTS.in_all(),
        _ => CHOICES_IN_ALL.in_all(),
    };
    let counters = [work.from_visitor(&CHOICES), work.from_client(&CHOICES_A_DAY), all];
    (0..slots).try_for_each(|_| work.count(&counters))
}

/// Counts a slot of a day that is about to be kept, and says until when; none where the clinic keeps none, or has kept enough
/// for this client: so many in all, and a share of the menu's places of that day; or for all guests. They can go on all the
/// same. `instead_of` is the kept slot that the client gives up for it, or keeps anew, which is counted already when it is of the
/// same day.
///
/// # Errors
/// What the store says.
pub fn count_kept_slot(
    work: &mut Work<'_>,
    offer: Offer<'_>,
    day: Date,
    instead_of: Option<&Slot>,
) -> store::Result<Option<Moment>> {
    let Offer { clinic, menu, .. } = offer;
    let minutes = i64::from(clinic.booking.hold_minutes);
    if minutes == 0 {
        return Ok(None);
    }
    let in_all = Limit { name: "hold kept for client", most: MOST_KEPT, minutes, remedy: Remedy::BookingUnderWay };
    let of_day = Limit {
        name: "hold of a day kept for client",
        most: share(slots::places_of_day(offer, day)),
        minutes,
        remedy: Remedy::BookingUnderWay,
    };
    let mut counters = vec![work.kept_by_client(&in_all, clinic.id.as_str())];
    if instead_of.is_none_or(|old| (old.day, &old.menu) != (day, &menu.id)) {
        if guests_keep_enough(work, offer, day)? {
            return Ok(None);
        }
        let unit = offer.unit.map(|unit| format!("\n{unit}")).unwrap_or_default();
        counters.push(work.kept_by_client(&of_day, &format!("{}\n{}\n{day}{unit}", clinic.id, menu.id)));
    }
    match work.count_undoably(&counters) {
        Ok(()) => Ok(Some(work.now().plus_minutes(minutes))),
        Err(Uncounted::Spent(_)) => Ok(None),
        Err(Uncounted::Store(error)) => Err(error),
    }
}

/// Counts the slots of a day that are about to be kept for a booking under way, one for each who comes, in the place of those that
/// are `given_up`. Either all are kept or none.
///
/// # Errors
/// Denied when patients cannot book one of the menus any more; what the store says.
pub fn count_kept_slots<R>(
    work: &mut Work<'_>,
    under_way: &UnderWay,
    given_up: &[Slot],
    day: Date,
) -> Outcome<Option<Moment>, R> {
    let mut until = None;
    for (at, one) in under_way.participants(&[])?.into_iter().enumerate() {
        until = count_kept_slot(work, one.offer, day, given_up.get(at))?;
        if until.is_none() {
            break;
        }
    }
    Ok(until)
}

/// Whether half of a menu's places of a day are kept, more than which are kept for no guest: somebody with many networks keeps no
/// clinic full either.
fn guests_keep_enough(work: &Work<'_>, offer: Offer<'_>, day: Date) -> store::Result<bool> {
    if work.caller().actor == Actor::Patient {
        return Ok(false);
    }
    let held = slots::rows::held(work, offer, day)?;
    Ok((slots::places_of_day(offer, day) / 2).max(1) <= held)
}
