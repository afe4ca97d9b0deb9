//! The reservation's tables, and the queries over them inside a given transaction.
//!
//! Indexes are kept here, in the same transaction as what they index. Pages ask for the days that they show, never for all
//! reservations.

use super::listing::{Listing, PersonListing, Summary};
use super::model::{GroupId, Reservation, ReservationId};
use super::number::ReservationNumber;
use super::receipt_token::{ReceiptKey, ReceiptToken};
use crate::account::share;
use crate::clinic::{ClinicId, LinkId, TimeOfDay};
use crate::clock::Moment;
use crate::person::PersonId;
use crate::slots;
use crate::store::{Expiring, Reader, Result, Table, Tx};
use serde::{Deserialize, Serialize};
use std::ops::Bound;
use time::Date;

pub(super) const RESERVATIONS: Table<ReservationId, Reservation> = Table::new("reservation");
pub(super) const BY_NUMBER: Table<(ClinicId, ReservationNumber), ReservationId> = Table::new("reservation-by-number");
pub(super) const BY_START: Table<(ClinicId, Moment, ReservationId), ()> = Table::new("reservation-by-start");
pub(super) const BY_LINK: Table<(LinkId, Moment, ReservationId), Summary> = Table::new("reservation-by-link");
pub(super) const BY_GROUP: Table<(GroupId, ReservationId), ()> = Table::new("reservation-by-group");
/// What is booked for people who are shared, by whichever of their accounts. Others have no row here: an account finds what it has
/// booked by its links.
pub(super) const BY_PERSON: Table<(PersonId, Moment, ReservationId), PersonListing> =
    Table::new("reservation-by-person");
pub(super) const REMINDERS: Table<(Moment, ReservationId), ()> = Table::new("reservation-reminder");
const TOKENS: Expiring<ReceiptKey, Receipt> = Expiring::new("reservation-token");

/// What a confirmation URL opens.
#[derive(Serialize, Deserialize)]
struct Receipt {
    reservation: ReservationId,
    /// [`Reservation::readdressed`] when it was issued.
    readdressed: u32,
}

/// The names of this feature's tables, for `mypage check`.
pub const TABLES: [&str; 7] = [
    RESERVATIONS.name(),
    BY_NUMBER.name(),
    BY_START.name(),
    BY_LINK.name(),
    BY_GROUP.name(),
    BY_PERSON.name(),
    REMINDERS.name(),
];

/// Those whose rows end by themselves.
pub const EXPIRING: [&str; 1] = [TOKENS.name()];

/// For how many days after a visit its confirmation URLs work.
pub(super) const TOKEN_DAYS: i64 = 90;

/// The reservation of this reference.
pub fn find(r: &dyn Reader, id: ReservationId) -> Result<Option<Reservation>> {
    RESERVATIONS.get(r, &id)
}

/// The reservation that a confirmation URL's token opens; none once its mails go to another address than it was mailed to.
pub fn of_token(r: &dyn Reader, token: &ReceiptKey) -> Result<Option<Reservation>> {
    match TOKENS.get(r, token)? {
        Some(receipt) => Ok(find(r, receipt.reservation)?.filter(|found| found.readdressed == receipt.readdressed)),
        None => Ok(None),
    }
}

/// A new token that opens a reservation, until some time after the visit. Earlier ones go on working, as long as its mails go
/// to the same address.
pub fn issue_token(tx: &mut Tx<'_>, reservation: &Reservation) -> Result<ReceiptToken> {
    let token = ReceiptToken::mint(tx.now());
    let receipt = Receipt { reservation: reservation.id, readdressed: reservation.readdressed };
    TOKENS.put(tx, &token.key(), receipt, reservation.slot.starts().plus_days(TOKEN_DAYS))?;
    Ok(token)
}

/// Another token for the reservation that a mail is about, in the place of the one that waited with the mail, which opens
/// nothing from here on. `None` where the reservation is gone, or the token is another feature's, or one for a former address.
pub fn renew_token(tx: &mut Tx<'_>, about: &str, token: &str) -> Result<Option<String>> {
    let (Some(id), Some(waited)) = (ReservationId::parse(about), ReceiptToken::parse(token)) else { return Ok(None) };
    let Some(reservation) = find(tx, id)? else { return Ok(None) };
    // One that was made for a former address gets no successor. One that is gone was renewed when the mail was first tried.
    if TOKENS.get(tx, &waited.key())?.is_some_and(|receipt| receipt.readdressed != reservation.readdressed) {
        return Ok(None);
    }
    TOKENS.delete(tx, &waited.key())?;
    Ok(Some(issue_token(tx, &reservation)?.text()))
}

/// At most `limit` reservations of a link that start from now on, the next one first, cancelled ones included.
pub fn coming_of_link(r: &dyn Reader, link: LinkId, limit: usize) -> Result<Vec<Listing>> {
    let start = (link, r.now(), ReservationId::FIRST);
    let end = (link, Moment::from_millis(i64::MAX), ReservationId::LAST);
    Ok(listings(BY_LINK.range(r, start..=end, limit)?))
}

/// At most `limit` reservations of a link that have started, the latest first, cancelled ones included.
pub fn past_of_link(r: &dyn Reader, link: LinkId, limit: usize) -> Result<Vec<Listing>> {
    let start = (link, Moment::from_millis(i64::MIN), ReservationId::FIRST);
    Ok(listings(BY_LINK.range_back(r, start..(link, r.now(), ReservationId::FIRST), limit)?))
}

fn listings(entries: Vec<((LinkId, Moment, ReservationId), Summary)>) -> Vec<Listing> {
    entries.into_iter().map(|((_, starts, id), summary)| Listing { id, starts, summary }).collect()
}

/// Whether a link has a reservation that has started: one entry of the index is read.
pub fn has_past_of_link(r: &dyn Reader, link: LinkId) -> Result<bool> {
    Ok(!past_of_link(r, link, 1)?.is_empty())
}

/// At most `limit` reservations of a link, the earliest first, cancelled ones included.
pub(super) fn of_link(r: &dyn Reader, link: LinkId, limit: usize) -> Result<Vec<Reservation>> {
    of_link_after(r, link, None, limit)
}

/// The same of those behind a start and a reference.
pub(super) fn of_link_after(
    r: &dyn Reader,
    link: LinkId,
    after: Option<(Moment, ReservationId)>,
    limit: usize,
) -> Result<Vec<Reservation>> {
    let (start, id) = after.unwrap_or((Moment::from_millis(i64::MIN), ReservationId::FIRST));
    let end = (link, Moment::from_millis(i64::MAX), ReservationId::LAST);
    let span = (Bound::Excluded((link, start, id)), Bound::Included(end));
    let found = all(r, BY_LINK.range(r, span, limit)?.into_iter().map(|((_, _, id), _)| id))?;
    Ok(found.into_iter().filter(|reservation| reservation.link == Some(link)).collect())
}

/// At most `limit` reservations for a person who is shared that start from now on, the next one first, cancelled ones included.
pub(super) fn coming_of_person(r: &dyn Reader, person: PersonId, limit: usize) -> Result<Vec<PersonListed>> {
    let start = (person, r.now(), ReservationId::FIRST);
    BY_PERSON.range(r, start..=(person, Moment::from_millis(i64::MAX), ReservationId::LAST), limit)
}

/// At most `limit` reservations for a person who is shared that have started, the latest first, cancelled ones included.
pub(super) fn past_of_person(r: &dyn Reader, person: PersonId, limit: usize) -> Result<Vec<PersonListed>> {
    let start = (person, Moment::from_millis(i64::MIN), ReservationId::FIRST);
    BY_PERSON.range_back(r, start..(person, r.now(), ReservationId::FIRST), limit)
}

/// An entry of the index by person.
pub(super) type PersonListed = ((PersonId, Moment, ReservationId), PersonListing);

/// Takes everything for a person off that index, whom nobody shares any more.
pub(super) fn unlist_person(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    loop {
        let page = BY_PERSON.prefix(tx, &person, UNLISTED_AT_ONCE)?;
        if page.is_empty() {
            return Ok(());
        }
        for (key, _) in page {
            BY_PERSON.delete(tx, &key)?;
        }
    }
}

/// How many entries are deleted at a time.
const UNLISTED_AT_ONCE: usize = 200;

/// A clinic's reservations of a day in Japan in the order of their times, cancelled ones included; the first 2,000.
pub fn of_day(r: &dyn Reader, clinic: &ClinicId, day: Date) -> Result<Vec<Reservation>> {
    let midnight = TimeOfDay::of_hour(0).on(day);
    let from = (clinic.clone(), midnight, ReservationId::FIRST);
    let ids = BY_START.range(r, from..(clinic.clone(), midnight.plus_days(1), ReservationId::FIRST), MOST_OF_DAY)?;
    all(r, ids.into_iter().map(|((_, _, id), ())| id))
}

/// The clinic's reservation of a number, as it is read out or typed.
///
/// # Errors
/// What the store says.
pub fn of_number(r: &dyn Reader, clinic: &ClinicId, typed: &str) -> Result<Option<Reservation>> {
    let Some(number) = ReservationNumber::parse(typed) else { return Ok(None) };
    match BY_NUMBER.get(r, &(clinic.clone(), number))? {
        Some(id) => find(r, id),
        None => Ok(None),
    }
}

/// A clinic's reservations that start at one moment, cancelled ones included.
///
/// # Errors
/// What the store says.
pub fn starting(r: &dyn Reader, clinic: &ClinicId, starts: Moment) -> Result<Vec<Reservation>> {
    let from = (clinic.clone(), starts, ReservationId::FIRST);
    let ids = BY_START.range(r, from..=(clinic.clone(), starts, ReservationId::LAST), MOST_OF_DAY)?;
    all(r, ids.into_iter().map(|((_, _, id), ())| id))
}

/// More than any clinic has on a day.
const MOST_OF_DAY: usize = 2_000;

fn all(r: &dyn Reader, ids: impl Iterator<Item = ReservationId>) -> Result<Vec<Reservation>> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(find(r, id)?);
    }
    Ok(found)
}

/// The reservations that were booked together, cancelled ones included, the next one first.
pub fn of_group(r: &dyn Reader, group: GroupId) -> Result<Vec<Reservation>> {
    let mut found = all(r, BY_GROUP.prefix(r, &group, MOST_OF_GROUP)?.into_iter().map(|((_, id), ())| id))?;
    found.sort_by_key(|of| (of.slot.starts(), of.id));
    Ok(found)
}

/// More than are booked together.
const MOST_OF_GROUP: usize = 20;

/// A number that no reservation of the clinic has.
pub fn free_number(r: &dyn Reader, clinic: &ClinicId) -> Result<ReservationNumber> {
    loop {
        let number = ReservationNumber::mint();
        if BY_NUMBER.get(r, &(clinic.clone(), number))?.is_none() {
            return Ok(number);
        }
    }
}

/// Stores a reservation in place of what it was, with every index and the places that it takes.
pub(super) fn put(tx: &mut Tx<'_>, reservation: &Reservation) -> Result<()> {
    // What is unlisted is what is stored, so that a caller who holds something older leaves no index behind.
    if let Some(before) = find(tx, reservation.id)? {
        unlist(tx, &before)?;
    }
    list(tx, reservation)?;
    RESERVATIONS.put(tx, &reservation.id, reservation)
}

fn list(tx: &mut Tx<'_>, new: &Reservation) -> Result<()> {
    let (start, id) = (new.slot.starts(), new.id);
    BY_NUMBER.put(tx, &(new.clinic.clone(), new.number), &id)?;
    BY_START.put(tx, &(new.clinic.clone(), start, id), &())?;
    if let Some(link) = new.link {
        BY_LINK.put(tx, &(link, start, id), &Summary::of(new))?;
    }
    if let Some(group) = new.group {
        BY_GROUP.put(tx, &(group, id), &())?;
    }
    if let Some(person) = shared_person(tx, new)? {
        BY_PERSON.put(tx, &(person, start, id), &PersonListing::of(new))?;
    }
    if !new.holds_place() {
        return Ok(());
    }
    slots::rows::take(tx, &new.place())?;
    match new.reminder {
        Some(due) => REMINDERS.put(tx, &(due, id), &()),
        None => Ok(()),
    }
}

fn unlist(tx: &mut Tx<'_>, old: &Reservation) -> Result<()> {
    let (start, id) = (old.slot.starts(), old.id);
    BY_START.delete(tx, &(old.clinic.clone(), start, id))?;
    if let Some(link) = old.link {
        BY_LINK.delete(tx, &(link, start, id))?;
    }
    if let Some(group) = old.group {
        BY_GROUP.delete(tx, &(group, id))?;
    }
    if let Some(person) = shared_person(tx, old)? {
        BY_PERSON.delete(tx, &(person, start, id))?;
    }
    if !old.holds_place() {
        return Ok(());
    }
    slots::rows::give_back(tx, &old.place())?;
    match old.reminder {
        Some(due) => REMINDERS.delete(tx, &(due, id)).map(drop),
        None => Ok(()),
    }
}

/// Whom a reservation is for, if that person is shared: only then it is listed by person, so that a booking writes no more rows
/// for everybody else.
fn shared_person(r: &dyn Reader, of: &Reservation) -> Result<Option<PersonId>> {
    match of.attendee.person_id {
        Some(person) => Ok(share::find(r, person)?.map(|_| person)),
        None => Ok(None),
    }
}
