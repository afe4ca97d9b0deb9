//! Who else gets a mail about a reservation: those with whom its patient is shared and who want to know what others book.
//!
//! Of what only the account's own person may book nobody else is told.
//!
//! Their mails lead to the page behind their own sign-in, which opens for as long as the patient is shared with them: no token of
//! theirs is left when that ends.

use super::letter::{self, WithUrl};
use super::model::{Attendee, Reservation};
use super::path;
use crate::account::{self, Account, care, share};
use crate::mail::{Letter, Letterhead};
use crate::session;
use crate::store::{Reader, Result};
use crate::work::Work;

/// Sends each of them one mail about those of the reservations that they may know of. `write` is given these as if they had
/// been booked with their address, each with the URL by which they open it.
///
/// # Errors
/// What the store says.
pub fn tell_others(
    work: &mut Work<'_>,
    all: &[Reservation],
    write: impl Fn(&Letterhead, &[WithUrl]) -> Option<Letter>,
) -> Result<()> {
    for letter in letters_to_others(work, all, write)? {
        letter::post(work, Some(&letter))?;
    }
    Ok(())
}

/// These mails, unsent.
///
/// # Errors
/// What the store says.
pub fn letters_to_others(
    work: &Work<'_>,
    all: &[Reservation],
    write: impl Fn(&Letterhead, &[WithUrl]) -> Option<Letter>,
) -> Result<Vec<Letter>> {
    let mut letters = Vec::new();
    let mut told: Vec<(Account, Vec<&Reservation>)> = Vec::new();
    for of in all {
        for account in listeners(work, of)? {
            match told.iter_mut().find(|(known, _)| known.id == account.id) {
                Some((_, own)) => own.push(of),
                None => told.push((account, vec![of])),
            }
        }
    }
    for (account, own) in told {
        let standing = session::standing(work, account.id.subject())?.map(|standing| standing.lang);
        let Some(lang) = standing.or(own.first().map(|of| of.attendee.lang)) else { continue };
        let addressed = |of: &Reservation| {
            let attendee = Attendee { address: Some(account.address.clone()), lang, ..of.attendee.clone() };
            let url = work.link(&path::of_reservation(path::RESERVATION, of.id));
            (Reservation { attendee, ..of.clone() }, url)
        };
        let own: Vec<WithUrl> = own.into_iter().map(addressed).collect();
        letters.extend(write(&work.letterhead(lang), &own));
    }
    Ok(letters)
}

/// The accounts that share a reservation's patient and want to know of it.
fn listeners(r: &dyn Reader, of: &Reservation) -> Result<Vec<Account>> {
    let Some(person) = of.attendee.person_id.filter(|_| !of.service.self_only) else { return Ok(Vec::new()) };
    let Some(shared) = share::find(r, person)? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for id in shared.accounts() {
        let member = care::member(r, id, person)?;
        let wants = member.and_then(|member| member.sharing).is_some_and(|sharing| sharing.mails);
        let account = account::find(r, id)?.filter(|_| wants);
        // Who has booked it got the mail already.
        found.extend(account.filter(|account| !of.attendee.is_reached_at(&account.address)));
    }
    Ok(found)
}
