//! What the form of 受診者 is filled in with before somebody types: what is known of them in their account, or what was typed
//! in the same browser a moment ago.
//!
//! Nothing that was typed is replaced. What is somebody's own is filled in only where the name is theirs, or empty.

use super::model::{Booking, Typed};
use super::rows;
use crate::person::{Draft, Person, PersonField};
use crate::reservation;
use crate::secret::TokenHash;
use crate::slots::BookingKey;
use crate::store::{Reader, Result};
use crate::ui::Form;

/// For how many minutes after booking a guest's name and address are shown in the browser, and serve for the next booking.
pub const NAMED_MINUTES: i64 = 30;

/// What was filled in; the page says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefilled {
    /// All of what the account knows of its owner.
    Own,
    /// The rest of what somebody had typed before they signed in.
    Rest,
    /// Phone, postal address and mail address of what the same browser has just booked.
    Contact,
    /// What was typed for another booking that is not finished.
    Unfinished,
}

/// The fields that say who somebody is.
const WHO: [PersonField; 6] = [
    PersonField::FamilyName,
    PersonField::GivenName,
    PersonField::FamilyKana,
    PersonField::GivenKana,
    PersonField::BirthDate,
    PersonField::Sex,
];
/// The fields of a postal address, which are filled in together or not at all.
const POSTAL: [PersonField; 5] =
    [PersonField::PostalCode, PersonField::Prefecture, PersonField::City, PersonField::Line, PersonField::Building];

/// What somebody had typed, with what their account knows of them in the empty fields.
pub fn with_own(typed: &Typed, own: &Person) -> (Typed, Option<Prefilled>) {
    let own = Draft::of(own);
    let theirs =
        WHO.iter().all(|field| is_empty(&typed.person, *field) || typed.person.value(*field) == own.value(*field));
    let person = filled_in(&typed.person, &own, theirs);
    let prefilled = match person == typed.person {
        true => None,
        false if typed.is_empty() => Some(Prefilled::Own),
        false => Some(Prefilled::Rest),
    };
    (Typed { person, ..typed.clone() }, prefilled)
}

/// What a guest's new form holds, by what this browser has done not long ago; nothing when that is nothing.
///
/// # Errors
/// What the store says.
pub fn of_browser(
    r: &dyn Reader,
    visitor: TokenHash,
    (key, booking): (BookingKey, &Booking),
) -> Result<Option<(Typed, Prefilled)>> {
    let mut others = rows::bookings_of(r, visitor)?;
    others.retain(|(other, found, _)| *other != key && found.account.is_none());
    others.sort_unstable_by_key(|(_, _, ends)| *ends);
    for (_, other, _) in others.iter().rev() {
        if let Some(typed) = other.typed().filter(|_| other.clinic == booking.clinic && other.is_unfinished()) {
            return Ok(Some((typed.clone(), Prefilled::Unfinished)));
        }
        let Some(done) = other.done().filter(|_| other.form().is_some()) else { continue };
        let booked = reservation::rows::find(r, done.reservation)?.filter(|found| found.transfers == done.transfers);
        if let Some(booked) = booked.filter(|found| r.now() < found.booked.plus_minutes(NAMED_MINUTES)) {
            let person = filled_in(&Draft::default(), &Draft::of(&booked.attendee.person), false);
            let email = booked.attendee.address.to_string();
            return Ok(Some((Typed { person, email, ..Typed::default() }, Prefilled::Contact)));
        }
    }
    Ok(None)
}

/// A draft with the phone and the postal address of another one where it has none, and `who` that is as well.
fn filled_in(typed: &Draft, known: &Draft, who: bool) -> Draft {
    let no_postal_address = POSTAL.iter().all(|field| is_empty(typed, *field));
    Draft::read(|field| {
        let from_known = match field {
            _ if WHO.contains(&field) => who && is_empty(typed, field),
            _ if POSTAL.contains(&field) => no_postal_address,
            _ => is_empty(typed, field),
        };
        if from_known { known.value(field).to_owned() } else { typed.value(field).to_owned() }
    })
}

fn is_empty(draft: &Draft, field: PersonField) -> bool {
    draft.value(field).trim().is_empty()
}
