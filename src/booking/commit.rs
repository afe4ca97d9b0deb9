//! 予約を確定する and 変更を確定する: everything is looked at again, then the reservation, its letter and the end of the booking are
//! stored together, or nothing is.

use super::filled::Filled;
use super::model::{Booking, Done, Purpose, Stage};
use super::next::{Next, Planned};
use super::proof::{self, WrongCode};
use super::rows;
use super::under_way::{BookingRef, UnderWay};
use crate::account::{self, Account};
use crate::clinic::{TimeOfDay, chart_number};
use crate::reservation::{self, Attendee, NotMoved, Refusal, Request, Reservation, letter, path as reservation_path};
use crate::secret::TokenHash;
use crate::slots::{Obstacle, Reason, Slot, WantedSlot};
use crate::store;
use crate::work::{Denied, Outcome, Refuse, Stop, Work};
use time::Date;

/// What was sent with the form.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The slot that stood on the page, if it can be read.
    pub slot: Option<(Date, TimeOfDay)>,
    /// For whom it stood on the page: see [`Filled::fingerprint`]. Empty where the form does not say.
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
    let slot = ready.slot;
    if sent.slot != Some((slot.day, slot.start)) {
        return Err(NotCommitted::ChangedElsewhere).or_refuse();
    }
    let reservation = match ready.what {
        Planned::Move(old) => {
            let wanted = WantedSlot { key: under_way.key, day: slot.day, start: slot.start };
            let caller = work.caller().actor;
            let by = under_way.booking.moving().map_or(caller, |moving| moving.actor(caller));
            reservation::reschedule(work, under_way.offer()?, &old, wanted, by)
                .map_err(|stop| stop.map(NotCommitted::from))?
        }
        Planned::New(filled) => {
            if !sent.whom.is_empty() && sent.whom != filled.fingerprint() {
                return Err(NotCommitted::ChangedElsewhere).or_refuse();
            }
            // Before the browser gets another token, so that nothing is kept of what cannot go on.
            under_way.offer()?;
            proof::prove::<NotCommitted>(work, &mut under_way, &filled, &sent.code, fresh)?;
            let request = request(work, &under_way, account, *filled, &slot)?;
            count_unasked(work, &under_way, &request)?;
            let booked =
                reservation::book(work, under_way.offer()?, &request).map_err(|stop| stop.map(NotCommitted::from))?;
            keep_chart_number(work, &booked)?;
            booked
        }
    };
    // Where it is moved to its own time, nothing has changed that a mail could tell.
    let stayed = under_way.moving.as_ref() == Some(&reservation);
    if !stayed {
        write_letter(work, &under_way, &reservation)?;
    }
    // The reservation says it all now; it may leave this browser, and what was typed must not stay behind.
    if let Purpose::New(form) = &mut under_way.booking.purpose {
        (form.typed, form.member, form.code) = (None, None, None);
    }
    rows::forget_kept_form(work, under_way.visitor, under_way.key, &under_way.booking)?;
    let done = Done { reservation: reservation.id, transfers: reservation.transfers, stayed };
    under_way.booking.stage = Stage::Done(done);
    under_way.store(work)?;
    if under_way.visitor != work.visitor() {
        tell_former_token(work, &under_way, done)?;
    }
    Ok(Next::Booked)
}

/// Keeps the 診察券番号 of a person of the account for the next booking at the clinic.
fn keep_chart_number(work: &mut Work<'_>, booked: &Reservation) -> store::Result<()> {
    match (booked.attendee.person_id, &booked.attendee.chart_number) {
        (Some(person), Some(number)) => chart_number::put(work, person, &booked.clinic, number),
        _ => Ok(()),
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
fn count_unasked(work: &mut Work<'_>, under_way: &UnderWay, request: &Request) -> Outcome<(), NotCommitted> {
    let address = &request.attendee.address;
    if !under_way.is_guest() || under_way.has_proved(address) {
        return Ok(());
    }
    match reservation::reason_against(work, under_way.offer()?, request)? {
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
    let Filled { person, person_id, chart_number, .. } = filled;
    Ok(Request {
        key: under_way.key,
        visit: under_way.booking.visit,
        day: slot.day,
        start: slot.start,
        attendee: Attendee { person, person_id, chart_number, address, lang: work.lang() },
        account: account.map(|account| account.id),
        group: None,
    })
}

/// The mail that reports it, with a URL of its own.
fn write_letter(work: &mut Work<'_>, under_way: &UnderWay, reservation: &Reservation) -> store::Result<()> {
    let token = reservation::rows::issue_token(work, reservation)?;
    let url = work.link(&reservation_path::of_receipt(reservation_path::RECEIPT, &token.text()));
    let head = work.letterhead(reservation.attendee.lang);
    let report = if under_way.moving.is_some() { letter::changed } else { letter::confirmed };
    letter::post(work, &report(&head, &under_way.offers.clinic, reservation, &url))
}
