//! The mails about what the staff did. They rest for a minute: what is taken back in it is never told, and what is changed once
//! more in it is told once, as it is then.

use super::model::{KnownToPatient, RestingMail, ToldLater};
use crate::clinic::Clinic;
use crate::mail::{Letter, Letterhead, copy, outbox};
use crate::reservation::letter::{self, WithUrl};
use crate::reservation::model::Reservation;
use crate::reservation::telling::letters_to_others;
use crate::reservation::{path, rows};
use crate::store::Result;
use crate::work::Work;
use std::slice;

/// For how many seconds a mail about what the staff did rests.
pub const REST_SECONDS: i64 = 60;

/// Takes back the mails about a reservation that still rest; gives what the patient knows without them.
pub fn take_back(work: &mut Work<'_>, of: &Reservation) -> Result<KnownToPatient> {
    let stands = || match of.is_booked() {
        true => KnownToPatient::Booked(of.slot.clone()),
        false => KnownToPatient::Cancelled,
    };
    let Some(later) = of.told_later.as_ref().filter(|later| !later.mails.is_empty()) else { return Ok(stands()) };
    let mut all = true;
    for RestingMail { mail, to, copy } in &later.mails {
        match outbox::withdraw(work, *mail)? {
            true => copy::withdraw(work, to, *copy)?,
            false => all = false,
        }
    }
    Ok(if all { later.before.clone() } else { stands() })
}

/// The same where what the staff did is taken back: if nobody was to be told of it, the patient knows what was before.
pub(super) fn take_back_untold(work: &mut Work<'_>, of: &Reservation) -> Result<KnownToPatient> {
    match of.told_later.as_ref().filter(|later| later.mails.is_empty()) {
        Some(untold) => Ok(untold.before.clone()),
        None => take_back(work, of),
    }
}

/// What is to be remembered of a reservation of which the staff tell nobody.
pub(super) const fn untold(before: KnownToPatient) -> ToldLater {
    ToldLater { mails: Vec::new(), before }
}

/// Writes the mails by which those who have an address learn how the reservation stands, unless they know it; gives them.
pub(super) fn tell(
    work: &mut Work<'_>,
    clinic: &Clinic,
    before: KnownToPatient,
    now: &Reservation,
) -> Result<ToldLater> {
    let write = |head: &Letterhead, of: &Reservation, url: &str| match (&before, of.is_booked()) {
        (KnownToPatient::Nothing | KnownToPatient::Cancelled, true) => letter::confirmed(head, clinic, of, url),
        (KnownToPatient::Booked(slot), true) if slot.is_told_as(&of.slot) => None,
        (KnownToPatient::Booked(_), true) => letter::changed(head, clinic, of, url),
        (KnownToPatient::Booked(_), false) => letter::cancelled(head, clinic, of),
        (KnownToPatient::Nothing | KnownToPatient::Cancelled, false) => None,
    };
    let url = match now.is_booked() && now.attendee.address.is_some() {
        true => {
            let token = rows::issue_token(work, now)?;
            work.link(&path::of_receipt(path::RECEIPT, &token.text()))
        }
        false => String::new(),
    };
    let own = write(&work.letterhead(now.attendee.lang), now, &url);
    let one = |head: &Letterhead, of: &[WithUrl]| of.first().and_then(|(of, url)| write(head, of, url));
    let others = letters_to_others(work, slice::from_ref(now), one)?;
    let letters: Vec<Letter> = own.into_iter().chain(others).collect();
    let due = work.now().plus_seconds(REST_SECONDS);
    let mut mails = Vec::with_capacity(letters.len());
    for letter in letters {
        let mail = outbox::add_resting(work, &letter, due)?;
        mails.push(RestingMail { mail, to: letter.to().clone(), copy: copy::keep(work, &letter)? });
    }
    Ok(ToldLater { mails, before })
}
