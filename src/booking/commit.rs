//! 予約を確定する and 変更を確定する: everything is looked at again, then the reservation, its letter and the end of the booking are
//! stored together, or nothing is.

use super::choice::Done;
use super::filled::Filled;
use super::model::{Booking, Purpose, Stage};
use super::next::{Next, Planned};
use super::proof::{self, WrongCode};
use super::rows;
use super::under_way::{BookingRef, UnderWay};
use crate::account::{self, Account, BookingRight, coming_of_age};
use crate::clinic::{TimeOfDay, chart_number};
use crate::mail::Letterhead;
use crate::reservation::letter::{self, WithUrl};
use crate::reservation::{
    self, Attendee, Beside, GroupId, NotMoved, Refusal, Request, Reservation, path as reservation_path,
};
use crate::secret::TokenHash;
use crate::slots::{Obstacle, Offer, Reason, Slot, WantedSlot};
use crate::store;
use crate::work::{Denied, Outcome, Refuse, Stop, Work};
use time::Date;

/// What was sent with the form.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The slot that stood on the page, if it can be read.
    pub slot: Option<(Date, TimeOfDay)>,
    /// For whom, and when the others come, as it stood on the page: see [`super::next::Ready::fingerprint`]. Empty where the form does not say.
    pub whom: String,
    /// The code, as it was typed.
    pub code: String,
}

/// Why nothing was booked or moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCommitted {
    /// The slot cannot be booked.
    Slot(Reason),
    /// The reservation cannot be moved.
    Moving(Refusal),
    /// The address is not proved.
    Code(WrongCode),
    /// Another time or another person was chosen meanwhile.
    ChangedElsewhere,
}

impl NotCommitted {
    /// The same for so many people: that the place of one of them is taken means that not all fit.
    fn of(self, people: usize) -> Self {
        match self {
            Self::Slot(Reason::Full) if 1 < people => Self::Slot(Reason::NotTogether),
            other => other,
        }
    }
}

impl From<Reason> for NotCommitted {
    fn from(reason: Reason) -> Self {
        Self::Slot(reason)
    }
}

impl From<WrongCode> for NotCommitted {
    fn from(wrong: WrongCode) -> Self {
        Self::Code(wrong)
    }
}

impl From<NotMoved> for NotCommitted {
    fn from(not_moved: NotMoved) -> Self {
        match not_moved {
            NotMoved::Slot(reason) => Self::Slot(reason),
            NotMoved::Refused(refusal) => Self::Moving(refusal),
        }
    }
}

/// Books or moves, and says which page is next: a second time, or before there is everything, nothing is done. When a guest
/// proves the address with it, the browser goes on under the token `fresh`.
///
/// # Errors
/// Refused by the rules; what was counted and what was proved stays.
pub fn commit(
    work: &mut Work<'_>,
    named: &BookingRef,
    account: Option<&Account>,
    sent: &Sent,
    fresh: TokenHash,
) -> Outcome<Next, NotCommitted> {
    let today = work.now().jst_date();
    let mut under_way = UnderWay::find(work, named, account)?;
    let ready = match under_way.next(today) {
        Next::Confirmation(ready) => *ready,
        elsewhere => return Ok(elsewhere),
    };
    let other_slot = sent.slot != Some((ready.slot.day, ready.slot.start));
    if other_slot || (!sent.whom.is_empty() && sent.whom != ready.fingerprint()) {
        return Err(NotCommitted::ChangedElsewhere).or_refuse();
    }
    let slots: Vec<Slot> = std::iter::once(ready.slot).chain(ready.others).collect();
    let made = match ready.what {
        Planned::Move(old) => reschedule(work, &under_way, *old, &slots)?,
        Planned::New(filled) => {
            // Before the browser gets another token, so that nothing is kept of what cannot go on.
            under_way.offer()?;
            proof::prove::<NotCommitted>(work, &mut under_way, &filled, &sent.code, fresh)?;
            book(work, &under_way, account, vec![*filled], &slots)?
        }
        Planned::Group(people) => {
            if let Some(first) = people.first().filter(|_| under_way.is_guest()) {
                // As above.
                under_way.participants(&people)?;
                proof::prove::<NotCommitted>(work, &mut under_way, first, &sent.code, fresh)?;
            }
            book(work, &under_way, account, people, &slots)?
        }
    };
    let Some(first) = made.first() else { return Err(Denied::NotFound.into()) };
    // Where all are moved to their own times, nothing has changed that a mail could tell.
    let before = under_way.moving.iter().chain(&under_way.along);
    let stayed = before.eq(&made);
    let done = Done { reservation: first.id, transfers: first.transfers, stayed };
    if !stayed {
        write_letter(work, &under_way, made)?;
    }
    // The reservation says it all now; it may leave this browser, and what was typed must not stay behind.
    if let Purpose::New(form) = &mut under_way.booking.purpose {
        form.forget_people();
    }
    rows::forget_kept_form(work, under_way.visitor, under_way.key, &under_way.booking)?;
    under_way.booking.stage = Stage::Done(done);
    under_way.store(work)?;
    if under_way.visitor != work.visitor() {
        tell_former_token(work, &under_way, done)?;
    }
    Ok(Next::Booked)
}

/// Books for each of these people the slot beside them, all of them or nobody.
fn book(
    work: &mut Work<'_>,
    under_way: &UnderWay,
    account: Option<&Account>,
    people: Vec<Filled>,
    slots: &[Slot],
) -> Outcome<Vec<Reservation>, NotCommitted> {
    let group = (1 < people.len()).then(|| GroupId::mint(work.now()));
    let known = people.clone();
    let participants = under_way.participants(&known)?;
    let mut made = Vec::with_capacity(slots.len());
    for ((filled, slot), one) in people.into_iter().zip(slots).zip(participants) {
        let visit = under_way.booking.visit_of(made.len());
        let request = Request { group, visit, ..request(work, under_way, account, filled, slot)? };
        // All of them are told of in one mail.
        if made.is_empty() {
            count_unasked(work, under_way, one.offer, &request)?;
        }
        let booked = reservation::book(work, one.offer, &request)
            .map_err(|stop| stop.map(|reason| NotCommitted::from(reason).of(slots.len())))?;
        keep_chart_number(work, &booked)?;
        note_minor(work, &request)?;
        made.push(booked);
    }
    // In turn they come in whichever order fits, not in that of the list.
    made.sort_by_key(|of| of.slot.starts());
    let is_known = |of: &Reservation| of.attendee.address.as_ref().is_some_and(|to| under_way.has_proved(to));
    let beside = match !under_way.is_guest() || made.first().is_some_and(is_known) {
        true => Beside::Everywhere,
        false => Beside::Nothing,
    };
    reservation::tell_apart(work, &mut made, beside)?;
    Ok(made)
}

/// Moves a reservation, and those that are moved along with it, to the slots, all of them or none. Who goes furthest goes first, so
/// that nobody is in the way of those behind.
fn reschedule(
    work: &mut Work<'_>,
    under_way: &UnderWay,
    old: Reservation,
    slots: &[Slot],
) -> Outcome<Vec<Reservation>, NotCommitted> {
    let caller = work.caller().actor;
    let by = under_way.booking.moving().map_or(caller, |moving| moving.actor(caller));
    let later = slots.first().is_some_and(|slot| old.slot.starts() < slot.starts());
    let participants = under_way.participants(&[])?;
    let all: Vec<Reservation> = std::iter::once(old).chain(under_way.along.iter().cloned()).collect();
    let mut order: Vec<usize> = (0..all.len().min(slots.len())).collect();
    order.sort_by_key(|at| all[*at].slot.starts());
    if later {
        order.reverse();
    }
    let mut moved = all.clone();
    for at in order {
        let wanted = WantedSlot { key: under_way.key, day: slots[at].day, start: slots[at].start };
        moved[at] = reservation::reschedule(work, participants[at].offer, &all[at], wanted, Some(&slots[at]), by)
            .map_err(|stop| stop.map(|why| NotCommitted::from(why).of(slots.len())))?;
    }
    Ok(moved)
}

/// Keeps the 診察券番号 of a person of the account for the next booking at the clinic.
fn keep_chart_number(work: &mut Work<'_>, booked: &Reservation) -> store::Result<()> {
    match (booked.attendee.person_id, &booked.attendee.chart_number) {
        (Some(person), Some(number)) => chart_number::put(work, person, &booked.clinic, number),
        _ => Ok(()),
    }
}

/// Makes sure that the account is told in time when a minor for whom it books comes of age.
fn note_minor(work: &mut Work<'_>, of: &Request) -> store::Result<()> {
    let relative = of.attendee.person_id.filter(|_| of.right == BookingRight::Relative);
    match of.account.zip(relative) {
        Some((account, id)) => match of.attendee.person.birth_date {
            Some(born) => coming_of_age::note_belated(work, account, id, born),
            None => Ok(()),
        },
        None => Ok(()),
    }
}

/// A form that is sent twice comes twice with the same token: the second time it is told that it is booked, and nothing else.
fn tell_former_token(work: &mut Work<'_>, under_way: &UnderWay, done: Done) -> store::Result<()> {
    let (purpose, stage) = (Purpose::New(Box::default()), Stage::Done(done.without_showing()));
    let told = Booking { purpose, stage, ..under_way.booking.clone() };
    let former = work.visitor();
    rows::put_booking(work, former, under_way.key, &told)
}

/// Counts the mail that an address is about to get which nobody has proved, where the clinic wants no code. A slot lost to
/// others costs none; what the person has booked already does, because that answer tells something of the address's owner.
fn count_unasked(
    work: &mut Work<'_>,
    under_way: &UnderWay,
    offer: Offer<'_>,
    request: &Request,
) -> Outcome<(), NotCommitted> {
    let Some(address) = request.attendee.address.as_ref().filter(|_| under_way.is_guest()) else { return Ok(()) };
    if under_way.has_proved(address) {
        return Ok(());
    }
    match reservation::reason_against(work, offer, request)? {
        Some(reason) if reason.obstacle() != Obstacle::Reservations => Err(reason).or_refuse(),
        Some(_) | None => Ok(account::count_confirmation(work, address)?),
    }
}

fn request(
    work: &Work<'_>,
    under_way: &UnderWay,
    account: Option<&Account>,
    filled: Filled,
    slot: &Slot,
) -> Result<Request, Stop<NotCommitted>> {
    let account = account.filter(|_| !under_way.is_guest());
    let address = filled.address.or(account.map(|account| account.address.clone())).ok_or(Denied::SignIn)?;
    let Filled { person, person_id, chart_number, relation, right, .. } = filled;
    Ok(Request {
        key: under_way.key,
        visit: under_way.booking.visit,
        day: slot.day,
        start: slot.start,
        attendee: Attendee {
            person: person.into(),
            person_id,
            chart_number,
            address: Some(address),
            lang: work.lang(),
            relation,
        },
        account: account.map(|account| account.id),
        right,
        group: None,
    })
}

/// The one mail that reports it, with a URL for each; and one to each of the others who share a patient and want to know.
fn write_letter(work: &mut Work<'_>, under_way: &UnderWay, made: Vec<Reservation>) -> store::Result<()> {
    let mut with_urls = Vec::with_capacity(made.len());
    for reservation in made {
        let token = reservation::rows::issue_token(work, &reservation)?;
        let url = work.link(&reservation_path::of_receipt(reservation_path::RECEIPT, &token.text()));
        with_urls.push((reservation, url));
    }
    let (clinic, moved) = (&under_way.offers.clinic, under_way.moving.is_some());
    let write = |head: &Letterhead, of: &[WithUrl]| match (of, moved) {
        ([(one, url)], false) => letter::confirmed(head, clinic, one, url),
        ([(one, url)], true) => letter::changed(head, clinic, one, url),
        (_, false) => letter::confirmed_together(head, clinic, of),
        (_, true) => letter::changed_together(head, clinic, of),
    };
    let Some((first, _)) = with_urls.first() else { return Ok(()) };
    let letter = write(&work.letterhead(first.attendee.lang), &with_urls);
    letter::post(work, letter.as_ref())?;
    let made: Vec<_> = with_urls.into_iter().map(|(made, _)| made).collect();
    reservation::tell_others(work, &made, write)
}
