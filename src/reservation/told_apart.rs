//! How many letters of a name it takes to tell the visits of one address apart: as few as there can be.
//!
//! It is decided once, when a visit is booked, and stays: all mails about a visit, its entry in a calendar and its pages name the
//! patient alike, whatever is booked or cancelled later. An earlier visit keeps what its mails have said.

use super::initials::{LettersTold, initials};
use super::model::{Attendee, Reservation, ReservationId};
use super::rows;
use crate::mail::copy::{self, CopyId};
use crate::store::{Error, Reader, Result, Tx};

/// How many of the latest mails to an address are looked at for what it has coming.
const LATEST: usize = 40;

/// From which of the visits that an address has coming those that are booked now are told apart. More letters than usual show that there
/// are such visits, so that only those count of which everybody may know who reads the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// None: anybody may have typed the address.
    Nothing,
    /// Those at the same clinic, whose staff have typed it.
    OfClinic,
    /// All: whose the address is has been proved.
    Everywhere,
}

/// Gives reservations that have just been booked together the letters that tell them apart, and stores them.
///
/// # Errors
/// What the store says.
pub fn tell_apart(tx: &mut Tx<'_>, made: &mut [Reservation], beside: Beside) -> Result<()> {
    let before = made.to_vec();
    mark(tx, made, beside)?;
    for (of, _) in made.iter().zip(before).filter(|(of, before)| *of != before) {
        rows::put(tx, of)?;
    }
    Ok(())
}

/// The same without storing them.
///
/// # Errors
/// What the store says.
pub(super) fn mark(r: &dyn Reader, made: &mut [Reservation], beside: Beside) -> Result<()> {
    let Some(first) = made.first() else { return Ok(()) };
    let coming = match beside {
        Beside::Nothing => Ok(Vec::new()),
        Beside::OfClinic | Beside::Everywhere => coming_with(r, &first.attendee),
    };
    // A damaged row keeps nobody from booking.
    let mut before = match coming {
        Err(Error::Corrupt { .. }) => Vec::new(),
        coming => coming?,
    };
    let counts = |one: &Reservation| beside == Beside::Everywhere || one.clinic == first.clinic;
    before.retain(|one| counts(one) && made.iter().all(|of| of.id != one.id));
    for at in 0..made.len() {
        let (_, rest) = made.split_at_mut(at);
        if let Some((of, after)) = rest.split_first_mut() {
            of.letters = letters_of(of, &before, after);
            before.push(of.clone());
        }
    }
    Ok(())
}

/// The letters for a visit that is booked after some and together with others. A person keeps those by which another visit of theirs
/// is named.
fn letters_of(of: &Reservation, before: &[Reservation], after: &[Reservation]) -> LettersTold {
    let is_theirs = |one: &&Reservation| one.attendee.person.identity() == of.attendee.person.identity();
    if let Some(own) = before.iter().find(is_theirs) {
        return own.letters;
    }
    let read = |one: &Reservation, told| initials(of.attendee.lang, &one.attendee.person, one.slot.day, told).1;
    let is_shown = |text: &str| before.iter().any(|one| read(one, one.letters) == text);
    // The others differ in the very letters that are told, so that nobody has to guess whom fewer letters leave open.
    let others = || before.iter().chain(after).filter(|one| !is_theirs(one));
    let tells = |told: &LettersTold| {
        let text = read(of, *told);
        !is_shown(&text) && others().all(|one| read(one, *told) != text)
    };
    if let Some(told) = [LettersTold::Few, LettersTold::More].into_iter().find(tells) {
        return told;
    }
    let more = read(of, LettersTold::More);
    let alike = before.iter().filter(|one| read(one, LettersTold::More) == more).count();
    let from = u8::try_from(alike + 1).unwrap_or(u8::MAX);
    let free = (from..u8::MAX).map(LettersTold::Numbered).find(|told| !is_shown(&read(of, *told)));
    free.unwrap_or(LettersTold::Numbered(u8::MAX))
}

/// What the address of a patient has coming, whoever comes and wherever: what its latest mails are about. There is no other list by
/// address, and a booking writes no row for one.
fn coming_with(r: &dyn Reader, attendee: &Attendee) -> Result<Vec<Reservation>> {
    let Some(address) = &attendee.address else { return Ok(Vec::new()) };
    let mut found: Vec<Reservation> = Vec::new();
    for (_, mail) in copy::back_from(r, address, CopyId::LAST, LATEST)? {
        let about = mail.about.as_deref().and_then(ReservationId::parse);
        let told = about.filter(|id| found.iter().all(|one| one.id != *id)).map(|id| rows::find(r, id)).transpose()?;
        let Some(told) = told.flatten() else { continue };
        let all = match told.group {
            Some(group) => rows::of_group(r, group)?,
            None => vec![told],
        };
        let is_new = |one: &Reservation| found.iter().all(|known| known.id != one.id);
        let is_here = |one: &Reservation| one.is_coming(r.now()) && one.attendee.has_address_of(attendee);
        let new: Vec<Reservation> = all.into_iter().filter(|one| is_here(one) && is_new(one)).collect();
        found.extend(new);
    }
    // The earliest booking first: those after it are told apart from it.
    found.sort_by_key(|one| one.id);
    Ok(found)
}
