//! Choosing a slot: it is kept for a while, and a booking begins or goes on with it.

use super::choice::Choice;
use super::model::{Booking, ChosenMember, Details, Purpose, Stage};
use super::next::Next;
use super::party::{GuestGroup, Party};
use super::under_way::{BookingRef, UnderWay};
use super::{limits, proof, rows};
use crate::account::{Account, AccountId, BookingRight, Member, care};
use crate::clinic::{ClinicId, MenuId, TimeOfDay, UnitName, Visit};
use crate::person::PersonId;
use crate::secret::TokenHash;
use crate::slots::{self, Asker, BookingKey, Offers, Reason, Slot, WantedSlot};
use crate::store::{self, Reader};
use crate::work::{Denied, Outcome, Stop, Work};
use std::convert::Infallible;
use time::Date;

/// What is to be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The clinic.
    pub clinic: ClinicId,
    /// The menu.
    pub menu: MenuId,
    /// 初診 or 再診.
    pub visit: Visit,
    /// 指名: the unit that is asked for, if one is.
    pub unit: Option<UnitName>,
    /// The day.
    pub day: Date,
    /// The start.
    pub start: TimeOfDay,
}

/// Begins a booking with a slot, under a key that nobody has used.
///
/// It takes the place of a booking of this visitor for which nothing has been typed, if there is one: a visitor who comes
/// back to the calendar, or presses twice, has one booking and keeps one slot. The key is always a new one, because somebody
/// may have begun the other with a token planted in this browser. `who` comes, if that was said of those for whom the account books.
/// Says which page is next.
///
/// # Errors
/// Refused when the slot cannot be booked; the earlier booking then stays, with its slot.
pub fn begin(
    work: &mut Work<'_>,
    account: Option<&Account>,
    key: BookingKey,
    chosen: &Chosen,
    who: Option<PersonId>,
) -> Outcome<Next, Reason> {
    let offers = Offers::of_menu(work, &chosen.clinic, &chosen.menu)?.ok_or(Denied::NotFound)?;
    let offer = offers.offer(&chosen.menu, chosen.visit).ok_or(Denied::NotFound)?.with(chosen.unit.as_ref());
    limits::count_choices(work, 1)?;
    let visitor = work.visitor();
    let before = rows::unfinished_bookings(work, visitor, &chosen.clinic)?;
    let untouched = before.into_iter().find(|(_, booking)| booking.is_begun_for(who, &chosen.menu, chosen.visit));
    if let Some((key, booking)) = &untouched {
        rows::end_booking(work, visitor, *key, booking)?;
    }
    let given_up = untouched.as_ref().and_then(|(_, booking)| booking.kept_slot(work.now()));
    let kept_until = limits::count_kept_slot(work, offer, chosen.day, given_up)?;
    let wanted = WantedSlot { key, day: chosen.day, start: chosen.start };
    let member = match account.zip(who) {
        Some((account, id)) => care::member(work, account.id, id)?,
        None => None,
    };
    // Whom the form has something to ask about is chosen there.
    let is_settled =
        |member: &Member| slots::against(offer.menu, member.right).is_none_or(|why| !why.can_be_answered());
    let member = member.filter(is_settled);
    let right = match &member {
        Some(member) => member.right,
        None if account.is_none() => BookingRight::Guest,
        None => BookingRight::Unasked,
    };
    let asker = Asker {
        person: member.as_ref().map(|member| member.person.identity()),
        person_id: member.as_ref().map(|member| member.id),
        right,
        knows_visits: true,
        ..Asker::default()
    };
    let slot = slots::choose(work, offer, asker, wanted, kept_until)?;
    let member = member.map(|member| ChosenMember { person: member.id, chart_number: None });
    let purpose = Purpose::New(Box::new(Details { member, ..Details::default() }));
    let stage = Stage::Chosen(Choice { slot, others: Vec::new(), moved: Vec::new(), kept_until });
    let Chosen { clinic, menu, visit, unit, .. } = chosen.clone();
    let booking = Booking { clinic, menu, visit, unit, account: account.map(|account| account.id), purpose, stage };
    rows::put_booking(work, visitor, key, &booking)?;
    let named = BookingRef { clinic: chosen.clinic.clone(), key };
    Ok(UnderWay::find(work, &named, account)?.next(work.now().jst_date()))
}

/// What is to be booked for several people in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenTogether {
    /// The clinic.
    pub clinic: ClinicId,
    /// Who comes for what, and how their visits lie beside each other.
    pub party: Party,
    /// The day.
    pub day: Date,
    /// The start of the first visit.
    pub start: TimeOfDay,
}

/// Begins a booking for several people, of an account or a guest's, with slots for all of them, under a key that nobody has used. It
/// takes the place of the one that [`begun_together`] finds. Says which page is next.
///
/// # Errors
/// Refused when the slots cannot all be booked; denied when one of the people or menus is not there.
pub fn begin_together(
    work: &mut Work<'_>,
    account: Option<&Account>,
    key: BookingKey,
    chosen: &ChosenTogether,
) -> Outcome<Next, Reason> {
    // Before anything is stored: what is counted is kept, and so would be what stands there by then.
    limits::count_choices(work, chosen.party.members.len())?;
    let visitor = work.visitor();
    let before = begun_together(work, visitor, &chosen.clinic, &chosen.party)?;
    if let Some((before, booking)) = &before {
        rows::end_booking(work, visitor, *before, booking)?;
    }
    let mut under_way = put_together(work, account, key, chosen)?;
    let now = work.now();
    let given_up = before.iter().flat_map(|(_, booking)| booking.kept_slots(now)).cloned().collect();
    take(work, &mut under_way, given_up, WantedSlot { key, day: chosen.day, start: chosen.start })?;
    Ok(under_way.next(now.jst_date()))
}

/// Stores a booking for several people for which no time is chosen yet.
fn put_together<R>(
    work: &mut Work<'_>,
    account: Option<&Account>,
    key: BookingKey,
    chosen: &ChosenTogether,
) -> Outcome<UnderWay, R> {
    let (party, visitor) = (chosen.party.clone(), work.visitor());
    let first = chosen.party.members.first().ok_or(Denied::NotFound)?;
    let purpose = match party.is_of_guest() {
        true => Purpose::New(Box::new(Details {
            group: Some(GuestGroup { party, others: Vec::new() }),
            ..Details::default()
        })),
        false => Purpose::Group(Box::new(party)),
    };
    let booking = Booking {
        clinic: chosen.clinic.clone(),
        menu: first.menu.clone(),
        visit: first.visit,
        unit: None,
        account: account.map(|account| account.id),
        purpose,
        stage: Stage::Begun,
    };
    rows::put_booking(work, visitor, key, &booking)?;
    UnderWay::find(work, &BookingRef { clinic: chosen.clinic.clone(), key }, account)
}

/// The same as [`begin_again`] for several people for whom a guest books.
///
/// # Errors
/// As there.
pub fn begin_together_again(
    work: &mut Work<'_>,
    account: Option<&Account>,
    key: BookingKey,
    chosen: &ChosenTogether,
) -> Outcome<(), Infallible> {
    limits::count_choices(work, chosen.party.members.len())?;
    let mut under_way = put_together(work, account, key, chosen)?;
    let wanted = WantedSlot { key, day: chosen.day, start: chosen.start };
    match take(work, &mut under_way, Vec::new(), wanted) {
        Ok(()) | Err(Stop::Refused(_)) => Ok(()),
        Err(Stop::Denied(denied)) => Err(denied.into()),
        Err(Stop::Store(error)) => Err(error.into()),
    }
}

/// A visitor's unfinished booking at a clinic that a new one for these people replaces: for an account, one for the same people; for a
/// guest, a group of which nothing has been typed yet.
///
/// # Errors
/// What the store says.
pub fn begun_together(
    r: &dyn Reader,
    visitor: TokenHash,
    clinic: &ClinicId,
    party: &Party,
) -> store::Result<Option<(BookingKey, Booking)>> {
    let own = rows::unfinished_bookings(r, visitor, clinic)?;
    let of_same = |booking: &Booking| match party.is_of_guest() {
        true => booking.party().is_some_and(Party::is_of_guest) && booking.is_untouched(),
        false => booking.party().is_some_and(|other| other.is_of_same_people(party)),
    };
    Ok(own.into_iter().find(|(_, booking)| of_same(booking)))
}

/// Begins a booking anew under a key that nobody has used, because the one in which it was typed is not there any more: another
/// one took its place, or the browser has another token. The slot is taken again if it is still free.
///
/// # Errors
/// Denied when the menu is not offered, or too much was chosen.
pub fn begin_again(
    work: &mut Work<'_>,
    account: Option<AccountId>,
    key: BookingKey,
    chosen: &Chosen,
) -> Outcome<(), Infallible> {
    let offers = Offers::of_menu(work, &chosen.clinic, &chosen.menu)?.ok_or(Denied::NotFound)?;
    let offer = offers.offer(&chosen.menu, chosen.visit).ok_or(Denied::NotFound)?.with(chosen.unit.as_ref());
    limits::count_choices(work, 1)?;
    let kept_until = limits::count_kept_slot(work, offer, chosen.day, None)?;
    let wanted = WantedSlot { key, day: chosen.day, start: chosen.start };
    let stage = match slots::choose(work, offer, Asker::default(), wanted, kept_until) {
        Ok(slot) => Stage::Chosen(Choice { slot, others: Vec::new(), moved: Vec::new(), kept_until }),
        Err(Stop::Refused(_)) => Stage::Begun,
        Err(Stop::Denied(denied)) => return Err(denied.into()),
        Err(Stop::Store(error)) => return Err(error.into()),
    };
    let Chosen { clinic, menu, visit, unit, .. } = chosen.clone();
    let booking = Booking { clinic, menu, visit, unit, account, purpose: Purpose::New(Box::default()), stage };
    let visitor = work.visitor();
    Ok(rows::put_booking(work, visitor, key, &booking)?)
}

/// Chooses another slot within a booking: what was typed stays, and the slot before is given back. A guest who has typed all and
/// got no code, because the first slot could not be booked for them, gets it now, `minted`. `unit` is the name of the unit that is asked
/// for from now on, where the form says it: empty for any. Says which page is next.
///
/// # Errors
/// Refused when the slot cannot be booked.
pub fn choose(
    work: &mut Work<'_>,
    named: &BookingRef,
    account: Option<&Account>,
    wanted: WantedSlot,
    unit: Option<&str>,
    minted: &str,
) -> Outcome<Next, Reason> {
    let mut under_way = UnderWay::find(work, named, account)?;
    if under_way.booking.done().is_some() {
        return Ok(under_way.next(work.now().jst_date()));
    }
    if let Some(unit) = unit {
        under_way.ask_unit(unit);
    }
    limits::count_choices(work, under_way.people())?;
    let given_up = under_way.booking.kept_slots(work.now()).cloned().collect();
    take(work, &mut under_way, given_up, wanted)?;
    proof::mail_wanted(work, &mut under_way, minted)?;
    Ok(under_way.next(work.now().jst_date()))
}

/// Takes the slots of everybody who comes in the place of those that were kept before.
fn take(work: &mut Work<'_>, under_way: &mut UnderWay, given_up: Vec<Slot>, wanted: WantedSlot) -> Outcome<(), Reason> {
    let people = under_way.everybody(work.now().jst_date());
    let kept_until = limits::count_kept_slots(work, under_way, &given_up, wanted.day)?;
    under_way.choose(work, &people, wanted, kept_until)?;
    // Storing it gives the slot before back.
    Ok(under_way.store(work)?)
}
