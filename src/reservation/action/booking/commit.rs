//! The write behind 予約を確定する and 変更を確定する: everything is looked at again, then the reservation, its letter and the end of
//! the booking are stored together, or nothing is.
//!
//! What is shown afterwards is `confirmation`'s business.

use super::code;
use super::confirmation::{Ready, ready};
use super::desk::{Desk, Settled};
use super::filled::Filled;
use super::step::Stop;
use crate::account::{self, SignedIn};
use crate::lang::typed::{clean, folded};
use crate::reservation::ledger::{self, NotMoved, Request};
use crate::reservation::page::booking::confirmation::{CODE, Wrong};
use crate::reservation::page::booking::slot_value;
use crate::reservation::words::booking::confirmation as words;
use crate::reservation::{Reason, Refusal, Reservation, Visitor, letter, path, store as rows};
use crate::secret::Token;
use crate::store::{self, Tx};
use crate::web::client::throttle_key;
use crate::web::throttle::{self, Limit};
use crate::web::{Cx, Failure};

/// Codes that one client may try.
const CODES: Limit = Limit { name: "booking code from client", most: 30, minutes: 15 };
/// The most characters of a code as it is typed, blanks and all.
const LONGEST_CODE: usize = 30;

/// Why nothing was booked or moved.
pub enum NotDone {
    /// The slot cannot be booked.
    Slot(Reason),
    /// The reservation cannot be moved.
    Moving(Refusal),
    /// What was sent with the form is not right.
    Wrong(Wrong),
}

/// What stops the write.
enum Halt {
    Stop(Stop),
    NotDone(NotDone),
}

impl<T: Into<Stop>> From<T> for Halt {
    fn from(stop: T) -> Self {
        Self::Stop(stop.into())
    }
}

/// Books or moves, and says where it goes on.
pub async fn commit(cx: &Cx) -> Settled<Result<&'static str, NotDone>> {
    let (context, token) = (cx.clone(), Token::mint());
    let write = move |tx: &mut Tx<'_>| match all(tx, &context, &token) {
        Ok(next) => Ok(Ok(Ok(next))),
        Err(Halt::NotDone(not_done)) => Ok(Ok(Err(not_done))),
        Err(Halt::Stop(Stop::Slot(reason))) => Ok(Ok(Err(NotDone::Slot(reason)))),
        Err(Halt::Stop(Stop::Failure(failure))) => Ok(Err(failure)),
        Err(Halt::Stop(Stop::Store(error))) => Err(error),
    };
    cx.write(write).await?
}

fn all(tx: &mut Tx<'_>, cx: &Cx, token: &Token) -> Result<&'static str, Halt> {
    let mut desk = Desk::again(tx, cx)??;
    let Ready { slot, filled } = match ready(cx, &desk) {
        Ok(ready) => ready,
        Err(elsewhere) => return Ok(elsewhere),
    };
    if cx.form().get("slot") != slot_value(slot.day, slot.start) {
        return Err(Halt::NotDone(NotDone::Wrong(Wrong::ChangedElsewhere)));
    }
    let when = (desk.key, slot.day, slot.start);
    let reservation = match (desk.moving.clone(), filled) {
        (Some(old), _) => match ledger::reschedule(tx, desk.offer()?, &old, when)? {
            Ok(new) => new,
            Err(NotMoved::Slot(reason)) => return Err(reason.into()),
            Err(NotMoved::Refused(refusal)) => return Err(Halt::NotDone(NotDone::Moving(refusal))),
        },
        (None, Some(filled)) => {
            prove(tx, cx, &mut desk, &filled)?;
            let request = request(tx, cx, &desk, filled, when)?;
            count_unasked(tx, cx, &desk, &request)?;
            ledger::book(tx, desk.offer()?, &request)??
        }
        (None, None) => return Err(Failure::NotFound.into()),
    };
    // Where it is moved to its own time, nothing has changed that a mail could tell.
    desk.booking.stayed = desk.moving.as_ref() == Some(&reservation);
    if !desk.booking.stayed {
        write_letter(tx, cx, &desk, &reservation, token)?;
    }
    desk.booking.booked = Some(reservation.id);
    // The reservation says it all now; it may leave this browser, and what was typed must not stay behind.
    (desk.booking.typed, desk.booking.code) = (None, None);
    rows::put_booking(tx, cx.visitor(), desk.key, &desk.booking)?;
    Ok(path::BOOKED)
}

/// Judges the code of a guest who has to prove the address. The attempt is counted, and what was proved is kept even if
/// the slot then turns out to be taken.
fn prove(tx: &mut Tx<'_>, cx: &Cx, desk: &mut Desk, filled: &Filled) -> Result<(), Halt> {
    let Some(address) = code::wanted(desk, filled).cloned() else { return Ok(()) };
    let wrong = |sentence: String| Err(Halt::NotDone(NotDone::Wrong(Wrong::Code(sentence))));
    let typed = clean(cx.form().get(CODE), LONGEST_CODE).unwrap_or_default();
    let digits: String = folded(&typed).chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return wrong(cx.say(words::CODE_MISSING).to_owned());
    }
    if !code::is_sent(cx, desk, &address) {
        return wrong(cx.say(words::CODE_OVER).to_owned());
    }
    let counters = [(&CODES, throttle_key(cx.visit.client).to_string())];
    throttle::take_all(tx, &counters)??;
    let mut left = 0;
    let right = desk.booking.code.as_mut().is_some_and(|code| {
        let right = code.try_out(cx.now, &cx.visit.token, &digits);
        left = code.tries_left();
        right
    });
    if right {
        throttle::give_all_back(tx, &counters)?;
        (desk.booking.proved, desk.booking.code) = (Some(address), None);
    }
    rows::put_booking(tx, cx.visitor(), desk.key, &desk.booking)?;
    match (right, left) {
        (true, _) => Ok(()),
        (false, 0) => wrong(cx.say(words::CODE_OVER).to_owned()),
        (false, left) => wrong(words::code_wrong(cx.lang, left)),
    }
}

/// Counts the mail that an address is about to get which nobody has proved, where the clinic wants no code. A slot lost to
/// others costs none; the limit of visits does, because that answer tells of whoever has the address.
fn count_unasked(tx: &mut Tx<'_>, cx: &Cx, desk: &Desk, request: &Request) -> Result<(), Halt> {
    let address = &request.visitor.address;
    if !desk.is_guest() || desk.has_proved(address) {
        return Ok(());
    }
    match ledger::refusal(tx, desk.offer()?, request)? {
        None | Some(Reason::Limit(_)) => Ok(account::count_mail(tx, cx, address)??),
        Some(reason) => Err(reason.into()),
    }
}

fn request(
    tx: &Tx<'_>,
    cx: &Cx,
    desk: &Desk,
    filled: Filled,
    (key, day, start): (crate::reservation::BookingKey, time::Date, crate::clinic::TimeOfDay),
) -> Result<Request, Stop> {
    let account = SignedIn::again(tx, cx)?.filter(|_| !desk.is_guest());
    let address = filled.address.or(account.as_ref().map(|account| account.address.clone())).ok_or(Failure::SignIn)?;
    let Filled { person, chart_number, .. } = filled;
    let visitor = Visitor { person, chart_number, address, lang: cx.lang };
    Ok(Request { key, visit: desk.booking.visit, day, start, visitor, account: account.map(|account| account.id) })
}

/// The mail that reports it, with a URL of its own.
fn write_letter(tx: &mut Tx<'_>, cx: &Cx, desk: &Desk, reservation: &Reservation, token: &Token) -> store::Result<()> {
    rows::put_token(tx, token, reservation)?;
    let url = cx.link(&path::of_receipt(path::RECEIPT, &token.text()));
    let head = cx.floor.letterhead(reservation.visitor.lang);
    let report = if desk.moving.is_some() { letter::changed } else { letter::confirmed };
    letter::post(tx, &report(&head, &desk.shelf.clinic, reservation, &url))
}
