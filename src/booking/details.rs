//! Keeping what was typed or chosen of 受診者, right or wrong, and looking at it together with the slot.

use super::guest_group::TypedPerson;
use super::model::ChosenMember;
use super::next::Next;
use super::under_way::{BookingRef, UnderWay};
use super::{limits, members, proof};
use crate::account::{Account, Relation};
use crate::clinic::chart_number::LONGEST;
use crate::family::{self, NotAdded};
use crate::lang::typed::clean;
use crate::person::Person;
use crate::slots::{Reason, Slot, WantedSlot};
use crate::work::{Outcome, Refuse, Stop, Work};
use time::Date;

/// Keeps what was typed of one person. When `goes_on` and it is right, the slot is kept anew for that very person, and a guest's code is
/// mailed, which is `minted`. Says which page is next.
///
/// # Errors
/// Refused when the slot cannot be booked for that person; what was typed is kept all the same.
pub fn keep(
    work: &mut Work<'_>,
    named: &BookingRef,
    account: Option<&Account>,
    person: TypedPerson<'_>,
    goes_on: bool,
    minted: &str,
) -> Outcome<Next, Reason> {
    let today = work.now().jst_date();
    let mut under_way = UnderWay::find(work, named, account)?;
    if under_way.booking.done().is_some() {
        return Ok(under_way.next(today));
    }
    limits::count_form(work)?;
    under_way.put_typed(work, account, person)?;
    under_way.store(work)?;
    work.keep();
    if goes_on {
        is_for(&under_way, person.at, today).or_refuse()?;
    }
    if goes_on { look_over(work, &mut under_way, minted) } else { Ok(under_way.next(today)) }
}

/// Whether a person is of the right age for their menu. It is checked for each, so that the form of that very person says it.
fn is_for(under_way: &UnderWay, at: usize, today: Date) -> Result<(), Reason> {
    let people = under_way.everybody(today);
    let Some((slot, filled)) = under_way.booking.chosen_slots().nth(at).zip(people.get(at)) else { return Ok(()) };
    match under_way.offer_of(at) {
        Ok(offer) if !offer.menu.ages.hold(filled.person.birth_date, slot.day) => Err(Reason::Age(offer.menu.ages)),
        _ => Ok(()),
    }
}

/// What else was said when somebody was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// Whether an adult consents.
    pub consents: bool,
    /// Whether the booking goes on with them.
    pub goes_on: bool,
}

/// Keeps who was chosen of those for whom the account books. When it `goes_on`, the slot is kept anew for that very person. Says
/// which page is next.
///
/// # Errors
/// Denied when the account books for nobody of that id. Refused when the slot cannot be booked for that person; who was
/// chosen is kept all the same.
pub fn choose_member(
    work: &mut Work<'_>,
    named: &BookingRef,
    account: &Account,
    chosen: &ChosenMember,
    Said { consents, goes_on }: Said,
) -> Outcome<Next, Reason> {
    let today = work.now().jst_date();
    let mut under_way = UnderWay::find(work, named, Some(account))?;
    if under_way.booking.done().is_some() {
        return Ok(under_way.next(today));
    }
    limits::count_form(work)?;
    if consents {
        members::renew_consents(work, account, &[chosen.person])?;
    }
    under_way.choose_member(work, account, chosen.clone())?;
    under_way.store(work)?;
    work.keep();
    if goes_on { look_over(work, &mut under_way, "") } else { Ok(under_way.next(today)) }
}

/// Why nobody was added, or the booking does not go on with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotGoneOn {
    /// There is no room for anybody.
    Full,
    /// The slot cannot be booked for that person, who was added all the same.
    Slot(Reason),
}

/// Adds a member to the family of the account, and goes on with the booking for them. Somebody whom the account has already is
/// chosen, with the 診察券番号 that was typed before signing in.
///
/// # Errors
/// Refused when there is no room, or when the slot cannot be booked for that person.
pub fn choose_new_member(
    work: &mut Work<'_>,
    named: &BookingRef,
    account: &Account,
    relation: Relation,
    person: &Person,
) -> Outcome<Next, NotGoneOn> {
    let under_way = UnderWay::find(work, named, Some(account))?;
    if !under_way.booking.is_unfinished() {
        return Ok(under_way.next(work.now().jst_date()));
    }
    let added = family::add(work, account, relation, person);
    let person = match added {
        Ok(id) | Err(Stop::Refused(NotAdded::Known(id))) => id,
        Err(stop) => return Err(stop.map(|_| NotGoneOn::Full)),
    };
    work.keep();
    let typed = under_way.booking.typed().map(|typed| typed.chart_number.trim().to_owned());
    let chart_number = typed.filter(|number| !number.is_empty() && clean(number, LONGEST).is_ok());
    let chosen = ChosenMember { person, chart_number };
    // Of an adult it was said with the form.
    let said = Said { consents: true, goes_on: true };
    choose_member(work, named, account, &chosen, said).map_err(|stop| stop.map(NotGoneOn::Slot))
}

/// Keeps the slot anew for the person who comes, if that is known, and mails a guest's code.
fn look_over(work: &mut Work<'_>, under_way: &mut UnderWay, minted: &str) -> Outcome<Next, Reason> {
    let (now, today) = (work.now(), work.now().jst_date());
    let (people, slot) = (under_way.everybody(today), under_way.booking.earliest_slot().cloned());
    let Some(slot) = slot.filter(|_| !people.is_empty()) else { return Ok(under_way.next(today)) };
    // Kept anew are those that are kept already.
    limits::count_choices(work, 1)?;
    let given_up: Vec<Slot> = under_way.booking.kept_slots(now).cloned().collect();
    // Where it is not kept anew, it is kept no longer than was said.
    let until = limits::count_kept_slots(work, under_way, &given_up, slot.day)?.or(under_way.booking.kept_until(now));
    let wanted = WantedSlot { key: under_way.key, day: slot.day, start: slot.start };
    under_way.choose(work, &people, wanted, until)?;
    // The slot is this visitor's, whether or not one more mail is let through.
    under_way.store(work)?;
    work.keep();
    proof::mail_wanted(work, under_way, minted)?;
    Ok(under_way.next(today))
}
