//! Under which account a reservation is: a guest's is taken over, it goes along to another address of the account, and it is
//! parted from a registration that is removed. None of it changes when somebody comes, or for what.

use super::model::{Attendee, Reservation, ReservationId};
use super::{holdings, rows};
use crate::account::{Account, AccountId, Member, care};
use crate::clinic::{self, Clinic, LinkId};
use crate::mail::EmailAddress;
use crate::person::Person;
use crate::store::{Result, Tx};
use crate::work::Work;

/// Puts a guest's reservation under an account, which registers the clinic as マイクリニック with it. `None` when there is no
/// such reservation, or when it is under an account already: nobody's is taken over.
pub fn adopt(tx: &mut Tx<'_>, id: ReservationId, account: AccountId) -> Result<Option<Reservation>> {
    let Some(guests) = rows::find(tx, id)?.filter(|reservation| reservation.link.is_none()) else { return Ok(None) };
    let link = clinic::rows::register(tx, account, &guests.clinic)?;
    let mut reservation = guests.transferred(Some(link.id));
    let members = care::members(tx, account)?;
    let who = members.iter().find(|member| member.person.is_same_as(&reservation.attendee.person));
    reservation.attendee.person_id = who.map(|member| member.id);
    rows::put(tx, &reservation)?;
    Ok(Some(reservation))
}

/// Lets the mails about what is still to come under an account go to its present address, where they went to the former
/// one; gives these reservations. The URLs of earlier mails open nothing from here on: the former address may be somebody
/// else's. What is over or cancelled stays as the clinic has it.
pub fn readdress(tx: &mut Tx<'_>, account: &Account, former: &EmailAddress) -> Result<Vec<(Clinic, Reservation)>> {
    let mut readdressed = Vec::new();
    for (clinic, of) in holdings::coming(tx, account.id)? {
        if of.attendee.address.key() == former.key() {
            let attendee = Attendee { address: account.address.clone(), ..of.attendee };
            let reservation = Reservation { attendee, readdressed: of.readdressed.saturating_add(1), ..of };
            rows::put(tx, &reservation)?;
            readdressed.push((clinic, reservation));
        }
    }
    Ok(readdressed)
}

/// Gives what is still to come for a person, whose details have been changed, the details as they are now.
pub fn rename(work: &mut Work<'_>, account: AccountId, before: &Member, now: &Person) -> Result<()> {
    let by = work.caller().actor;
    for (_, of) in holdings::coming_for(work, account, before)? {
        let attendee = Attendee { person: now.clone(), person_id: Some(before.id), ..of.attendee };
        let reservation = Reservation { attendee, ..of };
        rows::put(work, &reservation)?;
        work.record(reservation.event("attendee_changed", by));
    }
    Ok(())
}

/// Parts every reservation from a link that is removed; they stay booked at the clinic. No browser in
/// which one was booked shows it any more, because it has been transferred. Says how many there were.
pub fn part(tx: &mut Tx<'_>, link: LinkId) -> Result<usize> {
    let mut parted = 0;
    loop {
        let page = rows::of_link(tx, link, PARTED_AT_ONCE)?;
        if page.is_empty() {
            return Ok(parted);
        }
        for reservation in page {
            rows::put(tx, &reservation.transferred(None))?;
            parted += 1;
        }
    }
}

/// Parts every reservation for a person whom an account books for no longer; they stay booked at the clinics.
pub fn part_person(tx: &mut Tx<'_>, account: AccountId, person: &Member) -> Result<()> {
    for link in clinic::rows::links(tx, account)? {
        let mut after = None;
        loop {
            let page = rows::of_link_after(tx, link.id, after, PARTED_AT_ONCE)?;
            let Some(last) = page.last() else { break };
            after = Some((last.slot.starts(), last.id));
            for of in page.into_iter().filter(|of| of.attendee.is(person)) {
                rows::put(tx, &of.transferred(None))?;
            }
        }
    }
    Ok(())
}

impl Reservation {
    /// The reservation under a registration, or under none: then it is no account's person who comes.
    fn transferred(self, link: Option<LinkId>) -> Self {
        let attendee = Attendee { person_id: link.and(self.attendee.person_id), ..self.attendee };
        Self { link, attendee, transfers: self.transfers.saturating_add(1), ..self }
    }
}

/// How many reservations are read at a time when a link goes.
const PARTED_AT_ONCE: usize = 100;
