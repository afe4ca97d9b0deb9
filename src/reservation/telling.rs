//! Who else gets a mail about a reservation: those with whom its patient is shared and who want to know what others book.
//!
//! Of what only the account's own person may book nobody else is told.
//!
//! Their mails lead to the page behind their own sign-in, which opens for as long as the patient is shared with them: no token of
//! theirs is left when that ends.

use super::letter;
use super::model::{Attendee, Reservation};
use super::path;
use crate::account::{self, care, share};
use crate::mail::{Letter, Letterhead};
use crate::session;
use crate::store::Result;
use crate::work::Work;

/// Writes a mail about a reservation to each of them. `write` is given the reservation as if it had been booked with their address,
/// and the URL by which they open it.
///
/// # Errors
/// What the store says.
pub fn tell_others(
    work: &mut Work<'_>,
    of: &Reservation,
    write: impl Fn(&Letterhead, &Reservation, &str) -> Letter,
) -> Result<()> {
    let Some(person) = of.attendee.person_id.filter(|_| !of.service.self_only) else { return Ok(()) };
    let Some(shared) = share::find(work, person)? else { return Ok(()) };
    for id in shared.accounts() {
        let member = care::member(work, id, person)?;
        let wants = member.and_then(|member| member.sharing).is_some_and(|sharing| sharing.mails);
        let Some(account) = account::find(work, id)?.filter(|_| wants) else { continue };
        // Who has booked it got the mail already.
        if account.address.key() == of.attendee.address.key() {
            continue;
        }
        let lang = session::standing(work, id.subject())?.map_or(of.attendee.lang, |standing| standing.lang);
        let attendee = Attendee { address: account.address, lang, ..of.attendee.clone() };
        let url = work.link(&path::of_reservation(path::RESERVATION, of.id));
        let letter = write(&work.letterhead(lang), &Reservation { attendee, ..of.clone() }, &url);
        letter::post(work, &letter)?;
    }
    Ok(())
}
